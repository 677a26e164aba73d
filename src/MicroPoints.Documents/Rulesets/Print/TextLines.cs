using System.Text;

namespace MicroPoints.Documents;

/// <summary>Text broken into lines of so many columns; Chinese characters take two.</summary>
internal sealed class TextLines(int columns)
{
    // No line begins with what closes, or ends with what opens.
    private const string Closing = "，。；：、）”〕》！？,.;:)]!?%", Opening = "（“〔《([";

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Blank() => _text.Append('\n');

    /// <summary>A paragraph whose later lines are indented further.</summary>
    public void Add(string text, int indent = 0, int hanging = 0)
    {
        var lead = indent;
        foreach (var line in Broken(text, indent, indent + hanging))
        {
            _text.Append(' ', lead).Append(line).Append('\n');
            lead = indent + hanging;
        }
    }

    /// <summary>A line as a file writes it: every character of it stays, what is too long goes on behind a mark.</summary>
    public void Verbatim(string line, int indent)
    {
        var (at, mark) = (0, "| ");
        do
        {
            var (from, width) = (at, indent + mark.Length);
            while (at < line.Length && width + Width(line, at) <= columns) { width += Width(line, at); at += Units(line, at); }
            _text.Append(' ', indent).Append(mark).Append(line, from, at - from).Append('\n');
            mark = "\\ ";
        }
        while (at < line.Length);
    }

    /// <summary>A line of one character under a heading, as wide as it.</summary>
    public void Underline(string text, char with) => _text.Append(with, Math.Min(columns, Width(text))).Append('\n');

    public static int Width(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i += Units(text, i)) width += Width(text, i);
        return width;
    }

    private IEnumerable<string> Broken(string text, int first, int rest)
    {
        var (line, width, room) = (new StringBuilder(), 0, columns - first);
        foreach (var piece in Pieces(text))
        {
            var wide = Width(piece);
            if (width > 0 && width + Width(piece.TrimEnd()) > room)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                (width, room) = (0, columns - rest);
            }
            // A word that no line holds is broken wherever a line ends.
            var left = piece;
            while (Width(left.TrimEnd()) > room)
            {
                var at = 0;
                for (var taken = 0; taken + Width(left, at) <= room; at += Units(left, at)) taken += Width(left, at);
                yield return left[..at];
                (left, room) = (left[at..], columns - rest);
                wide = Width(left);
            }
            if (width == 0) left = left.TrimStart(' ');
            line.Append(left);
            width += wide;
        }
        yield return line.ToString().TrimEnd();
    }

    /// <summary>The smallest pieces between which a line may end.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length;)
        {
            var next = i + Units(text, i);
            if (next >= text.Length) break;
            var breaks = (text[i] == ' ' || Width(text, i) == 2 || Width(text, next) == 2)
                && !Closing.Contains(text[next]) && !Opening.Contains(text[i]) && text[next] != ' ';
            if (breaks) { yield return text[from..next]; from = next; }
            i = next;
        }
        if (from < text.Length) yield return text[from..];
    }

    private static int Units(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;

    private static int Width(string text, int at) => text[at] switch
    {
        >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
            or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' => 2,
        // Terminals with Chinese fonts draw these as wide as a character.
        '“' or '”' or '‘' or '’' or '—' or '…' => 2,
        _ => char.IsSurrogate(text[at]) ? 2 : 1,
    };
}
