using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>Prints what an activity adds to the lines it reaches.</summary>
internal static class Credit
{
    public static string Text(CreditLine line) =>
        $"{line.Ruleset} {line.Line} {line.Title.Zh}：{(line.Points < Points.Zero ? "" : "+")}{line.Points}"
        + (line.Because.Count > 0 ? $"（{Words.Because(line.Because)}）" : "");

    public static void Write(Utf8JsonWriter json, IReadOnlyList<CreditLine> credited)
    {
        json.WriteStartArray("credited");
        foreach (var line in credited)
        {
            json.WriteStartObject();
            json.WriteString("ruleset", line.Ruleset);
            json.WriteString("indicator", line.Line);
            json.WriteString("points", line.Raw.ToString());
            json.WriteString("counted", line.Points.ToString());
            if (line.Because.Count > 0) json.WriteString("because", string.Join(' ', line.Because.Select(b => b.Code())));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
