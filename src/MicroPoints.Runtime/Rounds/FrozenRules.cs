using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>The ruleset and the activity kinds that a round froze, by their hashes, with the bytes for its proof.</summary>
/// <remarks>Kinds published after the lock change nothing in a round that was locked before.</remarks>
internal sealed record FrozenRules(
    Ruleset Ruleset, ReadOnlyMemory<byte> RulesetBytes, KindCatalogue Kinds, ReadOnlyMemory<byte> ActivitiesBytes)
{
    /// <exception cref="StoreException">What the round froze is not published here.</exception>
    public static async ValueTask<FrozenRules> Of(Workspace workspace, RoundState round, CancellationToken cancel)
    {
        var snapshot = round.Locked!.Snapshot;
        var state = await workspace.Streams.Load<RulesetState>(StreamId.OfRuleset(RulesetState.Activities), cancel);
        var activities = state.Find(snapshot.ActivitiesHash) ?? throw new StoreException(
            $"the activities file with hash {snapshot.ActivitiesHash} is not published here");
        var inForce = workspace.Kinds;
        var kinds = inForce.Hash == snapshot.ActivitiesHash
            ? inForce
            : workspace.Format.ReadKinds(activities.Bytes);
        var (ruleset, bytes) = await workspace.Library.Get(round.Opened!.Ruleset, snapshot.RulesetHash, kinds, cancel);
        return new FrozenRules(ruleset, bytes, kinds, activities.Bytes);
    }
}
