using System.Text.RegularExpressions;

namespace MicroPoints.Tests.Tidy;

/// <summary>How long files, methods and lines may be.</summary>
public sealed partial class SourceTests
{
    private const int FileLinesMax = 300, MethodLinesMax = 70, LineColumnsMax = 140;

    /// <summary>Lines longer than the limit that stood when the test was written. A number may only be
    /// lowered.</summary>
    private static readonly Dictionary<string, int> KnownLongLines = new()
    {
        ["MicroPoints.Cli"] = 12,
        ["MicroPoints.Rulesets.Yaml.Tests"] = 42,
    };

    private static readonly (string File, string[] Lines)[] Files =
        [.. Repository.Sources("src").Concat(Repository.Sources("tests"))
        .Select(f => (f, Repository.Read(f).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')))];

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Files.Where(f => f.Lines.Length > FileLinesMax).Select(f => $"{f.File}: {f.Lines.Length} lines"));

    [Fact]
    public void No_method_is_longer_than_70_lines() =>
        Assert.Empty(
            Files.SelectMany(f =>
            Methods(f.Lines).Where(m => m.Length > MethodLinesMax).Select(m => $"{f.File}:{m.At}: {m.Length} lines")));

    [Fact]
    public void No_line_is_longer_than_140_columns_beyond_those_known() => Assert.Empty(Files
        .GroupBy(f => f.File.Split('/')[1], f => f.Lines.Count(l => l.Length > LineColumnsMax))
        .Select(p => (Project: p.Key, Long: p.Sum(), Known: KnownLongLines.GetValueOrDefault(p.Key)))
        .Where(p => p.Long > p.Known).Select(p => $"{p.Project}: {p.Long} lines, {p.Known} known"));

    [Fact]
    public void The_counter_of_methods_sees_both_kinds_of_body()
    {
        string[] code =
            ["class C", "{", "    public int A()", "    {", "        return 1;", "    }", "", "    private int B() =>",
            "        1", "        + 2;", "", "    private sealed class D(int e) : F", "    {", "        int G => e;", "    }", "}"];
        Assert.Equal([(3, 4), (8, 3)], Methods(code));
    }

    [Fact]
    public void No_line_is_indented_by_tabs_or_ends_in_blanks() =>
        Assert.Empty(Files.Where(f => f.Lines.Any(l => l.StartsWith('\t') || l.EndsWith(' '))).Select(f => f.File));

    [Fact]
    public void No_comment_names_an_issue_or_leaves_work_behind() =>
        Assert.Empty(Files.Where(f => f.Lines.Any(l => Leftover().IsMatch(l))).Select(f => f.File));

    /// <summary>Where each member with a body begins, counted from 1, and how many lines it takes.</summary>
    private static IEnumerable<(int At, int Length)> Methods(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (!Member().IsMatch(lines[at]) || TypeHead().IsMatch(lines[at])) continue;
            var indent = lines[at].Length - lines[at].TrimStart().Length;
            var end = at;
            while (end < lines.Length && !Ends(lines, at, end, indent)) end++;
            yield return (at + 1, end - at + 1);
        }
    }

    private static bool Ends(string[] lines, int at, int end, int indent)
    {
        var line = lines[end];
        var own = line.Length - line.TrimStart().Length;
        return end == at && line.EndsWith('}') || own == indent && end > at && line.TrimStart() is "}" or "};" or ");"
            || line.EndsWith(';') && lines[at..(end + 1)]
                .All(l => l.TrimStart() != "{" || l.Length - l.TrimStart().Length > indent);
    }

    [GeneratedRegex(@"^(    |        )(public|private|internal|protected|static)\b[^=;]*\w(<[^>]*>)?\(")]
    private static partial Regex Member();

    /// <summary>A type with a primary constructor looks like a method.</summary>
    [GeneratedRegex(@"^ +[a-z ]*\b(class|struct|record) ")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"//.*\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|used" + @" to be)\b")]
    private static partial Regex Leftover();
}
