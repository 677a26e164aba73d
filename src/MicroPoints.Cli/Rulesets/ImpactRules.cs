using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Replays past periods of a scope under two ruleset files: who rises, falls, changes grade, gains or loses an outcome.</summary>
internal static class ImpactRules
{
    private static readonly Argument<string> Before = new("before") { Description = "the ruleset file in force" };
    private static readonly Argument<string> After = new("after") { Description = "the ruleset file to try" };
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region whose chambers are replayed", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<string?> Out = new("--out")
    { Description = "write it as a workbook too (.xlsx)", HelpName = "FILE" };

    public static Command Build() => new Verb("impact", "replay past periods under two rulesets 测算影响",
            "rules impact rulesets/micro-points/micro-points.yaml county-points.yaml --scope 990101 --period 2026",
            "rules impact rulesets/micro-points/micro-points.yaml county-points.yaml --scope 990101 --periods 3 --out impact.xlsx",
            "rules impact old.yaml new.yaml --scope 990101 --period 2025 --period 2023")
        .With(Before, After, Scope, ImpactPeriods.Named, ImpactPeriods.Last, Out).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(Out) is { } file && !file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CliFailure.CouldNotRun($"--out {file}: name a file that ends in .xlsx");
        ImpactPeriods.Check(parsed);
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var workspace = store.Workspace;
        var (before, after) = (Rules(parsed.GetValue(Before)!), Rules(parsed.GetValue(After)!));
        var periods = ImpactPeriods.Read(parsed, workspace.Impact, before.Ruleset.Period);
        ImpactStatement statement;
        try
        {
            statement = await Progress.Show("测算 replaying", progress => workspace.Impact.Over(
                before, after, parsed.GetValue(Scope), periods, progress, cancel).AsTask());
        }
        catch (QueryRefusedException refused) { throw CliFailure.Refused(refused.Reason, refused.Message); }
        if (parsed.GetValue(Out) is { } path)
        {
            await File.WriteAllBytesAsync(path + ".part", workspace.Tables.Write(ImpactTables.Of(statement)), cancel);
            File.Move(path + ".part", path, overwrite: true);
        }
        if (Common.Output(parsed).IsJson) Output.Object(json => ImpactJson.Write(json, statement));
        else ImpactOutput.Print(statement);
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
