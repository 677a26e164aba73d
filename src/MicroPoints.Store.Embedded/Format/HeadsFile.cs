using System.Globalization;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// Heads of streams as text: what a clean close keeps, and what anyone may keep elsewhere to detect a truncated log.
/// </summary>
/// <remarks>
/// First <c>micropoints-heads/2</c>, then <c>stream sequence hash tally</c> a line, last <c>end COUNT SUM</c>. The sum is
/// SHA-256 over all lines before, so that a changed digit is never taken for what the log lacks; files of form 1 have
/// none and are still read. The tally is <c>-</c>; older files have a digest there, which is passed over: checkpoints
/// keep the whole state.
/// </remarks>
public static class HeadsFile
{
    private const string Magic = "micropoints-heads/2";
    private const string WithoutSum = "micropoints-heads/1";

    /// <summary>A cut as text.</summary>
    public static string Text(Heads heads)
    {
        var lines = string.Concat([$"{Magic}\n", .. heads.Select(h => $"{h.Stream} {h.Head.Sequence} {h.Head.Hash} -\n")]);
        return $"{lines}{End(heads.Count, lines)}\n";
    }

    private static string End(int count, string lines) => $"end {count} {Digest.OfText(lines)}";

    /// <summary>Reads a heads file.</summary>
    /// <exception cref="StoreException">It is missing, cut short or of another kind.</exception>
    public static IReadOnlyList<StreamHead> Read(string path)
    {
        string text;
        try { text = File.ReadAllText(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the heads file {path} cannot be read: {e.Message}", e);
        }
        var lines = text.Split('\n');
        if (lines[0] is not (Magic or WithoutSum)) throw Unreadable(path, 1, $"it does not begin with {Magic}");
        if (lines is not [.., var end, ""] || !end.StartsWith("end ", StringComparison.Ordinal))
            throw Unreadable(path, lines.Length, "it is cut short");
        var wanted = lines[0] == WithoutSum ? $"end {lines.Length - 3}" : End(lines.Length - 3, text[..^(end.Length + 1)]);
        if (end != wanted) throw Unreadable(path, lines.Length - 1, "it is damaged: this is not the end of the lines before");
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
