using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>The words of a 办法 brought to one spelling, so that one phrase finds what was written in many ways.</summary>
internal static partial class RuleText
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Half width, no spaces, lines as clauses, Chinese numerals before units as digits.</summary>
    public static string Plain(string text)
    {
        text = NameText.Plain(text.ReplaceLineEndings("\n")).Replace("两", "二", StringComparison.Ordinal);
        text = string.Concat(text.Select(c => c switch
        {
            '\n' or '。' => ';',
            '〜' or '～' or '—' or '–' or '－' or '−' or '‐' or '至' => '-',
            '﹪' or '％' => '%',
            '＜' => '<',
            '≦' => '≤',
            '≧' => '≥',
            _ => c,
        }).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
        text = Hundredth().Replace(text, m => Value(m.Groups[1].Value) + "%");
        text = Numeral().Replace(text, m => Value(m.Value));
        return Dashes().Replace(text, "-");
    }

    /// <summary>Double quotation marks as single ones.</summary>
    public static string SingleQuoted(string text) => text.Replace('“', '‘').Replace('”', '’');

    /// <summary>On one line and no longer than so many characters.</summary>
    public static string Short(string text, int most)
    {
        var line = string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (line.Length <= most) return line;
        var cut = most - 1;
        if (char.IsHighSurrogate(line[cut - 1])) cut--;
        return line[..cut] + "…";
    }

    /// <summary>Points as a file writes them; null where the digits are none.</summary>
    public static Points? Points(string digits)
    {
        var text = digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
        text = text.TrimStart('0') is var whole && (whole.Length == 0 || whole[0] == '.') ? "0" + whole : whole;
        return MicroPoints.Points.TryParse(text, out var points) ? points : null;
    }

    /// <summary>十二 as 12; a text that is no numeral stays.</summary>
    private static string Value(string numeral)
    {
        var (total, digit) = (0, 0);
        foreach (var c in numeral)
            if (Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value) digit = value;
            else if (c == '十') (total, digit) = (total + Math.Max(1, digit) * 10, 0);
            else if (c == '百') (total, digit) = (total + Math.Max(1, digit) * 100, 0);
            else return numeral;
        return (total + digit).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("百分之([零一二三四五六七八九十百]{1,6}|[0-9]+)")]
    private static partial Regex Hundredth();

    [GeneratedRegex("[一二三四五六七八九十百]{1,6}(?=个|项|次|件|场|户|家|名|人|篇|条|起|村|例|期|季度|年|个月|分(?!比|之|别|类|工|会|支|管|析|档|级|数|值|制|子|明)|%|亿|万|元|小时|天)")]
    private static partial Regex Numeral();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Dashes();
}
