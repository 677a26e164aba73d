using System.CommandLine;
using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Cli;

/// <summary>Lists one chamber's ledger.</summary>
internal static class ListActivities
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument(
        "chamber", "the chamber's id", text => new ChamberId(text));

    public static Command Build() => new Verb("list", "list a chamber's ledger 台账", "activities list c-01 --data data",
        "activities list c-01 --output json")
        .With(Chamber).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var ledger = await store.Workspace.Log.LoadWhole<LedgerState>(StreamId.Of(parsed.GetValue(Chamber)), cancel);
        if (ledger.Chamber is null) throw CliFailure.Refused(
            Refusal.ChamberUnknown, $"{parsed.GetValue(Chamber)} is not registered");
        var kinds = store.Workspace.Kinds;
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, ledger));
        else
        {
            if (ledger.Chamber.Stamp is { } stamp) Output.Line(stamp);
            Output.Table([">序号", "编号 id", "日期 on", "事项 activity", "内容", "登记 recorded", "说明 reason"],
                ledger.Entries.Select(e => (string[])[
            e.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), e.Id.Value,
                LedgerState.FactOf(e)?.On.ToString() ?? "", What(e, kinds), LedgerState.FactOf(e) is { } fact ? Measure(fact, kinds) : "",
            Calendar.Text(Calendar.DayOf(e.At)), (ledger.ReversalOf(e.Id) is { } by ? $"已撤销 taken back by {by} "
                : "") + e.Reason?.Text]));
        }
        return ExitCode.Fine;
    }

    private static void Write(Utf8JsonWriter json, LedgerState ledger)
    {
        json.WriteString("chamber", ledger.Id.Value);
        if (ledger.Chamber?.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteString("head", ledger.Head.ToString());
        json.WriteStartArray("entries");
        foreach (var entry in ledger.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("id", entry.Id.Value);
            json.WriteString("type", entry.Body.TypeName);
            if (LedgerState.FactOf(entry) is { } fact)
            {
                json.WriteString("kind", fact.Kind.Value);
                json.WriteString("on", fact.On.ToString());
                if (fact.Key is not null) json.WriteString("key", fact.Key);
            }
            if (ledger.ReversalOf(entry.Id) is { } by) json.WriteString("reversedBy", by.Value);
            json.WriteString("recorded", Calendar.Text(entry.At));
            json.WriteString("hash", entry.Hash.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string What(SealedEntry entry, KindCatalogue kinds) => LedgerState.FactOf(entry) is { } fact
        ? kinds.Find(fact.Kind)?.Title.Zh ?? fact.Kind.Value
        : EntryText.Of(entry);

    /// <summary>What a fact measures, in words.</summary>
    public static string Measure(Fact fact, KindCatalogue kinds)
    {
        var kind = kinds.Find(fact.Kind);
        var text = fact.Measured switch
        {
            Measured.Count m => $"{m.Times} 次",
            Measured.Quantity m => $"{new Points(m.Hundredths)} {kind?.Unit}",
            Measured.Rate m => $"满意 {m.Satisfied} / 参评 {m.Answered} / 应评 {m.Asked}",
            Measured.Share m => $"{m.Done} / {m.Of}",
            Measured.Option m => kind?.OptionTitle(m.Id).Zh ?? m.Id,
            Measured.Flag m => m.Value ? "是" : "否",
            Measured.Awarded m => $"{m.Points} 分",
            _ => "",
        };
        return $"{text}{(fact.Key is null ? "" : $" · {fact.Key}")}{(fact.Part is { } part ? $" · {part}" : "")}";
    }
}
