using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Lists one chamber's ledger.</summary>
internal static class ListActivities
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument(
        "chamber", "the chamber's id", text => new ChamberId(text));

    public static Command Build() => new Verb("list", "list a chamber's ledger 台账", "activities list c-01 --data data",
        "activities list c-01 --output json")
        .With(Chamber).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var ledger = await desk.Ledger(parsed.GetValue(Chamber), cancel);
        var reversals = ledger.Entries.Where(e => e.Target is not null).ToDictionary(e => e.Target!, e => e.Id);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, ledger, reversals));
        else
        {
            if (ledger.Stamp is { } stamp) Output.Line(stamp);
            Output.Table([">序号", "编号 id", "日期 on", "事项 activity", "内容", "登记 recorded", "说明 reason"],
                ledger.Entries.Select(e => (string[])[
                    e.Sequence.ToString(CultureInfo.InvariantCulture), e.Id, e.Activity?.On ?? "", What(e, desk.Kinds),
                    e.Activity is { } activity ? Measure(activity, desk.Kinds) : "", Calendar.Text(Calendar.DayOf(e.Recorded)),
                    (reversals.TryGetValue(e.Id, out var by) ? $"已撤销 taken back by {by} " : "") + e.Reason]));
        }
        return ExitCode.Fine;
    }

    private static void Write(Utf8JsonWriter json, LedgerPage ledger, Dictionary<string, string> reversals)
    {
        json.WriteString("chamber", ledger.Chamber);
        if (ledger.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteString("head", string.Create(CultureInfo.InvariantCulture, $"{ledger.Head.Sequence}@{ledger.Head.Hash}"));
        json.WriteStartArray("entries");
        foreach (var entry in ledger.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("id", entry.Id);
            json.WriteString("type", entry.Type);
            if (entry.Activity is { } activity)
            {
                json.WriteString("kind", activity.Kind);
                json.WriteString("on", activity.On);
                if (activity.Key is not null) json.WriteString("key", activity.Key);
            }
            if (reversals.TryGetValue(entry.Id, out var by)) json.WriteString("reversedBy", by);
            json.WriteString("recorded", Calendar.Text(entry.Recorded));
            json.WriteString("hash", entry.Hash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string What(LedgerEntry entry, KindCatalogue kinds) => entry.Activity is { } activity
        ? Kind(activity, kinds)?.Title.Zh ?? activity.Kind : entry.Text ?? entry.Type;

    public static ActivityKind? Kind(ActivityFields activity, KindCatalogue kinds) =>
        KindId.IsValid(activity.Kind) ? kinds.Find(new KindId(activity.Kind)) : null;

    public static string Measure(ActivityFields activity, KindCatalogue kinds)
    {
        var kind = Kind(activity, kinds);
        var text = activity switch
        {
            { Count: { } times } => $"{times} 次",
            { Quantity: { } quantity } => $"{Words.Number(quantity)} {kind?.Unit}",
            { Answered: { } answered } => $"满意 {activity.Satisfied} / 参评 {answered} / 应评 {activity.Asked}",
            { Done: { } done } => $"{done} / {activity.Of}",
            { Option: { } option } => kind?.OptionTitle(option).Zh ?? option,
            { Flag: { } flag } => flag ? "是" : "否",
            { Points: { } points } => $"{Words.Number(points)} 分",
            _ => "",
        };
        return $"{text}{(activity.Key is null ? "" : $" · {activity.Key}")}{(activity.Part is { } part ? $" · {part}" : "")}";
    }
}
