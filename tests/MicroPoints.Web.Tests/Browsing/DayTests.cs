using System.Text.RegularExpressions;

namespace MicroPoints.Web.Tests;

/// <summary>A day has one form in a sentence, 2026年11月23日, and one in a table, 2026-11-23; nothing but the desk writes it.</summary>
public sealed partial class DayTests(SealedServer server) : IClassFixture<SealedServer>
{
    [Fact]
    public async Task Every_day_on_a_page_has_the_form_of_its_place()
    {
        var page = await server.Desk.Clerk();
        var (wrong, seen) = (new List<string>(), 0);
        // What rulesets are called and print is theirs.
        foreach (var (_, path) in SealedServer.Pages.Where(p => !p.Path.StartsWith("/rules/", StringComparison.Ordinal)))
        {
            await page.GotoAsync(path);
            foreach (var words in await SealedServer.Words(page))
            {
                var isInTable = words.StartsWith('|');
                seen += InSentence().Count(words) + InTable().Count(words);
                if ((isInTable ? InSentence() : InTable()).IsMatch(words) || WithoutYear().IsMatch(words)) wrong.Add($"{path}: {words}");
            }
        }
        Assert.Equal([], wrong);
        Assert.True(seen > 50, $"only {seen} days were seen");
    }

    [Fact]
    public void No_page_writes_a_day_by_itself() => Assert.Equal([], Sources()
        .Where(f => Path.GetFileName(f) != "Desk.cs")
        .SelectMany(f => File.ReadAllLines(f).Where(IsByItself).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")));

    /// <summary>Ids of entries hold days too, and digests are of them.</summary>
    private static bool IsByItself(string line) => ByItself().IsMatch(line)
        && !line.Contains("new EntryId(", StringComparison.Ordinal) && !line.Contains("Digest.OfText(", StringComparison.Ordinal);

    private static IEnumerable<string> Sources([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../src/MicroPoints.Web")), "*.*",
            SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".razor" or ".cs")
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")]
    private static partial Regex InSentence();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex InTable();

    [GeneratedRegex(@"(?<!年 ?|\d)\d{1,2} ?月 ?\d{1,2} ?日")]
    private static partial Regex WithoutYear();

    /// <summary>A format of a day, or its year and month put together; a field of a form takes the machine's form.</summary>
    [GeneratedRegex(@":yyyy|""yyyy|\.Month\}|\{Calendar\.Text|@Calendar\.Text|[Ff]act\.On\b(?![.)])")]
    private static partial Regex ByItself();
}
