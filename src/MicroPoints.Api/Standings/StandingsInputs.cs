using System.Collections.Concurrent;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>What scorecards are computed from, as one digest: the question, the day, and every stream that is read.</summary>
internal sealed class StandingsInputs
{
    private const int ScopesMax = 5_000;

    private sealed record Known(long Changes, long Elsewhere, Heads Chambers, Digest Streams);

    private readonly ConcurrentDictionary<RegionCode, Known> _streams = [];

    public async ValueTask<string> ETag(Call call, StandingsQuery query, string more)
    {
        var streams = await Streams(call, query.Scope);
        return ETags.OfInputs(Digest.Of(new CanonicalWriter().Text(query.Ruleset).Text(query.Period?.ToString())
            .Day(query.AsOf ?? call.Workspace.Today).Text(query.KnownAt is { } known ? Calendar.Text(known) : null)
            .List(query.PeerGroups, (w, group) => w.Text(group)).Text(more).Digest(streams).Written));
    }

    /// <summary>The heads of all streams that are read for a scope, worked out again once something was appended.</summary>
    private async ValueTask<Digest> Streams(Call call, RegionCode scope)
    {
        // Counted first: what is appended meanwhile makes the digest old, and never the other way round.
        var (changes, log) = (call.Workspace.Changes, call.Workspace.Watched);
        var elsewhere = call.Workspace.Regions.Version + log.ChangesOf(StreamType.Round);
        var known = _streams.GetValueOrDefault(scope);
        if (known?.Changes == changes) return known.Streams;
        var chambers = await log.Cut(scope, StreamType.Chamber, call.Cancel);
        var digest = known?.Elsewhere == elsewhere && known.Chambers.Equals(chambers)
            ? known.Streams : await Digested(call, scope, chambers);
        if (_streams.Count >= ScopesMax) _streams.Clear();
        _streams[scope] = new Known(changes, elsewhere, chambers, digest);
        return digest;
    }

    private static async ValueTask<Digest> Digested(Call call, RegionCode scope, Heads chambers)
    {
        var writer = new CanonicalWriter().Text(scope.Value);
        Write(writer, chambers);
        // Adoptions of regions above and rounds of earlier periods are read too, wherever they are; the adoptions in force, which the
        // log may be a moment ahead of.
        Write(writer, call.Workspace.Regions.Heads);
        Write(writer, await call.Workspace.Log.Cut(RegionCode.Nation, StreamType.Round, call.Cancel));
        return Digest.Of(writer.Written);
    }

    private static void Write(CanonicalWriter writer, Heads heads) =>
        writer.List(heads, (w, h) => w.Text(h.Stream.Name).Whole(h.Head.Sequence).Digest(h.Head.Hash));
}
