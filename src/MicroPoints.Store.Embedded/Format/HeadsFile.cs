using System.Globalization;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>One line of a heads file.</summary>
/// <param name="Tally">The digest of a chamber's tally at that head, where it was folded.</param>
public readonly record struct HeadsLine(StreamId Stream, Head Head, Digest? Tally);

/// <summary>Heads of streams as text: what a clean close keeps, and what anyone may keep elsewhere to detect a truncated log.</summary>
/// <remarks>First <c>micropoints-heads/1</c>, then <c>stream sequence hash tally</c> a line (tally <c>-</c> if not folded), last <c>end COUNT</c>.</remarks>
public static class HeadsFile
{
    private const string Magic = "micropoints-heads/1";

    public static string Text(IReadOnlyCollection<HeadsLine> lines) => string.Concat(
    [
        $"{Magic}\n",
        .. lines.OrderBy(l => l.Stream).Select(l =>
            string.Create(CultureInfo.InvariantCulture, $"{l.Stream} {l.Head.Sequence} {l.Head.Hash} {l.Tally?.ToString() ?? "-"}\n")),
        string.Create(CultureInfo.InvariantCulture, $"end {lines.Count}\n"),
    ]);

    /// <summary>A cut as text.</summary>
    public static string Text(Heads heads) => Text([.. heads.Select(h => new HeadsLine(h.Stream, h.Head, null))]);

    /// <summary>Reads a heads file.</summary>
    /// <exception cref="StoreException">It is missing, cut short or of another kind.</exception>
    public static IReadOnlyList<HeadsLine> Read(string path)
    {
        string[] lines;
        try { lines = File.ReadAllText(path).Split('\n'); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the heads file {path} cannot be read: {e.Message}", e);
        }
        if (lines[0] != Magic) throw Unreadable(path, 1, $"it does not begin with {Magic}");
        if (lines is not [.., var end, ""] || end != string.Create(CultureInfo.InvariantCulture, $"end {lines.Length - 3}"))
            throw Unreadable(path, lines.Length, "it is cut short");
        return [.. lines[1..^2].Select((line, i) => Line(line) ?? throw Unreadable(path, i + 2, $"'{line}' is not a head"))];
    }

    private static HeadsLine? Line(string line)
    {
        if (line.Split(' ') is not [var name, var number, var hash, var tally]) return null;
        if (!StreamId.TryParse(name, out var stream) || !Digest.TryParse(hash, out var digest)) return null;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence == 0) return null;
        if (tally == "-") return new HeadsLine(stream, new Head(sequence, digest), null);
        return Digest.TryParse(tally, out var folded) ? new HeadsLine(stream, new Head(sequence, digest), folded) : null;
    }

    private static StoreException Unreadable(string path, int line, string why) => new(
        $"{path}:{line}: {why}. If it is derived/heads, run verify, delete it and run rebuild; else fetch another copy.");
}
