using System.Globalization;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// Heads of streams as text: what a clean close keeps, and what anyone may keep elsewhere to detect a truncated log.
/// </summary>
/// <remarks>
/// First <c>micropoints-heads/1</c>, then <c>stream sequence hash tally</c> a line, last <c>end COUNT</c>. The tally is
/// <c>-</c>; older files have a digest there, which is passed over: checkpoints keep the whole state.
/// </remarks>
public static class HeadsFile
{
    private const string Magic = "micropoints-heads/1";

    /// <summary>A cut as text.</summary>
    public static string Text(Heads heads) => string.Concat(
    [
        $"{Magic}\n",
        .. heads.Select(h => $"{h.Stream} {h.Head.Sequence} {h.Head.Hash} -\n"),
        $"end {heads.Count}\n",
    ]);

    /// <summary>Reads a heads file.</summary>
    /// <exception cref="StoreException">It is missing, cut short or of another kind.</exception>
    public static IReadOnlyList<StreamHead> Read(string path)
    {
        string[] lines;
        try { lines = File.ReadAllText(path).Split('\n'); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the heads file {path} cannot be read: {e.Message}", e);
        }
        if (lines[0] != Magic) throw Unreadable(path, 1, $"it does not begin with {Magic}");
        if (lines is not [.., var end, ""] || end != $"end {lines.Length - 3}")
            throw Unreadable(path, lines.Length, "it is cut short");
        var heads = new List<StreamHead>(lines.Length);
        for (var i = 1; i < lines.Length - 2; i++)
            heads.Add(Line(lines[i]) ?? throw Unreadable(path, i + 1, $"'{lines[i]}' is not a head"));
        return heads;
    }

    private static StreamHead? Line(string line)
    {
        if (line.Split(' ') is not [var name, var number, var hash, var tally]) return null;
        if (!StreamId.TryParse(name, out var stream) || !Digest.TryParse(hash, out var digest)) return null;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return null;
        var head = new Head(sequence, digest);
        if (sequence == 0) return null;
        return tally == "-" || Digest.TryParse(tally, out _) ? new StreamHead(stream, head) : null;
    }

    private static StoreException Unreadable(string path, int line, string why) => new(
        $"{path}:{line}: {why}. If it is derived/heads, run 'micropoints rebuild'; else fetch another copy.");
}
