using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Finds activities over all chambers of a directory or of what a key reaches.</summary>
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
    private static readonly Option<string?> After = new("--after")
    { Description = "where the page before ended, as it said", HelpName = "PLACE" };

    public static Command Build() => new Verb("find", "find activities of all chambers 查询积分事项",
            "activities find --scope 990101 --kind member.visited --from 2026-01-01 --until 2026-07-01 --data data",
            "activities find --key bridge-2 --reversed --output json")
        .With(Scope, Chamber, Kind, From, Until, RecordedFrom, RecordedUntil, By, Key, Reversed, Limit, After)
        .Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var found = await desk.Find(Read(parsed), parsed.GetValue(After), cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, found));
        else Print(found, desk.Kinds);
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
        Limit = Given(parsed, Limit) ?? LimitUsual,
    };

    private static T? Given<T>(ParseResult parsed, Option<T> option) where T : struct =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static DateTimeOffset Instant(string text) => Calendar.TryParseDay(text, out var day) ? Calendar.StartOf(day)
        : Calendar.TryParseInstant(text, out var instant) ? instant
        : throw new FormatException($"'{text}' is not a day such as 2026-04-12 or an instant such as 2026-04-12T08:00:00Z");

    private static void Print(ActivityPage found, KindCatalogue kinds)
    {
        if (found.Stamp is { } stamp) Output.Line(stamp);
        Output.Table(["登记 recorded", "商会 chamber", ">序号", "编号 id", "日期 on", "事项 activity", "内容", "说明"],
            found.Activities.Select(a => (string[])[Calendar.Text(Calendar.DayOf(a.Recorded)), a.Chamber,
                a.Sequence.ToString(CultureInfo.InvariantCulture), a.Id, a.Activity.On,
                ListActivities.Kind(a.Activity, kinds)?.Title.Zh ?? a.Activity.Kind, ListActivities.Measure(a.Activity, kinds),
                a.ReversedBy is { } by ? $"已撤销 taken back by {by}"
                    : a.Origin is { } origin ? $"承接自 carried from {origin}" : ""]));
        if (found.Next is { } next) Output.Line($"还有更多 more: --after {next}");
    }

    private static void Write(Utf8JsonWriter json, ActivityPage found)
    {
        if (found.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteString("caughtUpTo", Calendar.Text(found.CaughtUpTo));
        json.WriteStartArray("activities");
        foreach (var line in found.Activities)
        {
            json.WriteStartObject();
            json.WriteString("chamber", line.Chamber);
            json.WriteNumber("sequence", line.Sequence);
            json.WriteString("id", line.Id);
            json.WriteString("kind", line.Activity.Kind);
            json.WriteString("on", line.Activity.On);
            json.WriteString("number", Words.Number(Number(line.Activity)));
            if (Choice(line.Activity) is { } choice) json.WriteString("option", choice);
            if (line.Activity.Key is { } key) json.WriteString("key", key);
            json.WriteString("recorded", Calendar.Text(line.Recorded));
            json.WriteString("by", line.By);
            if (line.ReversedBy is { } reversal) json.WriteString("reversedBy", reversal);
            if (line.Origin is { } origin) json.WriteString("origin", origin);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (found.Next is { } next) json.WriteString("next", next);
    }

    /// <summary>How much it counts for: 1 for what is no amount, 0 for a flag that is false.</summary>
    private static decimal Number(ActivityFields activity) =>
        activity.Count ?? activity.Quantity ?? activity.Points ?? (activity.Flag == false ? 0 : 1);

    private static string? Choice(ActivityFields activity) =>
        activity.Option ?? (activity.Flag is { } flag ? flag ? "true" : "false" : null);
}
