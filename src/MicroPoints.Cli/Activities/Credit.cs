using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Shows what an entry adds.</summary>
internal static class Credit
{
    public static string Text(CreditLine line) =>
        $"{line.Ruleset} {line.Indicator} {line.Title}：{(line.Points < Points.Zero ? "" : "+")}{line.Points}"
        + (line.Because.Count > 0 ? $"（{Words.Because(line.Because)}）" : "");

    public static void Write(Utf8JsonWriter json, IReadOnlyList<CreditLine> credited)
    {
        json.WriteStartArray("credited");
        foreach (var line in credited)
        {
            json.WriteStartObject();
            json.WriteString("ruleset", line.Ruleset);
            json.WriteString("indicator", line.Indicator);
            json.WriteString("points", line.Raw.ToString());
            json.WriteString("counted", line.Points.ToString());
            if (line.Because.Count > 0) json.WriteString("because", string.Join(' ', line.Because.Select(b => b.Code())));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
