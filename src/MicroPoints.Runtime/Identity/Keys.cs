using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using MicroPoints.Identity;

namespace MicroPoints.Runtime;

/// <summary>A key to issue.</summary>
/// <param name="Id">Null: one is drawn.</param>
/// <param name="Label">What people call it; null for nothing.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
public sealed record NewKey(KeyId? Id, string? Label, Role Role, RegionCode Scope, DateOnly? Until);

/// <summary>Issues and revokes API keys, and knows who acts with a secret.</summary>
/// <remarks>A secret is <c>mp_{key id}_{43 characters}</c>, the last being 32 random bytes. Only its SHA-256 is kept.</remarks>
public sealed class Keys
{
    private const string Prefix = "mp_";
    private const int RandomBytes = 32, RandomChars = 43, DrawnIdBytes = 6;
    private const int SecretLengthMax = 3 + Limits.KeyIdLengthMax + 1 + RandomChars;

    private readonly StreamHost _streams;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private long _sequence = -1;
    private volatile Snapshot _known = new([]);

    private Keys(StreamHost streams, TimeProvider clock) => (_streams, _clock) = (streams, clock);

    /// <summary>Reads the keys of a log.</summary>
    public static async ValueTask<Keys> Open(StreamHost streams, TimeProvider clock, CancellationToken cancel)
    {
        var keys = new Keys(streams, clock);
        await keys.Reload(cancel);
        return keys;
    }

    /// <summary>Issues a key. The secret is in this answer and nowhere else.</summary>
    /// <exception cref="QueryRefusedException">The actor may not, or the id was issued already.</exception>
    public async ValueTask<(IssuedKey Key, string Secret)> Issue(NewKey key, Actor by, CancellationToken cancel)
    {
        var id = key.Id ?? new KeyId($"k{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(DrawnIdBytes))}");
        var random = RandomNumberGenerator.GetBytes(RandomBytes);
        var secret = $"{Prefix}{id}_{System.Buffers.Text.Base64Url.EncodeToString(random)}";
        var answer = await _streams.Run(StreamId.Keys, RegionCode.Nation, by,
            new IssueKey(id, Digest.OfText(secret), key.Role, key.Scope, key.Until, key.Label), cancel);
        if (answer is Answer.Refused { Reason: Refusal.ExistsWithDifferentContent or Refusal.ExistsWithDifferentReason } known)
            throw new QueryRefusedException(known.Reason,
                $"key {id} was issued already, and its secret is shown only once: choose another id, or revoke {id}");
        if (answer is Answer.Refused refused) throw new QueryRefusedException(refused.Reason, refused.Detail);
        await Reload(cancel);
        return (_known.Find(id)!.Key, secret);
    }

    /// <summary>Takes a key back. The same reason again answers exists.</summary>
    public async ValueTask<Answer> Revoke(KeyId id, string reason, Actor by, CancellationToken cancel)
    {
        var command = new RevokeKey(new EntryId($"revoke-{id}-{Digest.OfText(reason).ToString()[..16]}"), id, reason);
        var answer = await _streams.Run(StreamId.Keys, RegionCode.Nation, by, command, cancel);
        // A replay too: the first sending may have been to another process.
        if (answer is not Answer.Refused) await Reload(cancel);
        return answer;
    }

    /// <summary>Every key whose scope lies in a region, in order of id.</summary>
    public IReadOnlyList<IssuedKey> List(RegionCode scope) =>
        [.. _known.All.Where(k => scope.Contains(k.Scope)).OrderBy(k => k.Id)];

    /// <summary>The same as far as the actor may see it; nothing for who may not see who was let in.</summary>
    public IReadOnlyList<IssuedKey> List(RegionCode scope, Actor by) => [.. List(scope).Where(x => by.SeesWhoMayComeIn(x.Scope))];

    /// <summary>Who acts with a secret; null where it is unknown, revoked or no longer valid today.</summary>
    public Actor? Authenticate(string secret)
    {
        if (secret.Length > SecretLengthMax || secret.Length <= Prefix.Length + 1 + RandomChars) return null;
        Span<byte> bytes = stackalloc byte[SecretLengthMax];
        if (!Ascii.IsValid(secret) || !Encoding.ASCII.TryGetBytes(secret, bytes, out var length)) return null;
        Span<byte> given = stackalloc byte[Digest.Bytes], kept = stackalloc byte[Digest.Bytes];
        SHA256.HashData(bytes[..length], given);
        var found = _known.Find(secret.AsSpan(Prefix.Length..^(RandomChars + 1)));
        (found?.Key.Secret ?? Digest.Zero).Write(kept);
        var isRight = CryptographicOperations.FixedTimeEquals(given, kept);
        return isRight && found!.Key.IsValidOn(Calendar.DayOf(_clock.GetUtcNow())) ? found.Actor : null;
    }

    /// <summary>Reads the keys anew: another process may have issued or revoked some.</summary>
    public async ValueTask Reload(CancellationToken cancel)
    {
        var ring = await _streams.Load<KeyRing>(StreamId.Keys, cancel);
        lock (_gate)
        {
            // Two readings may end in either order; the later state stays.
            if (ring.Head.Sequence <= _sequence) return;
            (_sequence, _known) = (ring.Head.Sequence, new Snapshot(ring.All));
        }
    }

    private sealed record Known(IssuedKey Key, Actor Actor);

    /// <summary>The keys as of one head. It never changes, so that a request reads it without a lock.</summary>
    private sealed class Snapshot(IEnumerable<IssuedKey> keys)
    {
        private readonly FrozenDictionary<string, Known> _byId =
            keys.ToFrozenDictionary(k => k.Id.Value, k => new Known(k, k.Actor), StringComparer.Ordinal);

        public IEnumerable<IssuedKey> All => _byId.Values.Select(k => k.Key);
        public Known? Find(KeyId id) => Find(id.Value);

        public Known? Find(ReadOnlySpan<char> id) =>
            _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known) ? known : null;
    }
}
