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

    /// <summary>Characters that show nothing: names that differ by them alone look the same to everybody.</summary>
    /// <remarks>Beside what Unicode calls format: fillers, selectors of a variant, and the first halves of tags.</remarks>
    private static readonly SearchValues<char> Invisible = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c)
        .Where(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator),
        '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D', '\u180F', '\u2065', '\u2800', '\u3164',
        '\uFFA0', .. Enumerable.Range(0xFE00, 16).Select(c => (char)c), '\uDB40']);

    /// <summary>Letters that Unicode writes in another way too, and composed text does not use: each reads as its usual form.</summary>
    /// <remarks>
    /// By hand, because a program without ICU takes every text as composed. Marks that combine are no letters, so these and the
    /// parts of Hangul syllables are all that letters and digits can be in another form. First and last of each run, in order.
    /// </remarks>
    private const string OtherForms = "\u0374\u0374\u0958\u095F\u09DC\u09DD\u09DF\u09DF\u0A33\u0A33\u0A36\u0A36\u0A59\u0A5B\u0A5E\u0A5E"
        + "\u0B5C\u0B5D\u0F43\u0F43\u0F4D\u0F4D\u0F52\u0F52\u0F57\u0F57\u0F5C\u0F5C\u0F69\u0F69\u1161\u1175\u11A8\u11C2\u1F71\u1F71"
        + "\u1F73\u1F73\u1F75\u1F75\u1F77\u1F77\u1F79\u1F79\u1F7B\u1F7B\u1F7D\u1F7D\u1FBB\u1FBB\u1FBE\u1FBE\u1FC9\u1FC9\u1FCB\u1FCB"
        + "\u1FD3\u1FD3\u1FDB\u1FDB\u1FE3\u1FE3\u1FEB\u1FEB\u1FF9\u1FF9\u1FFB\u1FFB\u2126\u2126\u212A\u212B\uF900\uFA0D\uFA10\uFA10"
        + "\uFA12\uFA12\uFA15\uFA1E\uFA20\uFA20\uFA22\uFA22\uFA25\uFA26\uFA2A\uFA6D\uFA70\uFAD9\uFB1D\uFB1D\uFB1F\uFB1F\uFB2A\uFB36"
        + "\uFB38\uFB3C\uFB3E\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46\uFB4E";

    /// <summary>Where the first character is that shows nothing; -1 where there is none.</summary>
    public static int InvisibleIn(ReadOnlySpan<char> line) => line.IndexOfAny(Invisible);

    /// <summary>Where the first letter is that has a usual form which looks the same; -1 where there is none.</summary>
    public static int OtherFormIn(ReadOnlySpan<char> letters)
    {
        for (var i = 0; i < letters.Length; i++)
            for (var run = 0; run < OtherForms.Length && OtherForms[run] <= letters[i]; run += 2)
                if (letters[i] <= OtherForms[run + 1]) return i;
        return -1;
    }

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

    /// <summary>Names a character that shows nothing, and what to do.</summary>
    public static string SaidInvisible(string text, int at) => string.Create(CultureInfo.InvariantCulture,
        $"the invisible character U+{(int)text[at]:X4} as character {at + 1}: leave it out, or type the words anew");
}
