using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Finds activities over all chambers of a directory, with the help of its read model.</summary>
internal static class FindActivities
{
    private const int LimitUsual = 100;

    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "only chambers of this region", "CODE", text => new RegionCode(text));
    private static readonly Option<ChamberId> Chamber = Common.Typed(
        "--chamber", "only this chamber's", "ID", text => new ChamberId(text));
    private static readonly Option<KindId> Kind = Common.Typed("--kind", "only of this kind", "KIND", text => new KindId(text));
    private static readonly Option<DateOnly> From = Common.Typed(
        "--from", "only those that stand for this day or a later one", "DAY", Common.Day);
    private static readonly Option<DateOnly> Until = Common.Typed(
        "--until", "only those that stand for a day before this one", "DAY", Common.Day);
    private static readonly Option<DateTimeOffset> RecordedFrom = Common.Typed(
        "--recorded-from", "only those recorded at this instant, or from this day on", "WHEN", Instant);
    private static readonly Option<DateTimeOffset> RecordedUntil = Common.Typed(
        "--recorded-until", "only those recorded before this instant or day", "WHEN", Instant);
    private static readonly Option<ActorId> By = Common.Typed(
        "--recorded-by", "only those that this actor recorded", "ID", text => new ActorId(text));
    private static readonly Option<string?> Key = new("--key") { Description = "only about this project, village or case" };
    private static readonly Option<bool> Reversed = new("--reversed") { Description = "also those that were taken back" };
    private static readonly Option<int> Limit = Common.Typed(
        "--limit", $"how many, 1–{Limits.PageMax} [default: {LimitUsual}]", "N", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Limits.PageMax
            ? limit : throw new FormatException($"'{text}' is not 1–{Limits.PageMax}: ask for less, and go on with --after"));
    private static readonly Option<ActivityPosition> After = Common.Typed(
        "--after", "where the page before ended, as it said", "PLACE", text => ActivityPosition.TryParse(text, out var position)
            ? position : throw new FormatException($"'{text}' is not what a page before ended with"));

    public static Command Build() => new Verb("find", "find activities of all chambers 查询积分事项",
            "activities find --scope 990101 --kind member.visited --from 2026-01-01 --until 2026-07-01 --data data",
            "activities find --key bridge-2 --reversed --output json")
        .With(Scope, Chamber, Kind, From, Until, RecordedFrom, RecordedUntil, By, Key, Reversed, Limit, After).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        await using var model = ReadModel.Follow(Common.Directory(parsed), store.Workspace.Watched, store.Workspace.Clock,
            line => Console.Error.WriteLine($"micropoints: {line}"));
        await Progress.Show("更新查询库 catching up", _ => CatchUp(model, cancel));
        var found = await model.Find(Read(parsed), cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, found));
        else Print(found, store.Workspace);
        return ExitCode.Fine;
    }

    private static ActivityQuery Read(ParseResult parsed) => new(parsed.GetValue(Scope))
    {
        Chamber = Given(parsed, Chamber),
        Kind = Given(parsed, Kind),
        OnFrom = Given(parsed, From),
        OnUntil = Given(parsed, Until),
        RecordedFrom = Given(parsed, RecordedFrom),
        RecordedUntil = Given(parsed, RecordedUntil),
        By = Given(parsed, By),
        Key = parsed.GetValue(Key),
        IncludeReversed = parsed.GetValue(Reversed),
        After = Given(parsed, After),
        Limit = Given(parsed, Limit) ?? LimitUsual,
    };

    private static T? Given<T>(ParseResult parsed, Option<T> option) where T : struct =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    /// <summary>Nobody else records meanwhile, so it is waited for until all is in, or until it says why not.</summary>
    private static async Task<bool> CatchUp(ReadModel model, CancellationToken cancel)
    {
        while (!await model.CatchUp(TimeSpan.FromSeconds(2), cancel))
            if (model.Status.Trouble is { } trouble) throw CliFailure.CouldNotRun(
                $"the read model cannot be brought up to date: {trouble}; it is derived, so its file may be deleted");
        return true;
    }

    private static DateTimeOffset Instant(string text) => Calendar.TryParseDay(text, out var day) ? Calendar.StartOf(day)
        : Calendar.TryParseInstant(text, out var instant) ? instant
        : throw new FormatException($"'{text}' is not a day such as 2026-04-12 or an instant such as 2026-04-12T08:00:00Z");

    private static void Print(FoundActivities found, Workspace workspace)
    {
        if (found.Stamp is { } stamp) Output.Line(stamp);
        Output.Table(["登记 recorded", "商会 chamber", ">序号", "编号 id", "日期 on", "事项 activity", "内容", "说明"],
            found.Items.Select(a => (string[])[Calendar.Text(Calendar.DayOf(a.Recorded)), a.Chamber.Value,
                a.Sequence.ToString(CultureInfo.InvariantCulture), a.Id.Value, a.Fact.On.ToString(),
                workspace.Kinds.Find(a.Fact.Kind)?.Title.Zh ?? a.Fact.Kind.Value, ListActivities.Measure(EntryOut.Fields(a.Fact), workspace.Kinds),
                a.ReversedBy is { } by ? $"已撤销 taken back by {by}"
                    : a.Origin is { } origin ? $"承接自 carried from {origin}" : ""]));
        if (found.Next is { } next) Output.Line($"还有更多 more: --after {next}");
    }

    private static void Write(Utf8JsonWriter json, FoundActivities found)
    {
        if (found.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteString("caughtUpTo", Calendar.Text(found.CaughtUpTo));
        json.WriteStartArray("activities");
        foreach (var activity in found.Items)
        {
            json.WriteStartObject();
            json.WriteString("chamber", activity.Chamber.Value);
            json.WriteNumber("sequence", activity.Sequence);
            json.WriteString("id", activity.Id.Value);
            json.WriteString("kind", activity.Fact.Kind.Value);
            json.WriteString("on", activity.Fact.On.ToString());
            json.WriteString("number", new Points(activity.Fact.Measured.NumberHundredths).ToString());
            if (activity.Fact.Measured.Choice is { } choice) json.WriteString("option", choice);
            if (activity.Fact.Key is { } key) json.WriteString("key", key);
            json.WriteString("recorded", Calendar.Text(activity.Recorded));
            json.WriteString("by", activity.By.Value);
            if (activity.ReversedBy is { } reversal) json.WriteString("reversedBy", reversal.Value);
            if (activity.Origin is { } origin) json.WriteString("origin", origin.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (found.Next is { } next) json.WriteString("next", next.ToString());
    }
}
