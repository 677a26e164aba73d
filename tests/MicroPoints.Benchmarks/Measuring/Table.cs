using System.Text;

namespace MicroPoints.Benchmarks;

/// <summary>The table as Markdown, with the conditions under which it was measured.</summary>
public static class Table
{
    public static string Of(IReadOnlyList<string> conditions, IReadOnlyList<Line> lines, bool judged)
    {
        var text = new StringBuilder();
        foreach (var condition in conditions) text.Append($"- {condition}\n");
        string[] heads = ["what", "ours", "peer", "ratio", "wanted", "verdict"];
        var rows = lines.Select(l => Row(l, judged)).Prepend(heads).ToList();
        var widths = heads.Select((_, column) => rows.Max(r => r[column].Length)).ToList();
        text.Append('\n').Append(Text(heads, widths)).Append('|');
        foreach (var width in widths) text.Append(new string('-', width + 2)).Append('|');
        text.Append('\n');
        foreach (var row in rows.Skip(1)) text.Append(Text(row, widths));
        return text.ToString();
    }

    private static string[] Row(Line line, bool judged) =>
    [
        line.What, line.Ours, line.Peer, line.Ratio is { } ratio ? Shown.Ratio(ratio) : "–",
        line.Wanted is { } wanted ? $"≥ {Shown.Number(wanted)} ×" : "–", line.Verdict(judged),
    ];

    private static string Text(IReadOnlyList<string> cells, IReadOnlyList<int> widths) =>
        "| " + string.Join(" | ", cells.Select((c, i) => c.PadRight(widths[i]))) + " |\n";
}
