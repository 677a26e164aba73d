using System.Text.RegularExpressions;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>What the printed text of a ruleset says of one line.</summary>
/// <param name="Document">The title of the document, as the sheet's own list has it.</param>
/// <param name="Confirmed">Each thing that is confirmed with who confirms it, or the one sentence that says why nobody does.</param>
internal sealed record PrintedAnswer(string Document, string Clause, IReadOnlyList<(string What, string By)> Confirmed);

/// <summary>A printed ruleset as an official reads it: from its Chinese text alone, by its headings.</summary>
internal sealed partial class PrintedSheet
{
    private readonly Dictionary<string, string> _documents;
    private readonly IReadOnlyList<string> _paragraphs;

    public PrintedSheet(string text)
    {
        _paragraphs = [.. text.Split("\n\n").Select(p => p.Trim('\n'))];
        _documents = DocumentLine().Matches(Bare(text)).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    /// <summary>Text without blanks and line breaks, which the width of a page decides.</summary>
    public static string Bare(string text) => Blanks().Replace(text, "");

    /// <summary>Which clause gives this line's points, and who confirms it.</summary>
    public PrintedAnswer Answer(string id)
    {
        var lines = _paragraphs.Single(p => FirstWord(p) == id).Split('\n').Select(l => l.TrimEnd()).ToList();
        var (clause, confirmed) = (lines.FindIndex(l => l.Trim().StartsWith("依据：", StringComparison.Ordinal)),
            lines.FindIndex(l => l.Trim().StartsWith("谁确认：", StringComparison.Ordinal)));
        var cite = Cited().Match(Bare(string.Concat(lines[clause..confirmed])));
        var end = lines.FindIndex(confirmed, l => l.Trim().StartsWith("选项：", StringComparison.Ordinal));
        var said = string.Join('\n', lines[confirmed..(end < 0 ? lines.Count : end)]);
        return new PrintedAnswer(_documents[cite.Groups[1].Value], cite.Groups[2].Value, said.Contains("\n") && said.Contains("- ")
            ? [.. said.Split("- ").Skip(1).Select(Bare).Select(s => s.Split("；佐证：")[0].Split('：')).Select(s => (s[0], s[1]))]
            : [("", Bare(said)["谁确认：".Length..])]);
    }

    private static string FirstWord(string paragraph) => paragraph.TrimStart().Split([' ', '\n'], 2)[0];

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();

    [GeneratedRegex("〔([0-9]+)〕名称：《([^》]*)》；发布：")]
    private static partial Regex DocumentLine();

    [GeneratedRegex("^依据：〔([0-9]+)〕(.*)$")]
    private static partial Regex Cited();
}
