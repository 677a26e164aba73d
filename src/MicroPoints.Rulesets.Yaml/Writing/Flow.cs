using System.Globalization;
using System.Text;

namespace MicroPoints.Rulesets.Yaml.Writing;

/// <summary>Values as YAML text on one line.</summary>
internal static class Flow
{
    /// <summary>Keys with values; those without a value are left out.</summary>
    public static string Map(params IReadOnlyList<(string Key, string? Value)> entries) =>
        $"{{ {string.Join(", ", entries.Where(e => e.Value is not null).Select(e => $"{e.Key}: {e.Value}"))} }}";

    public static string List(IEnumerable<string> items) => $"[ {string.Join(", ", items)} ]";

    /// <summary>A list of texts; null where there are none.</summary>
    public static string? Texts(IReadOnlyList<string> items) => items.Count == 0 ? null : List(items.Select(Text));

    /// <summary>Only true is worth writing.</summary>
    public static string? Flag(bool value) => value ? "true" : null;

    /// <summary>Plain where nobody could take it for anything else, else in quotes.</summary>
    public static string Text(string text)
    {
        if (text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')) return Escaped(text);
        var plain = text.Length > 0 && char.IsLetterOrDigit(text[0])
            && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-') && text is not ("null" or "Null" or "NULL");
        return plain ? text : Quoted(text);
    }

    /// <summary>Dates, versions and other texts that are always quoted.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Day(DateOnly day) => Quoted(Calendar.Text(day));

    public static string Title(Title title) => Map(("zh", Text(title.Zh)), ("en", title.En is { } en ? Text(en) : null));

    public static string Cite(Cite cite) => Map(("source", Text(cite.Source)), ("clause", Text(cite.Clause)));

    public static string Ids(Ids ids) => ids.Reference is { } id ? "$" + id : List(ids.Literal.Select(Text));

    /// <summary>A word of the file for a value of the model: <c>FollowUp</c> is <c>follow-up</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var c in value.ToString())
            if (char.IsAsciiLetterUpper(c)) word.Append(word.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(c));
            else word.Append(c);
        return word.ToString();
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in text)
            _ = c is '"' or '\\' ? escaped.Append('\\').Append(c)
                : char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF'
                    ? escaped.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture))
                    : escaped.Append(c);
        return escaped.Append('"').ToString();
    }
}
