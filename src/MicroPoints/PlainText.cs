using System.Buffers;
using System.Globalization;

namespace MicroPoints;

/// <summary>Free text that people write, as it may be recorded: words, and nothing that steers what shows them.</summary>
/// <remarks>
/// Control characters move the cursor, colour or erase a terminal; marks of direction show a line in another order than it
/// is stored and sealed in. Entries that were recorded with them are read and folded as they are.
/// </remarks>
public static class PlainText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c)
        .Where(char.IsControl), '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069']);

    private static readonly SearchValues<char> ControlsInLines = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue)
        .Select(c => (char)c).Where(c => c != '\n' && Controls.Contains(c))]);

    /// <summary>Where the first character is that may not stand in one line of text; -1 where there is none.</summary>
    public static int ControlIn(ReadOnlySpan<char> line) => line.IndexOfAny(Controls);

    /// <summary>Where the first character is that may not stand in several lines of text; -1 where there is none.</summary>
    public static int ControlInLines(ReadOnlySpan<char> lines) => lines.IndexOfAny(ControlsInLines);

    /// <summary>Refuses a reason or a conclusion that is too long or not plain; it may have several lines.</summary>
    /// <param name="what">What it is, such as <c>a reason</c>.</param>
    internal static Decision? RefuseLines(string what, string? text, int most = Limits.ReasonLengthMax) =>
        text is null ? null : Refuse(what, text, most, ControlInLines(text));

    /// <summary>Refuses a label or a title of one line that is too long or not plain.</summary>
    /// <param name="what">What it is, such as <c>a label</c>.</param>
    internal static Decision? RefuseLine(string what, string? text, int most = Limits.NameLengthMax) =>
        text is null ? null : Refuse(what, text, most, ControlIn(text));

    private static Decision? Refuse(string what, string text, int most, int at) =>
        text.Length > most ? Decision.Refuse(Refusal.ReasonTooLong, $"{what} has at most {most} characters")
        : at >= 0 ? Decision.Refuse(Refusal.TextNotPlain, $"{what} has {Said(text, at)}") : null;

    /// <summary>Names a character that may not stand there, and what to do.</summary>
    public static string Said(string text, int at) => string.Create(CultureInfo.InvariantCulture,
        $"the control character U+{(int)text[at]:X4} as character {at + 1}: leave it out and send the words alone");
}
