namespace MicroPoints.Documents;

/// <summary>A print as plain text of a hundred columns.</summary>
public static class TextPrint
{
    private const int Columns = 100;

    public static string Write(PrintedRules rules, PrintLanguage language)
    {
        var (words, text) = (new PrintWords(language), new TextLines(Columns));
        foreach (var title in words.All(rules.Title)) text.Add(title);
        text.Underline(words.All(rules.Title)[0], '=');
        foreach (var mark in rules.Marks.SelectMany(words.All)) text.Add(mark);
        text.Blank();
        foreach (var fact in rules.Facts) text.Add($"{words.Heading(fact.Name)}{words.Colon}{words.One(fact.Value)}", hanging: 4);
        foreach (var table in rules.Tables) Table(table, words, text);
        foreach (var section in rules.Sections)
        {
            Heading(section.Heading, words, text);
            foreach (var opening in section.Opening is { } sentence ? words.All(sentence) : []) text.Add(opening);
            foreach (var line in section.Lines) Line(line, words, text);
        }
        return text.ToString();
    }

    private static void Heading(Title heading, PrintWords words, TextLines text)
    {
        text.Blank();
        text.Add(words.Heading(heading));
        text.Underline(words.Heading(heading), '-');
    }

    /// <summary>A row is a paragraph: cells of sentences fit into no columns.</summary>
    private static void Table(PrintedTable table, PrintWords words, TextLines text)
    {
        Heading(table.Heading, words, text);
        foreach (var row in table.Rows)
            text.Add($"{words.One(row[0])}  " + string.Join(words.Semicolon, table.Columns.Skip(1).Zip(row.Skip(1),
                (column, cell) => $"{words.Heading(column)}{words.Colon}{words.One(cell)}")), hanging: 4);
    }

    private static void Line(PrintedLine line, PrintWords words, TextLines text)
    {
        var indent = 2 * line.Depth;
        text.Blank();
        var said = words.All(line.Text);
        text.Add($"{PrintWords.Clean(line.Id)}  {said[0]}", indent, 4);
        foreach (var also in said.Skip(1)) text.Add(also, indent + 4);
        text.Add($"{words.Heading(PrintWords.Clause)}{words.Colon}{words.One(line.Clause)}", indent + 4, 2);
        if (line.Kinds.Count == 0)
            text.Add($"{words.Heading(PrintWords.Confirmed)}{words.Colon}{words.One(line.Confirmed)}", indent + 4, 2);
        else text.Add($"{words.Heading(PrintWords.Confirmed)}{words.Colon.TrimEnd()}", indent + 4);
        foreach (var kind in line.Kinds) text.Add($"- {words.Serves(kind)}", indent + 6, 2);
        if (line.Switch is { } setting) text.Add($"{words.Heading(PrintWords.Switch)}{words.Colon}{words.One(setting)}", indent + 4, 2);
        if (line.Machine is { } machine)
        {
            text.Add($"{words.Heading(PrintWords.Machine)}{words.Colon.TrimEnd()}", indent + 4);
            foreach (var written in machine.Split('\n')) text.Verbatim(PrintWords.Clean(written), indent + 6);
        }
        if (line.Tests.Count == 0) return;
        text.Add($"{words.Heading(PrintWords.Tests)}{words.Colon.TrimEnd()}", indent + 4);
        foreach (var test in line.Tests) text.Add($"- {PrintWords.Clean(test)}", indent + 6, 2);
    }
}
