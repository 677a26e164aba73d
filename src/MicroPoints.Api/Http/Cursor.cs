using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MicroPoints.Api;

/// <summary>Where a page ends, in a form that callers only send back: bound to the question it came from.</summary>
internal static class Cursor
{
    private const int SealBytes = 8, LengthMax = 256, CountMax = 1_000_000_000;

    /// <param name="question">Everything that makes another list, such as scope and period.</param>
    public static string Write(string question, string position)
    {
        var text = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Seal(question, position), .. text]);
    }

    /// <summary>How many lines the pages before took; 0 where no cursor was sent.</summary>
    public static int ReadCount(string question, string? cursor) => Read(question, cursor) is not { } position ? 0
        : int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= CountMax ? count
        : throw Invalid();

    /// <summary>The position; null where no cursor was sent.</summary>
    /// <remarks>The seal holds no secret: whoever knows how can seal any position, so callers read it warily.</remarks>
    public static string? Read(string question, string? cursor)
    {
        if (cursor is null) return null;
        if (cursor.Length <= LengthMax && Base64Url.IsValid(cursor) && Base64Url.DecodeFromChars(cursor) is { Length: > SealBytes } bytes
            && Encoding.UTF8.GetString(bytes.AsSpan(SealBytes)) is var position
            && bytes.AsSpan(0, SealBytes).SequenceEqual(Seal(question, position))) return position;
        throw Invalid();
    }

    public static ProblemException Invalid() => new(Fault.CursorInvalid,
        "the cursor is not one that this question gave: send it back as it came, with the same parameters, or begin without one");

    private static ReadOnlySpan<byte> Seal(string question, string position)
    {
        var bytes = new byte[Digest.Bytes];
        Digest.OfText($"{question}\n{position}").Write(bytes);
        return bytes.AsSpan(0, SealBytes);
    }
}
