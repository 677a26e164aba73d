using System.Text;
using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>Headings and names brought to one spelling, so that width, case, spaces, brackets and marks make no difference.</summary>
public static partial class NameText
{
    /// <summary>Letters and digits alone, in half width and lower case.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Plain(text))
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }

    /// <summary>The same without what stands in brackets, such as points or units.</summary>
    public static string KeyOutsideBrackets(string text) => Key(Brackets().Replace(Plain(text), ""));

    /// <summary>Full-width digits, letters and marks in half width. Done by hand: programs without ICU normalise nothing.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, (plain, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            plain[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var wide => (char)(wide - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                var other => other,
            };
    });

    /// <summary>How far two keys are from each other: for naming the one that was probably meant.</summary>
    public static int Distance(string a, string b)
    {
        if (a.Length > 60 || b.Length > 60) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (before, corner) = (i, i - 1);
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(before, row[j]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j - 1], before) = (row[j], before, next);
            }
            row[b.Length] = before;
        }
        return row[b.Length];
    }

    /// <summary>The name that was probably meant; null where none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        var key = Key(text);
        if (key.Length == 0) return null;
        return names.Select(n => (Name: n, Key: Key(n)))
            .Select(n => (n.Name, Far: n.Key.Contains(key) || key.Contains(n.Key) && n.Key.Length > 1 ? 0 : Distance(key, n.Key)))
            .Where(n => n.Far <= Math.Max(1, key.Length / 3)).OrderBy(n => n.Far).Select(n => n.Name).FirstOrDefault();
    }

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")]
    private static partial Regex Brackets();
}
