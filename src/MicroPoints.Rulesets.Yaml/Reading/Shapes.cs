using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Takes a node for what its position demands: typed by where it stands, never by what it looks
/// like.</summary>
/// <remarks>Each method answers null where it has reported why. A refused node was reported before.</remarks>
internal static class Shapes
{
    public static YamlMapping? Mapping(YamlNode node, string what, Findings findings)
    {
        if (node is YamlMapping mapping) return mapping;
        Misshapen(DiagnosticCodes.NotMapping, node, $"{what} is not a mapping", "Write keys, as in { key: value }.",
            findings);
        return null;
    }

    public static IReadOnlyList<YamlNode>? List(YamlNode node, string what, Findings findings, int max =
        Limits.RulesetListMax)
    {
        if (node is not YamlList list)
        {
            Misshapen(DiagnosticCodes.NotList, node, $"{what} is not a list", "Write a list, as in [ a, b ].",
                findings);
            return null;
        }
        if (list.Items.Count <= max) return list.Items;
        findings.Add(DiagnosticCodes.ListTooLong, node, $"{what} has {list.Items.Count} items, the limit is {max}",
            "Write fewer.");
        return null;
    }

    public static YamlScalar? Scalar(YamlNode node, string what, Findings findings)
    {
        if (node is YamlScalar { IsNull: false } scalar && scalar.Text.Trim().Length > 0) return scalar;
        if (node is YamlScalar)
            findings.Add(DiagnosticCodes.EmptyValue, node, $"{what} is empty", "Write a value, or remove the key.");
        else
            Misshapen(DiagnosticCodes.NotScalar, node, $"{what} is not a single value", "Write one value.", findings);
        return null;
    }

    public static string? Text(YamlNode node, string what, Findings findings, int max = Limits.ReasonLengthMax)
    {
        if (Scalar(node, what, findings) is not { } scalar) return null;
        if (scalar.Text.Length <= max) return scalar.Text;
        findings.Add(DiagnosticCodes.TextTooLong, node,
            $"{what} has {scalar.Text.Length} characters, the limit is {max}", "Shorten it.");
        return null;
    }

    /// <summary>An id that people or streams use outside the file too.</summary>
    public static string? Id(YamlNode node, string what, Findings findings)
    {
        if (Scalar(node, what, findings) is not { } scalar) return null;
        if (KindId.IsValid(scalar.Text)) return scalar.Text;
        findings.Add(DiagnosticCodes.NotId, node, $"{what} '{scalar.Text}' is not spelled like an id",
            $"Write 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit.");
        return null;
    }

    public static string? Quoted(YamlNode node, string what, Findings findings)
    {
        if (Scalar(node, what, findings) is not { } scalar) return null;
        if (!scalar.Plain) return scalar.Text;
        findings.Add(DiagnosticCodes.NotQuoted, node, $"{what} {scalar.Text} is not quoted",
            $"Write '{scalar.Text}' in quotes.");
        return null;
    }

    public static DateOnly? Day(YamlNode node, string what, Findings findings)
    {
        if (Quoted(node, what, findings) is not { } text) return null;
        if (Calendar.TryParseDay(text, out var day)) return day;
        findings.Add(DiagnosticCodes.NotDay, node, $"{what} '{text}' is not a day",
            $"Write one from '{Calendar.Text(Limits.FirstDay)}' to '{Calendar.Text(Limits.LastDay)}'.");
        return null;
    }

    public static bool? Boolean(YamlNode node, string what, Findings findings)
    {
        if (Scalar(node, what, findings) is not { } scalar) return null;
        if (scalar.Text is not ("true" or "false"))
        {
            findings.Add(DiagnosticCodes.NotBoolean, node, $"{what} '{scalar.Text}' is neither true nor false",
                "Write true or false.");
            return null;
        }
        WarnOfQuotes(scalar, what, findings);
        return scalar.Text == "true";
    }

    public static Points? Number(YamlNode node, string what, Findings findings)
    {
        if (Scalar(node, what, findings) is not { } scalar) return null;
        if (Points.TryParse(scalar.Text, out var number))
        {
            WarnOfQuotes(scalar, what, findings);
            return number;
        }
        if (scalar.Text.TrimStart('-') is { Length: > 9 } digits && digits.All(c => char.IsAsciiDigit(c) || c == '.'))
            findings.Add(DiagnosticCodes.NumberTooLarge, node, $"{what} {scalar.Text} is too large",
                $"Write a number of at most {new Points(Limits.NumberMax)} with at most two decimals.");
        else
            findings.Add(DiagnosticCodes.NotNumber, node, $"{what} '{scalar.Text}' is not a number",
                "Write digits with at most two decimals, such as 3, 0.5 or -2.25; no leading zero, plus or exponent.");
        return null;
    }

    /// <summary>A whole number within a range.</summary>
    public static long? Whole(YamlNode node, string what, long least, long most, Findings findings)
    {
        if (Number(node, what, findings) is not { } number) return null;
        if (number.Hundredths % 100 != 0)
            findings.Add(DiagnosticCodes.NotWhole, node, $"{what} {number} is not whole", "Write a whole number.");
        else if (number.Hundredths < least * 100 || number.Hundredths > most * 100)
            findings.Add(DiagnosticCodes.OutOfRange, node, $"{what} {number} is outside {least} to {most}",
                "Write a number in that range.");
        else
            return number.Hundredths / 100;
        return null;
    }

    public static Duration? Duration(YamlNode node, string what, Findings findings)
    {
        if (Scalar(node, what, findings) is not { } scalar) return null;
        if (MicroPoints.Duration.TryParse(scalar.Text, out var duration)) return duration;
        findings.Add(DiagnosticCodes.NotDuration, node, $"{what} '{scalar.Text}' is not a duration",
            "Write a number and months, quarters or years, such as 12 months.");
        return null;
    }

    private static void WarnOfQuotes(YamlScalar scalar, string what, Findings findings)
    {
        if (!scalar.Plain)
            findings.Add(DiagnosticCodes.NeedlessQuotes, scalar, $"{what} is quoted",
                $"Write {scalar.Text} without quotes.");
    }

    private static void Misshapen(DiagnosticCode code, YamlNode node, string message, string fix, Findings findings)
    {
        if (node is YamlRefused) return;
        if (node is YamlScalar { IsNull: true })
            findings.Add(DiagnosticCodes.EmptyValue, node, $"{message}, it is empty",
                "Write a value, or remove the key.");
        else
            findings.Add(code, node, message, fix);
    }
}
