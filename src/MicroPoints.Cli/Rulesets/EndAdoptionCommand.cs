using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Ends a region's own adoption of a ruleset; what a region above adopted counts again.</summary>
internal static class EndAdoptionCommand
{
    private static readonly Argument<string> Ruleset = new("ruleset") { Description = "the ruleset's id, such as county-points" };
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region that adopted it", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<DateOnly> From = Common.Typed("--from", "the first day without it [default: today]", "DAY", Common.Day);
    private static readonly Option<string> Reason = new("--reason") { Description = "why it does not count any more", Required = true };

    public static Command Build() => new Verb("end", "end a region's own adoption; what a region above adopted counts again 停用办法",
            "rules end county-points --scope 990101 --from 2027-01-01 --reason 改用省里的办法")
        .With(Ruleset, Scope, From, Reason, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (ruleset, region, reason) = (parsed.GetValue(Ruleset)!, parsed.GetValue(Scope), parsed.GetValue(Reason)!);
        var from = parsed.GetResult(From) is null ? desk.Today : parsed.GetValue(From);
        var id = $"end-{Digest.OfText($"{ruleset}\n{Calendar.Text(from)}\n{reason}").ToString()[..16]}";
        var entry = await AdoptAgain.Until(id, next => desk.End(new AdoptionToEnd
        {
            Id = next,
            Region = region.Value,
            Ruleset = ruleset,
            From = from,
            Reason = reason,
        }, cancel), async () => !await desk.IsOwn(region, ruleset, from, cancel));
        return Answers.Print(Common.Output(parsed), entry,
            $"{RegionNames.Shown(region, null)} 停用 {ruleset}，自 {Calendar.Text(from)} 起");
    }
}
