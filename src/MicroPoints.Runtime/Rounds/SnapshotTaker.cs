using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Takes the snapshot that a round is computed from.</summary>
internal sealed class SnapshotTaker(Workspace workspace)
{
    public async ValueTask<RoundSnapshot> Take(RoundState round, RulesetAdopted adoption, Ruleset ruleset, AsOf at,
        CancellationToken cancel)
    {
        var opened = round.Opened!;
        var heads = (await workspace.Log.Cut(opened.Scope, cancel)).Of(StreamType.Chamber)
            .Select(h => new FrozenHead(new ChamberId(h.Stream.Name), h.Head)).ToList();
        var history = await RoundHistory.Load(workspace.Log, ruleset.Id, opened.Period,
            opened.Purpose == RoundPurpose.Rehearsal, cancel);
        var notApplicable = new List<FrozenNotApplicable>();
        foreach (var frozen in heads)
        {
            var ledger = (LedgerState)(await workspace.Log.Load(StreamId.Of(frozen.Chamber), at.Day.Year, [], cancel)).State;
            if (ledger.Chamber is not { } chamber) continue;
            notApplicable.AddRange(workspace.Regions.NotApplicable(
                ruleset.Id, opened.Period, chamber.Id, chamber.Seat, at.KnownAt)
                .Keys.Order(StringComparer.Ordinal).Select(i => new FrozenNotApplicable(chamber.Id, i)));
        }
        var settings = new Values(ruleset, adoption.Settings).Settings.ToDictionary(s => s.Key, s => s.Value);
        return new RoundSnapshot(ruleset.Version, ruleset.Hash, workspace.Kinds.Hash, settings, at, null, heads,
            [.. round.Applicants],
            notApplicable, [.. heads.SelectMany(h => history.Of(h.Chamber).Select(r => new FrozenHistory(h.Chamber, r)))]);
    }
}
