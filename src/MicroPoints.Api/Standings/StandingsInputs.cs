using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>What scorecards are computed from, as one digest: the question, the day, and every stream that is read.</summary>
internal static class StandingsInputs
{
    public static async ValueTask<string> ETag(Call call, StandingsQuery query, string more)
    {
        var writer = new CanonicalWriter().Text(query.Ruleset).Text(query.Period?.ToString()).Text(query.Scope.Value)
            .Day(query.AsOf ?? call.Workspace.Today).Text(query.KnownAt is { } known ? Calendar.Text(known) : null)
            .List(query.PeerGroups, (w, group) => w.Text(group)).Text(more);
        Write(writer, (await call.Workspace.Log.Cut(query.Scope, call.Cancel)).Of(StreamType.Chamber));
        // Adoptions of regions above and rounds of earlier periods are read too, wherever they are.
        var all = await call.Workspace.Log.Cut(RegionCode.Nation, call.Cancel);
        Write(writer, all.Of(StreamType.Region));
        Write(writer, all.Of(StreamType.Round));
        return ETags.OfInputs(Digest.Of(writer.Written));
    }

    private static void Write(CanonicalWriter writer, Heads heads) =>
        writer.List(heads, (w, h) => w.Text(h.Stream.Name).Whole(h.Head.Sequence).Digest(h.Head.Hash));
}
