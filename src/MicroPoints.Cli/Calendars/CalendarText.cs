using System.Text.Json;

namespace MicroPoints.Cli;

/// <summary>A calendar in a few words.</summary>
internal static class CalendarText
{
    /// <summary>The years it covers, such as <c>2018–2026</c>; runs are joined.</summary>
    public static string Years(IEnumerable<int> years)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var year in years)
            if (runs is [.., var run] && run.Last + 1 == year) runs[^1] = (run.First, year);
            else runs.Add((year, year));
        return string.Join(", ", runs.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}"));
    }

    public static void Write(Utf8JsonWriter json, string hash, IEnumerable<int> years)
    {
        json.WriteString("sha256", hash);
        json.WriteStartArray("years");
        foreach (var year in years) json.WriteNumberValue(year);
        json.WriteEndArray();
    }
}
