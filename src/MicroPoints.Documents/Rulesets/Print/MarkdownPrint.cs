using System.Text;

namespace MicroPoints.Documents;

/// <summary>A print as Markdown with tables.</summary>
public static class MarkdownPrint
{
    private const string Special = "\\`*_[]<>|~$#";

    public static string Write(PrintedRules rules, PrintLanguage language)
    {
        var (words, text) = (new PrintWords(language), new StringBuilder());
        text.Append("# ").Append(Heading(words, rules.Title)).Append("\n\n");
        foreach (var mark in rules.Marks.SelectMany(words.All)) text.Append("> **").Append(Escaped(mark)).Append("**\n>\n");
        if (rules.Marks.Count > 0) text.Append('\n');
        foreach (var fact in rules.Facts)
            text.Append("- ").Append(Heading(words, fact.Name)).Append(words.Colon).Append(Escaped(words.One(fact.Value))).Append('\n');
        foreach (var table in rules.Tables)
        {
            text.Append("\n## ").Append(Heading(words, table.Heading)).Append("\n\n");
            Table(text, table.Columns.Select(c => Heading(words, c)), table.Rows.Select(r => r.Select(c => Cell(words.All(c)))));
        }
        foreach (var section in rules.Sections) Section(section, words, text);
        return text.ToString();
    }

    private static void Section(PrintedSection section, PrintWords words, StringBuilder text)
    {
        text.Append("\n## ").Append(Heading(words, section.Heading)).Append("\n\n");
        if (section.Opening is { } opening) text.Append(string.Join("\n\n", words.All(opening).Select(Escaped))).Append("\n\n");
        Title[] columns = [PrintWords.Id, PrintWords.Rule, PrintWords.Clause, PrintWords.Confirmed];
        Table(text, columns.Select(c => Heading(words, c)), section.Lines.Select(l => (IEnumerable<string>)[
            Escaped(l.Id), Cell([.. words.All(l.Text), .. l.Switch is { } on ? words.All(on) : []]), Cell(words.All(l.Clause)),
            Cell(l.Kinds.Count == 0 ? words.All(l.Confirmed) : [.. l.Kinds.Select(words.Serves)])]));
        foreach (var line in section.Lines.Where(l => l.Machine is not null || l.Tests.Count > 0)) Beside(line, words, text);
    }

    private static void Beside(PrintedLine line, PrintWords words, StringBuilder text)
    {
        text.Append("\n### ").Append(Escaped(line.Id)).Append('\n');
        if (line.Machine is { } machine)
        {
            // A fence ends what is inside only where that holds none as long.
            var fence = "```";
            while (machine.Contains(fence, StringComparison.Ordinal)) fence += '`';
            var written = string.Join('\n', machine.Split('\n').Select(PrintWords.Clean));
            text.Append('\n').Append(fence).Append("yaml\n").Append(written).Append('\n').Append(fence).Append('\n');
        }
        if (line.Tests.Count > 0) text.Append('\n').Append(Heading(words, PrintWords.Tests)).Append(words.Colon.TrimEnd()).Append("\n\n");
        foreach (var test in line.Tests) text.Append("- ").Append(Escaped(test)).Append('\n');
    }

    private static void Table(StringBuilder text, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var headings = columns.ToList();
        text.Append("| ").AppendJoin(" | ", headings).Append(" |\n|").Append(string.Concat(headings.Select(_ => " --- |"))).Append('\n');
        foreach (var row in rows) text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
    }

    private static string Cell(IReadOnlyList<string> lines) => string.Join("<br>", lines.Select(Escaped));

    private static string Heading(PrintWords words, Title title) => Escaped(words.Heading(title));

    /// <summary>Text that Markdown and the HTML it becomes show as it is.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in PrintWords.Clean(text))
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ => Special.Contains(c, StringComparison.Ordinal) ? escaped.Append('\\').Append(c) : escaped.Append(c),
            };
        return escaped.ToString();
    }
}
