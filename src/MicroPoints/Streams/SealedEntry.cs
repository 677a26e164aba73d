namespace MicroPoints.Streams;

/// <summary>An entry with its place in a stream and the hash that seals it.</summary>
/// <remarks>
/// The sealed bytes are, each length-prefixed: format, stream, sequence, previous hash, id, actor, instant, rules in force, reason digest,
/// type name, body. The hash is their SHA-256; the next entry seals it in turn.
/// </remarks>
public sealed record SealedEntry(
    StreamId Stream, long Sequence, Digest Previous, Digest Hash,
    EntryId Id, ActorId By, DateTimeOffset At, Digest? Rules, Digest? ReasonDigest, Entry Body, SaltedText? Reason)
{
    /// <summary>The first field of all sealed bytes. A change of layout is a new format.</summary>
    public const string Format = "micropoints-entry/1";

    public Head Head => new(Sequence, Hash);

    /// <summary>The reason's words for whoever may see the entry; null where there are none or they are a secret.</summary>
    public string? ShownReason => Body.KeepsTextSecret ? null : Reason?.Text;

    /// <summary>Whether this reason was given. Where the text was erased its salted digest decides; once the salt is
    /// gone too, nothing can tell.</summary>
    public bool HasReason(string? reason) => Reason switch
    {
        null => reason is null == ReasonDigest is null,
        { Text: null, Salt.Length: 0 } => reason is not null,
        { Text: null } erased => reason is not null && SaltedText.DigestOf(erased.Salt.Span, reason) == ReasonDigest,
        { Text: var text } => text == reason,
    };

    /// <summary>Gives a draft the next place after a head.</summary>
    public static SealedEntry Seal(StreamId stream, Head head, Draft draft)
    {
        var at = Calendar.ToMilliseconds(draft.At);
        var unsealed = new SealedEntry(stream, checked(head.Sequence + 1), head.Hash, default,
            draft.Id, draft.By, at, draft.Rules, draft.Reason?.Digest, draft.Body, draft.Reason);
        return unsealed with { Hash = unsealed.ComputeHash() };
    }

    /// <summary>The hash is computed here and nowhere else.</summary>
    public Digest ComputeHash()
    {
        var writer = CanonicalWriter.OfThread();
        WriteSealedBytes(writer);
        return Digest.Of(writer.Written);
    }

    /// <summary>The canonical bytes that the hash covers.</summary>
    public void WriteSealedBytes(CanonicalWriter writer)
    {
        writer.Text(Format).Text(Stream.ToString()).Whole(Sequence).Digest(Previous);
        WriteOwnFields(writer);
    }

    /// <summary>The fields that cannot be derived from the entry's place: what stores and proofs keep.</summary>
    public void WriteOwnFields(CanonicalWriter writer)
    {
        writer.Text(Id.Value).Text(By.Value).Instant(At).Digest(Rules).Digest(ReasonDigest).Text(Body.TypeName);
        Body.Write(writer);
    }

    /// <summary>Reads <see cref="WriteOwnFields"/> back and computes the hash from its place.</summary>
    public static SealedEntry Read(ref CanonicalReader reader, StreamId stream, Head head, SaltedText? reason)
    {
        var (id, by) = (ReadId(ref reader), ReadActor(ref reader));
        var (at, rules, reasonDigest) = (reader.Instant(), reader.DigestOrNull(), reader.DigestOrNull());
        var body = EntryTypes.Read(reader.Text(), ref reader);
        var entry = new SealedEntry(stream, checked(head.Sequence + 1), head.Hash, default, id, by, at, rules, reasonDigest, body, reason);
        return entry with { Hash = entry.ComputeHash() };
    }

    private static EntryId ReadId(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return EntryId.IsValid(text) ? new EntryId(text) : throw new CanonicalException("an entry id is not valid");
    }

    private static ActorId ReadActor(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return ActorId.IsValid(text) ? new ActorId(text) : throw new CanonicalException("an actor id is not valid");
    }
}
