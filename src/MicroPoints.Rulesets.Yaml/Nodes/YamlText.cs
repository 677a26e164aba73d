using System.Text;

namespace MicroPoints.Rulesets.Yaml.Nodes;

/// <summary>Bytes as text: UTF-8 without a byte order mark, LF or CRLF, no tabs, within the limit.</summary>
internal static class YamlText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true);

    /// <summary>The text, or null where findings say why there is none.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (bytes.Length > Limits.RulesetBytesMax)
        {
            findings.Add(DiagnosticCodes.TooLarge, Place.Start,
                $"the file has {bytes.Length} bytes, the limit is {Limits.RulesetBytesMax}",
                "Split it, or remove what rules do not need.");
            return null;
        }
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            findings.Add(DiagnosticCodes.ByteOrderMark, Place.Start, "the file begins with a byte order mark",
                "Save it as UTF-8 without BOM.");
            return null;
        }
        if (Decode(bytes, findings) is not { } text) return null;
        return HasOnlyAllowedCharacters(text, findings) ? text : null;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, Findings findings)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            findings.Add(DiagnosticCodes.NotUtf8, PlaceOf(bytes[..Math.Clamp(broken.Index, 0, bytes.Length)]),
                "the bytes here are not UTF-8", "Save the file as UTF-8.");
            return null;
        }
    }

    private static Place PlaceOf(ReadOnlySpan<byte> before)
    {
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Place(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static bool HasOnlyAllowedCharacters(string text, Findings findings)
    {
        int line = 1, lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') { line++; lineStart = i + 1; continue; }
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            // The last three are line breaks to some readers and not to others, so lines would be counted differently.
            if (!char.IsControl(c) && c is not ('\u0085' or '\u2028' or '\u2029' or '\uFEFF')) continue;
            var at = new Place(line, i - lineStart + 1);
            if (c == '\t') findings.Add(DiagnosticCodes.Tab, at, "a tab stands here", "Write spaces.");
            else findings.Add(DiagnosticCodes.ControlCharacter, at, $"the character U+{(int)c:X4} stands here",
                "Remove it; lines end with LF or CRLF.");
            return false;
        }
        return true;
    }
}
