namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>A text in which ▸ marks where exactly one diagnostic with some code must be.</summary>
public sealed record Marked(string Code, string Text)
{
    private const char Mark = '▸';

    public string Unmarked => Text.Replace(Mark.ToString(), "", StringComparison.Ordinal);

    /// <summary>Line and column, from 1.</summary>
    public (int Line, int Column) Place
    {
        get
        {
            var at = Text.IndexOf(Mark, StringComparison.Ordinal);
            Assert.True(at >= 0, "no mark in the text");
            var before = Text[..at];
            return (before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n'));
        }
    }

    public void MustBeFoundIn(IReadOnlyList<Diagnostic> found)
    {
        var hits = found.Where(d => d.Code == Code).Select(d => (d.Line, d.Column)).ToList();
        Assert.True(hits.Contains(Place), $"expected {Code} at {Place}, found:\n{string.Join('\n', found)}");
        var known = DiagnosticCodes.All.Single(c => c.Id == Code);
        Assert.All(found.Where(d => d.Code == Code), d => Assert.Equal(known.Severity, d.Severity));
        // What follows from one mistake is not reported as others.
        var errors = found.Where(d => d.IsError && d.Code != Code).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    public override string ToString() => $"{Code}: {Text.ReplaceLineEndings(" ")}";
}

/// <summary>Marked texts as theory data; the text is what names the case.</summary>
internal static class Found
{
    public static TheoryData<string, string> Data(IReadOnlyList<Marked> marked)
    {
        var data = new TheoryData<string, string>();
        foreach (var item in marked) data.Add(item.Code, item.Text);
        return data;
    }
}
