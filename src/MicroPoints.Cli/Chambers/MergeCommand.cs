using System.CommandLine;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Merges chambers into one; what they did is carried there and caps apply once.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> From = new(
        "chamber")
    { Description = "the chambers that end", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<ChamberId> Into = Common.Typed(
        "--into", "the successor: a new id, or a chamber on the register", "ID", text =>
        new ChamberId(text), required: true);
    private static readonly Option<DateOnly> On = Common.Typed(
        "--on", "the day of the merger", "DAY", Common.Day, required: true);
    private static readonly Option<string?> Name = new("--name") { Description = "a new successor's name" };
    private static readonly Option<string> Kind = new(
        "--kind")
    { Description = "a new successor's kind", DefaultValueFactory = _ => "township" };
    private static readonly Option<RegionCode> Seat = Common.Typed(
        "--region", "a new successor's seat", "CODE", text => new RegionCode(text));

    private static readonly Option<string[]> States = new("--state")
    {
        Description = "what holds for the successor from that day on; repeatable",
        HelpName = "KIND=OPTION",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Build() => new Verb("merge", "merge chambers into one 合并",
            "chambers merge c-07 c-08 --into c-20 --name 新澜镇商会 --region 990101007 --on 2026-07-01",
                "chambers merge c-07 --into c-08 --on 2026-07-01")
        .With(From, Into, On, Name, Kind, Seat, States, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (into, on) = (parsed.GetValue(Into), parsed.GetValue(On));
        var from = ChamberArguments.Read(parsed.GetValue(From)!);
        if (parsed.GetResult(Name) is not null != parsed.GetResult(Seat) is not null)
            throw CliFailure.CouldNotRun("a new successor needs --name and --region; a chamber on the register needs neither");
        RegisterChamber? register = parsed.GetValue(Name) is { } name
            ? new RegisterChamber(new EntryId("register"), name, parsed.GetValue(Kind)!, parsed.GetValue(Seat), [], on)
            : null;
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var id = new EntryId($"merge-{Digest.OfText($"{string.Join(' ', from)}\n{into}\n{on}").ToString()[..16]}");
        var answer = await desk.Merge(
            new MergeChambers(id, from, into, on, register, Restated(parsed, desk.Kinds)), cancel);
        return ChamberArguments.Print(Common.Output(parsed), answer, $"{string.Join(", ", from)} → {into}",
            "事件已结转；状态类事项（登记、党组织等）以 --state 或另行登记为准 events are carried; state what holds with --state or record it");
    }

    /// <summary>States are not carried: the merger says which hold for the successor.</summary>
    private static List<RecordActivity> Restated(ParseResult parsed, KindCatalogue kinds) =>
        [.. (parsed.GetValue(States) ?? []).Select(text =>
    {
        if (text.Split('=', 2) is not [var id, var choice] || !KindId.IsValid(id))
            throw CliFailure.CouldNotRun($"--state '{text}' is not KIND=OPTION");
        var kind = kinds.Find(new KindId(id)) ?? throw CliFailure.Refused(
            Refusal.KindUnknown, $"'{id}' is not an activity kind");
        if (kind.Nature != Nature.State) throw CliFailure.Refused(
            Refusal.KindUnknown, $"{id} is an event: events are carried, not restated");
        Measured measured = kind.Measure == MeasureType.Flag
            ? new Measured.Flag(choice is "true" or "是") : new Measured.Option(choice);
        return new RecordActivity(new EntryId("restated"), kind.Id, MicroPoints.On.Day(parsed.GetValue(On)), measured);
    })];
}
