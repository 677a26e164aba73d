using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Takes the snapshot that a round is computed from.</summary>
internal sealed class SnapshotTaker(Workspace workspace)
{
    /// <summary>Freezes the heads. Known is what was recorded by now, and everything that the frozen heads hold.</summary>
    public async ValueTask<RoundSnapshot> Take(RoundState round, RulesetAdopted adoption, Ruleset ruleset, AsOf at,
        CancellationToken cancel)
    {
        var opened = round.Opened!;
        var heads = (await workspace.Log.Cut(opened.Scope, StreamType.Chamber, cancel))
            .Select(h => new FrozenHead(new ChamberId(h.Stream.Name), h.Head)).ToList();
        var history = await RoundHistory.Load(workspace.Log, ruleset.Id, opened.Period,
            opened.Purpose == RoundPurpose.Rehearsal, cancel);
        var chambers = new List<Chamber>();
        foreach (var some in heads.Chunk(workspace.AtOnce))
            foreach (var (last, chamber) in await Task.WhenAll(some.Select(f => Read(f.Chamber, at.Day.Year, cancel))))
            {
                at = at with { KnownAt = Later(at.KnownAt, last) };
                if (chamber is not null) chambers.Add(chamber);
            }
        foreach (var region in await RegionsOf(opened.Scope, cancel))
            at = at with
            {
                KnownAt = Later(at.KnownAt,
                (await workspace.Streams.Load<RegionState>(region, cancel)).LastInstant)
            };
        // What was declared elsewhere by then is in force here before it is frozen.
        await workspace.CatchUp(cancel);
        var notApplicable = new List<FrozenNotApplicable>();
        foreach (var chamber in chambers) notApplicable.AddRange(workspace.Regions.NotApplicable(
                ruleset.Id, opened.Period, chamber.Id, chamber.Seat, at.KnownAt)
                .Keys.Order(StringComparer.Ordinal).Select(i => new FrozenNotApplicable(chamber.Id, i)));
        var settings = new Values(ruleset, adoption.Settings).Settings.ToDictionary(s => s.Key, s => s.Value);
        return new RoundSnapshot(ruleset.Version, ruleset.Hash, workspace.Kinds.Hash, settings, at,
            workspace.Calendar?.Hash, heads, [.. round.Applicants], notApplicable,
            [.. heads.SelectMany(h => history.Of(h.Chamber).Select(r => new FrozenHistory(h.Chamber, r)))]);
    }

    private async Task<(DateTimeOffset? Last, Chamber? Chamber)> Read(ChamberId id, int year, CancellationToken cancel)
    {
        var ledger = (LedgerState)(await workspace.Log.Load(StreamId.Of(id), year, [], cancel)).State;
        return (ledger.LastInstant, ledger.Chamber);
    }

    /// <summary>The regions of a scope and those above it: all that may declare something for its chambers.</summary>
    private async ValueTask<IReadOnlyList<StreamId>> RegionsOf(RegionCode scope, CancellationToken cancel) =>
        [.. (await workspace.Log.Cut(scope, StreamType.Region, cancel)).Select(h => h.Stream)
            .Union(scope.Upwards().Select(StreamId.Of))];

    // A clock set back must not leave out entries that were acknowledged before the lock.
    private static DateTimeOffset Later(DateTimeOffset at, DateTimeOffset? last) => last > at ? last.Value : at;
}
