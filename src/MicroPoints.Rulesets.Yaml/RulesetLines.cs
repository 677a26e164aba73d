using System.Text;
using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>Where a line of a ruleset stands in its file, and how it is written there.</summary>
/// <param name="First">Its first line, from 1.</param>
/// <param name="Last">Its last line; of a group the one before those inside it.</param>
/// <param name="Text">As written, without the indentation around it; of a group without those inside it.</param>
public sealed record RulesetLine(string Id, int First, int Last, string Text);

/// <summary>The lines of a ruleset file by their ids, in the order of the file.</summary>
public static class RulesetLines
{
    private const string Inside = "indicators";
    private static readonly string[] Sections = ["categories", "deductions", "limits", "grades", "classes", "outcomes"];

    /// <summary>Nothing where the text is no YAML that rulesets use.</summary>
    public static IReadOnlyList<RulesetLine> Of(ReadOnlySpan<byte> bytes)
    {
        var findings = new Findings("");
        if (YamlDocument.Read(bytes, findings) is not { } root) return [];
        var text = Encoding.UTF8.GetString(bytes).Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        return [.. Sections.SelectMany(s => Of(root.Find(s), text)).OrderBy(l => l.First)];
    }

    private static IEnumerable<RulesetLine> Of(YamlNode? section, string[] text) => section is not YamlList list ? []
        : list.Items.OfType<YamlMapping>().SelectMany(i => Of(i.Find(Inside), text).Prepend(Line(i, text)).OfType<RulesetLine>());

    private static RulesetLine? Line(YamlMapping line, string[] text)
    {
        if (line.Find("id") is not YamlScalar { Text: { Length: > 0 } id }) return null;
        var until = line.Entries.FirstOrDefault(e => e.Key.Text == Inside && e.Value is YamlList)?.Key.At ?? line.Until;
        var last = Math.Min(until.Line, text.Length);
        var (there, at) = (last == until.Line ? text[last - 1] : "", until.Column - 1);
        // The parser says of a bracket where it stands, not where it ends.
        if (at < there.Length && there[at] == '}') return Cut(at + 1);
        if (there[..Math.Min(at, there.Length)].Trim().Length > 0) return Cut(at);
        // Nothing of it stands on that line: it ended above, before the remarks on what follows.
        while (last > line.At.Line && (last == until.Line || text[last - 1].TrimStart() is "" or ['#', ..])) last--;
        return Cut(int.MaxValue);

        RulesetLine Cut(int end) => new(id, line.At.Line, last, Written(text, line.At, last, end));
    }

    private static string Written(string[] text, Place from, int last, int end)
    {
        var cut = new StringBuilder();
        for (var at = from.Line; at <= last; at++)
        {
            var line = text[at - 1];
            if (at == last && end < line.Length) line = line[..end];
            var indent = Math.Min(from.Column - 1, at == from.Line ? line.Length : line.Length - line.TrimStart(' ').Length);
            cut.Append(at == from.Line ? "" : "\n").Append(line[indent..].TrimEnd());
        }
        return cut.ToString();
    }
}
