using System.Text.RegularExpressions;

namespace MicroPoints.Documents;

/// <summary>Text as a workbook may hold it.</summary>
internal static partial class XlsxText
{
    /// <summary>Characters that XML has none for are shown as a replacement; what looks like Excel's own escape is kept as text.</summary>
    public static string Valid(string text) => XmlCharacters.Valid(Escape().Replace(TableLimits.Cut(text), "_x005F$0"));

    /// <summary>Whether a program that reads cells as it likes may take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.TrimStart(' ', '\u3000', '\u00A0') is [var first, ..]
            && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>How wide a text is shown, Chinese characters counting two; the widest of its lines.</summary>
    public static int Width(string text) => text.Split('\n').Max(l => l.Sum(c => c >= 0x1100 ? 2 : 1));

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
