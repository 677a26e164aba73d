using System.CommandLine;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Lists the register.</summary>
internal static class ListChambers
{
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "only this region", "CODE", text => new RegionCode(text));
    private static readonly Option<DateOnly> On = Common.Typed(
        "--as-of", "the register on a day [default: today]", "DAY", Common.Day);

    public static Command Build() => new Verb("list", "list the register 商会名册", "chambers list --data data",
        "chambers list --scope 990101 --output json")
        .With(Scope, On).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var day = parsed.GetResult(On) is null ? store.Workspace.Today : parsed.GetValue(On);
        var chambers = new List<Chamber>();
        foreach (var (stream, _) in (await store.Workspace.Log.Cut(parsed.GetValue(Scope), cancel)).Of(StreamType.Chamber))
            if ((await store.Workspace.Chambers.View(new ChamberId(stream.Name), Period.Year(day.Year), AsOf.On(day),
                cancel)).Register is { } chamber)
                chambers.Add(chamber);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, chambers, day));
        else
        {
            if (chambers.Select(c => c.Stamp).FirstOrDefault(t => t is not null) is { } stamp) Output.Line(stamp);
            Output.Table(["编号 id", "名称 name", "类别 kind", "地区 seat", "成立 founded", "状态 state"],
                chambers.Select(c => (string[])[c.Id.Value, c.NameOn(day), c.Kind, c.Seat.Value,
                    c.Founded is { } founded ? Calendar.Text(founded) : "", State(c, day)]));
        }
        return ExitCode.Fine;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, List<Chamber> chambers, DateOnly day)
    {
        if (chambers.Select(c => c.Stamp).FirstOrDefault(t => t is not null) is { } stamp) json.WriteString("stamp", stamp);
        json.WriteStartArray("chambers");
        foreach (var chamber in chambers)
        {
            json.WriteStartObject();
            json.WriteString("id", chamber.Id.Value);
            json.WriteString("name", chamber.NameOn(day));
            json.WriteString("kind", chamber.Kind);
            json.WriteString("seat", chamber.Seat.Value);
            if (chamber.Founded is { } founded) json.WriteString("founded", Calendar.Text(founded));
            json.WriteBoolean("alive", chamber.IsAliveOn(day));
            if (chamber.Successors.Count > 0) json.WriteString("successors", string.Join(' ', chamber.Successors));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string State(Chamber chamber, DateOnly day) => chamber.IsAliveOn(day) ? "" : chamber.End switch
    {
        ChamberEnd.Merged => $"并入 merged into {chamber.Successors[0]}",
        ChamberEnd.Split => $"分立 split into {string.Join(", ", chamber.Successors)}",
        ChamberEnd.Dissolved => "注销 dissolved",
        null => "尚未成立 not founded yet",
        _ => throw new InvalidOperationException("unknown end"),
    };
}
