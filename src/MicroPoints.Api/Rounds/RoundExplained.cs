using MicroPoints.Contracts;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Writes why a chamber's scorecard is what it is in a locked round.</summary>
internal static class RoundExplained
{
    /// <summary>Null where the round counts no such chamber.</summary>
    /// <param name="isWithin">Whether the caller reaches a region; chambers elsewhere are not named, nor told of.</param>
    public static async ValueTask<ScorecardExplanation?> Of(Workspace workspace, RoundState round, RoundResults.Computed results,
        ChamberId chamber, Func<RegionCode, bool> isWithin, CancellationToken cancel)
    {
        var evaluation = results.Evaluation;
        if (evaluation.Cards.FirstOrDefault(c => c.Id == chamber) is not { } card) return null;
        var name = results.Rows.First(r => r.Chamber == chamber.Value).Name;
        var answer = new StandingsAnswer(evaluation.Ruleset, evaluation.Values, evaluation.Opened.Period, evaluation.Opened.Scope,
            evaluation.Snapshot.At, [card], new Dictionary<ChamberId, string> { [chamber] = name }, evaluation.Opened.Stamp);
        return TraceOut.Details(answer, results.Trace(card), await workspace.Rounds.FrozenKinds(round, cancel), isWithin,
            isProvisional: round.Sealed is null);
    }

    public static string NotLocked(RoundId round) => $"round {round} is not locked: it counts nothing yet";

    public static string NotAmong(RoundId round, string chamber) => $"'{chamber}' is not among the chambers of round {round}";
}
