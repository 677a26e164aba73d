using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>One key as it stands.</summary>
/// <param name="Secret">The SHA-256 of the secret.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
/// <param name="Label">What people call it; null where it has none or was erased.</param>
public sealed record IssuedKey(
    KeyId Id, Digest Secret, Role Role, RegionCode Scope, DateOnly? Until, string? Label, DateTimeOffset IssuedAt, ActorId IssuedBy)
{
    /// <summary>When it was taken back; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedReason { get; init; }

    /// <summary>Who acts with this key.</summary>
    public Actor Actor => new(new ActorId($"key:{Id}"), Role, Scope);

    public bool IsValidOn(DateOnly day) => RevokedAt is null && !(Until <= day);
}

/// <summary>Every key that was ever issued, folded from the stream of keys.</summary>
public sealed class KeyRing(StreamId stream) : StreamState(stream)
{
    private readonly SortedDictionary<KeyId, IssuedKey> _keys = [];

    /// <summary>In order of id, revoked and expired ones among them.</summary>
    public IReadOnlyCollection<IssuedKey> All => _keys.Values;

    public IssuedKey? Find(KeyId id) => _keys.GetValueOrDefault(id);

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case KeyIssued issued:
                Invariant.Holds(_keys.TryAdd(issued.Key, new IssuedKey(issued.Key, issued.Secret, issued.Role, issued.Scope,
                    issued.Until, entry.Reason?.Text, entry.At, entry.By)), "a key is issued once");
                break;
            case KeyRevoked revoked:
                var key = Find(revoked.Key) ?? throw new InvariantException(
                    $"{entry.Stream} revokes {revoked.Key}, which it does not hold");
                Invariant.Holds(key.RevokedAt is null, "a key is revoked at most once");
                _keys[key.Id] = key with { RevokedAt = entry.At, RevokedReason = entry.Reason?.Text };
                break;
            default:
                Unknown(entry);
                break;
        }
    }
}
