using System.Globalization;
using System.Text;

namespace MicroPoints.Cli.Terminal;

/// <summary>Text as a terminal may show it: what would steer the terminal stands there by its number, such as \u001B.</summary>
/// <remarks>Nothing of the kind is recorded any more, but a ledger keeps what was, and a server says what it likes.</remarks>
internal static class Shown
{
    public static string Of(string text)
    {
        if (PlainText.ControlInLines(text) < 0) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            if (PlainText.ControlInLines([c]) < 0) shown.Append(c);
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        return shown.ToString();
    }
}
