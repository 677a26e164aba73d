using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Shows what an entry adds.</summary>
internal static class Credit
{
    public static string Text(CreditedPoints line) =>
        $"{line.Ruleset} {line.Indicator} {line.Title}：{(line.Counted < 0 ? "" : "+")}{Words.Number(line.Counted)}"
        + (line.Why is { } why ? $"（{why}）" : "");

    public static void Write(Utf8JsonWriter json, IReadOnlyList<CreditedPoints> credited)
    {
        json.WriteStartArray("credited");
        foreach (var line in credited)
        {
            json.WriteStartObject();
            json.WriteString("ruleset", line.Ruleset);
            json.WriteString("indicator", line.Indicator);
            json.WriteString("points", Words.Number(line.Points));
            json.WriteString("counted", Words.Number(line.Counted));
            if (line.Because is { } because) json.WriteString("because", string.Join(' ', because));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
