using System.Text;

namespace MicroPoints.Documents;

/// <summary>Bytes of a text file as text: UTF-8 with or without a mark, UTF-16 with one, or GBK.</summary>
internal static class TextBytes
{
    /// <summary>The text and what it was read as; null where it is none of these.</summary>
    public static (string? Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (Strict(bytes[0] == 0xFF ? "utf-16" : "utf-16BE", bytes[2..]), "UTF-16");
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        if (bytes.Contains((byte)0)) return (null, "");
        return Strict("utf-8", bytes) is { } text ? (text, "UTF-8") : (Strict("gb18030", bytes), "GBK");
    }

    private static string? Strict(string name, ReadOnlySpan<byte> bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try { return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes); }
        catch (DecoderFallbackException) { return null; }
    }
}
