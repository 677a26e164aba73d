using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MicroPoints.Documents;

/// <summary>A print as one HTML file that loads and runs nothing, and prints on A4.</summary>
public static class HtmlPrint
{
    private const string Style = """
        :root { color-scheme: light; }
        body { max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1b2430; background: #fff; font: 15px/1.6 "Noto Sans CJK SC",
          "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; line-height: 1.35; } h2 { margin: 1.6rem 0 0.5rem; font-size: 1.15rem; }
        h1, h2 { color: #123a5f; }
        table { width: 100%; border-collapse: collapse; } caption { text-align: left; }
        th, td { padding: 0.35rem 0.5rem; border: 1px solid #c3cad3; text-align: left; vertical-align: top; }
        thead th { background: #eef2f6; } thead { display: table-header-group; } tr { break-inside: avoid; }
        tbody th { font-weight: 600; } p { margin: 0.2rem 0; } ul { margin: 0; padding-left: 1.2rem; } td > p:first-child { margin-top: 0; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; } dt { font-weight: 600; } dd, dd p { margin: 0; }
        .mark { padding: 0.5rem 0.8rem; background: #fff4ec; border-left: 4px solid #d9822b; font-weight: 600; }
        .en { color: #4c5766; font-size: 0.92em; } .depth-1 th { padding-left: 1.2rem; } .depth-2 th { padding-left: 2rem; }
        .depth-3 th { padding-left: 2.8rem; } .depth-4 th { padding-left: 3.6rem; } .part th, .part td { background: #f7f9fb; }
        pre { margin: 0.4rem 0; padding: 0.4rem 0.6rem; background: #f3f6f9; white-space: pre-wrap; font: 0.85em/1.5 monospace; }
        .rules th:first-child { width: 7rem; } .rules .clause { width: 12rem; } .rules .confirmed { width: 16rem; }
        @media screen and (max-width: 48rem) { table, tbody, tr, th, td { display: block; width: auto !important; } thead { display: none; }
          tbody th, td { border-bottom: 0; } tr { margin-bottom: 0.6rem; border-bottom: 1px solid #c3cad3; } dl { display: block; } }
        @page { size: A4; margin: 16mm 14mm; }
        @media print { body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-after: avoid; } a { color: inherit; } }
        """;

    public static string Write(PrintedRules rules, PrintLanguage language)
    {
        var (words, html) = (new PrintWords(language), new StringBuilder());
        var styles = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        var policy = $"default-src 'none'; style-src 'sha256-{styles}'";
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(language == PrintLanguage.English ? "en" : "zh-CN")
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append(Text(policy))
            .Append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Text(words.Heading(rules.Title))).Append("</title>\n<style>").Append(Style)
            .Append("</style>\n</head>\n<body>\n<main>\n");
        html.Append("<h1>").Append(Text(words.Heading(rules.Title))).Append("</h1>\n");
        foreach (var mark in rules.Marks) html.Append("<div class=\"mark\">").Append(Both(words, mark)).Append("</div>\n");
        html.Append("<dl>\n");
        foreach (var fact in rules.Facts)
            html.Append("<dt>").Append(Text(words.Heading(fact.Name))).Append("</dt><dd>").Append(Both(words, fact.Value))
                .Append("</dd>\n");
        html.Append("</dl>\n");
        foreach (var table in rules.Tables) Table(table, words, html);
        foreach (var section in rules.Sections) Section(section, words, html);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Table(PrintedTable table, PrintWords words, StringBuilder html)
    {
        html.Append("<h2>").Append(Text(words.Heading(table.Heading))).Append("</h2>\n<table>\n");
        Headings(table.Columns.Select(c => (c, "")), words, html);
        foreach (var row in table.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Both(words, row[0])).Append("</th>");
            foreach (var cell in row.Skip(1)) html.Append("<td>").Append(Both(words, cell)).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static void Section(PrintedSection section, PrintWords words, StringBuilder html)
    {
        html.Append("<h2>").Append(Text(words.Heading(section.Heading))).Append("</h2>\n");
        if (section.Opening is { } opening) html.Append(Both(words, opening)).Append('\n');
        html.Append("<table class=\"rules\">\n");
        Headings([(PrintWords.Id, ""), (PrintWords.Rule, ""), (PrintWords.Clause, "clause"), (PrintWords.Confirmed, "confirmed")],
            words, html);
        foreach (var line in section.Lines) Line(line, words, html);
        html.Append("</tbody>\n</table>\n");
    }

    private static void Line(PrintedLine line, PrintWords words, StringBuilder html)
    {
        html.Append("<tr id=\"line-").Append(Text(line.Id)).Append("\" class=\"depth-").Append(Math.Min(line.Depth, 4))
            .Append(line is { Depth: 0, Kinds.Count: 0 } ? " part" : "").Append("\"><th scope=\"row\">").Append(Text(line.Id))
            .Append("</th><td>").Append(Both(words, line.Text));
        if (line.Switch is { } setting) html.Append(Both(words, setting));
        if (line.Machine is { } machine)
            html.Append("<pre>").Append(Text(machine, isLines: true)).Append("</pre>");
        if (line.Tests.Count > 0) html.Append("<p>").Append(Text(words.Heading(PrintWords.Tests))).Append(words.Colon.TrimEnd())
            .Append("</p><ul>").Append(string.Concat(line.Tests.Select(t => $"<li>{Text(t)}</li>"))).Append("</ul>");
        html.Append("</td><td>").Append(Both(words, line.Clause)).Append("</td><td>");
        if (line.Kinds.Count == 0) html.Append(Both(words, line.Confirmed));
        else html.Append("<ul>").Append(string.Concat(line.Kinds.Select(k => $"<li>{Text(words.Serves(k))}</li>"))).Append("</ul>");
        html.Append("</td></tr>\n");
    }

    private static void Headings(IEnumerable<(Title Title, string Class)> columns, PrintWords words, StringBuilder html)
    {
        html.Append("<thead><tr>");
        foreach (var (title, style) in columns)
            html.Append("<th scope=\"col\"").Append(style.Length == 0 ? "" : $" class=\"{style}\"").Append('>')
                .Append(Text(words.Heading(title))).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
    }

    private static string Both(PrintWords words, Title title)
    {
        var all = words.All(title);
        return $"<p>{Text(all[0])}</p>" + string.Concat(all.Skip(1).Select(t => $"<p class=\"en\" lang=\"en\">{Text(t)}</p>"));
    }

    private static string Text(string text, bool isLines = false) => WebUtility.HtmlEncode(
        isLines ? string.Join('\n', text.Split('\n').Select(PrintWords.Clean)) : PrintWords.Clean(text));
}
