using System.Buffers.Text;
using System.Security.Cryptography;

namespace MicroPoints.Runtime;

/// <summary>A secret that stands in an address: drawn, shown once, and kept only as its SHA-256.</summary>
public static class Secret
{
    private const int RandomBytes = 32;

    /// <summary>The characters of every secret.</summary>
    public const int Length = 43;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is kept of it; null for a text that was never drawn.</summary>
    public static Digest? DigestOf(string? text) => text is { Length: Length } && Base64Url.IsValid(text) ? Digest.OfText(text) : null;

    /// <summary>An id that nobody had before.</summary>
    internal static string DrawId(char first) => $"{first}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";

    internal static EntryId DrawEntry(string deed) => new($"{deed}-{Guid.CreateVersion7():n}");
}
