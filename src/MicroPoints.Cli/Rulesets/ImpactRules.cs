using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Replays a past period of a scope under two ruleset files: who rises, falls, changes grade, gains or loses an outcome.</summary>
internal static class ImpactRules
{
    private static readonly Argument<string> Before = new("before") { Description = "the ruleset file in force" };
    private static readonly Argument<string> After = new("after") { Description = "the ruleset file to try" };
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region whose chambers are replayed", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<Period> Asked = Common.Typed(
        "--period", "2026, 2026Q3 or 2025-2026 [default: the last one that is over]", "PERIOD", Period.Parse);
    private static readonly Option<string?> Out = new("--out")
    { Description = "write it as a workbook too (.xlsx)", HelpName = "FILE" };

    public static Command Build() => new Verb("impact", "replay a past period under two rulesets 测算影响",
            "rules impact rulesets/micro-points/micro-points.yaml county-points.yaml --scope 990101 --period 2026",
            "rules impact rulesets/micro-points/micro-points.yaml county-points.yaml --scope 990101 --out impact.xlsx")
        .With(Before, After, Scope, Asked, Out).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(Out) is { } file && !file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CliFailure.CouldNotRun($"--out {file}: name a file that ends in .xlsx");
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var workspace = store.Workspace;
        var (before, after) = (Rules(parsed.GetValue(Before)!), Rules(parsed.GetValue(After)!));
        var period = parsed.GetResult(Asked) is null
            ? Period.Containing(workspace.Today, before.Ruleset.Period).Previous : parsed.GetValue(Asked);
        ImpactAnswer answer;
        try
        {
            answer = await Progress.Show("测算 replaying", progress => workspace.Impact.Of(
                new ImpactQuery(before, after, parsed.GetValue(Scope), period), progress, cancel).AsTask());
        }
        catch (QueryRefusedException refused) { throw CliFailure.Refused(refused.Reason, refused.Message); }
        if (parsed.GetValue(Out) is { } path)
        {
            await File.WriteAllBytesAsync(path + ".part", workspace.Tables.Write(ImpactTables.Of(answer)), cancel);
            File.Move(path + ".part", path, overwrite: true);
        }
        if (Common.Output(parsed).IsJson) Output.Object(json => ImpactOutput.Write(json, answer));
        else ImpactOutput.Print(answer);
        return ExitCode.Fine;

        RulesInUse Rules(string of)
        {
            var ruleset = RuleFiles.Fine(of, workspace.Kinds);
            // What the region set counts for what it is compared with as well, where the two have a setting in common.
            var set = workspace.Regions.AdoptionOf(ruleset.Id, parsed.GetValue(Scope), AsOf.On(workspace.Today))?.Settings;
            return new RulesInUse(ruleset, set?.Where(s => ruleset.Settings.Any(known => known.Id == s.Key)).ToDictionary() ?? []);
        }
    }
}
