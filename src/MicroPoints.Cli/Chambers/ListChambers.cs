using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

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
        .With(Scope, On).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var day = parsed.GetResult(On) is null ? desk.Today : parsed.GetValue(On);
        var page = await desk.Chambers(parsed.GetValue(Scope), day, cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, page, day));
        else
        {
            if (page.Stamp is { } stamp) Output.Line(stamp);
            Output.Table(["编号 id", "名称 name", "类别 kind", "地区 seat", "成立 founded", "状态 state"],
                page.Chambers.Select(c => (string[])[c.Id, c.Name, c.Kind, c.Seat,
                    c.Founded is { } founded ? Calendar.Text(founded) : "", State(c, day)]));
        }
        return ExitCode.Fine;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, ChamberPage page, DateOnly day)
    {
        if (page.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteStartArray("chambers");
        foreach (var chamber in page.Chambers)
        {
            json.WriteStartObject();
            json.WriteString("id", chamber.Id);
            json.WriteString("name", chamber.Name);
            json.WriteString("kind", chamber.Kind);
            json.WriteString("seat", chamber.Seat);
            if (chamber.Founded is { } founded) json.WriteString("founded", Calendar.Text(founded));
            json.WriteBoolean("alive", IsAlive(chamber, day));
            if (chamber.Successors is { } successors) json.WriteString("successors", string.Join(' ', successors));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static bool IsAlive(ChamberSummary chamber, DateOnly day) => !(chamber.Founded > day) && !(chamber.EndedOn <= day);

    private static string State(ChamberSummary chamber, DateOnly day) => IsAlive(chamber, day) ? "" : chamber.Ending switch
    {
        ChamberEnding.Merged => $"并入 merged into {chamber.Successors?[0]}",
        ChamberEnding.Split => $"分立 split into {string.Join(", ", chamber.Successors ?? [])}",
        ChamberEnding.Dissolved => "注销 dissolved",
        null => "尚未成立 not founded yet",
        _ => throw new InvalidOperationException("unknown ending"),
    };
}
