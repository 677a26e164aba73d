using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>What scorecards are computed from, as one digest: the question, the day, the kinds of activities, and every stream
/// that was read.</summary>
internal static class StandingsInputs
{
    /// <param name="inputs">What the answer itself was worked out from.</param>
    public static string ETag(Call call, StandingsQuery query, string more, ListInputs inputs) =>
        ETags.OfInputs(Digest.Of(new CanonicalWriter().Text(query.Scope.Value).Text(query.Ruleset).Text(query.Period?.ToString())
            .Day(query.AsOf ?? call.Workspace.Today).Text(query.KnownAt is { } known ? Calendar.Text(known) : null)
            .List(query.PeerGroups, (w, group) => w.Text(group)).Text(more)
            .Digest(call.Workspace.Kinds.Hash).Digest(inputs.Digest).Written));
}
