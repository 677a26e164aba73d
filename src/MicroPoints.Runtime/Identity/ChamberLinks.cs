using System.Collections.Frozen;
using MicroPoints.Identity;

namespace MicroPoints.Runtime;

/// <summary>Links that show one chamber's card to whoever has them: issued, revoked, and looked up by their secret.</summary>
public sealed class ChamberLinks
{
    private readonly StreamHost _streams;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private long _sequence = -1;
    private volatile FrozenDictionary<Digest, ChamberLink> _known = FrozenDictionary<Digest, ChamberLink>.Empty;

    private ChamberLinks(StreamHost streams, TimeProvider clock) => (_streams, _clock) = (streams, clock);

    /// <summary>Reads the links of a log.</summary>
    public static async ValueTask<ChamberLinks> Open(StreamHost streams, TimeProvider clock, CancellationToken cancel)
    {
        var links = new ChamberLinks(streams, clock);
        await links.Reload(cancel);
        return links;
    }

    /// <summary>Issues a link to a chamber's card. The secret is in this answer and nowhere else.</summary>
    /// <param name="seat">The chamber's.</param>
    /// <exception cref="QueryRefusedException">The actor may not.</exception>
    public async ValueTask<(ChamberLinkId Id, string Secret)> Issue(
        ChamberId chamber, RegionCode seat, DateOnly? until, Actor by, CancellationToken cancel)
    {
        var (id, secret) = (new ChamberLinkId(Secret.DrawId('c')), Secret.Draw());
        var answer = await Run(new IssueChamberLink(id, chamber, seat, Digest.OfText(secret), until), by, cancel);
        return answer is Answer.Refused refused ? throw new QueryRefusedException(refused.Reason, refused.Detail) : (id, secret);
    }

    public ValueTask<Answer> Revoke(ChamberLinkId id, Actor by, CancellationToken cancel) =>
        Run(new RevokeChamberLink(new EntryId($"revoke-{id}"), id), by, cancel);

    /// <summary>Every link of a scope, in order of chamber and then of age.</summary>
    public IReadOnlyList<ChamberLink> List(RegionCode scope) =>
        [.. _known.Values.Where(l => scope.Contains(l.Scope)).OrderBy(l => l.Chamber).ThenBy(l => l.IssuedAt).ThenBy(l => l.Id)];

    /// <summary>The same as far as the actor may see it; nothing for who may not see who was let in.</summary>
    public IReadOnlyList<ChamberLink> List(RegionCode scope, Actor by) => [.. List(scope).Where(x => by.SeesWhoMayComeIn(x.Scope))];

    /// <summary>The link of a secret; null where it is unknown, revoked or no longer valid today.</summary>
    public ChamberLink? Of(string? secret) => Secret.DigestOf(secret) is { } digest
        && _known.GetValueOrDefault(digest) is { } link && link.IsValidOn(Calendar.DayOf(_clock.GetUtcNow())) ? link : null;

    /// <summary>Reads the links anew: another process may have issued or revoked some.</summary>
    public async ValueTask Reload(CancellationToken cancel)
    {
        var book = await _streams.Load<ChamberLinkBook>(StreamId.ChamberLinks, cancel);
        lock (_gate)
        {
            // Two readings may end in either order; the later state stays.
            if (book.Head.Sequence <= _sequence) return;
            (_sequence, _known) = (book.Head.Sequence, book.All.ToFrozenDictionary(l => l.Secret));
        }
    }

    private async ValueTask<Answer> Run(StreamCommand<ChamberLinkBook> command, Actor by, CancellationToken cancel)
    {
        var answer = await _streams.Run(StreamId.ChamberLinks, RegionCode.Nation, by, command, cancel);
        await Reload(cancel);
        return answer;
    }
}
