namespace MicroPoints.Streams;

/// <summary>What one entry says. Each type has a versioned name, canonical bytes, a fold arm and a golden file.</summary>
public abstract record Entry
{
    /// <summary>The type's name and version, sealed with the entry, such as <c>activity-recorded/1</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether the text beside it is a secret that nothing may show, print or send.</summary>
    public virtual bool KeepsTextSecret => false;

    /// <summary>Writes every field in the order of the type's version.</summary>
    public abstract void Write(CanonicalWriter writer);
}

/// <summary>Free text beside an entry, which seals only its salted digest, so that erasing the text leaves the chain valid.</summary>
/// <param name="Salt">16 bytes that the host chose, so that the digest cannot be guessed back.</param>
/// <param name="Text">The text; null once erased.</param>
public sealed record SaltedText(ReadOnlyMemory<byte> Salt, string? Text)
{
    public const int SaltBytes = 16;

    /// <summary>Never the text, which may be a secret or a person's name.</summary>
    public override string ToString() => Text is null ? "an erased text" : "a text";

    /// <summary>What the entry seals.</summary>
    public Digest Digest => DigestOf(Salt.Span, Text ?? "");

    public static Digest DigestOf(ReadOnlySpan<byte> salt, string text) =>
        MicroPoints.Digest.Of(CanonicalWriter.OfThread().Bytes(salt).Text(text).Written);
}

/// <summary>An entry that has been decided but has no place in its stream yet.</summary>
/// <param name="Id">Chosen by the caller, unique in the stream.</param>
/// <param name="By">Who; opaque.</param>
/// <param name="At">When it was recorded, UTC, whole milliseconds.</param>
/// <param name="Rules">The head of the adoption stream in force where it was recorded, or null before any adoption.</param>
/// <param name="Body">What it says.</param>
/// <param name="Reason">Why, in words; sealed as a salted digest.</param>
public sealed record Draft(EntryId Id, ActorId By, DateTimeOffset At, Digest? Rules, Entry Body, SaltedText? Reason = null);

/// <summary>Where a stream ends.</summary>
/// <param name="Sequence">How many entries it has; the first has sequence 1.</param>
/// <param name="Hash">The last entry's hash; all zeros for an empty stream.</param>
public readonly record struct Head(long Sequence, Digest Hash)
{
    public static readonly Head Empty = new(0, Digest.Zero);
    public override string ToString() => $"{Sequence}@{Hash}";
}
