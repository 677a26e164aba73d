using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>Publishes the activities file that follows the one in force.</summary>
/// <param name="Kinds">The file as read from its bytes.</param>
/// <param name="Before">The activities that it was written after; those in force, unless others were published meanwhile.</param>
public sealed record PublishKinds(EntryId Id, KindCatalogue Kinds, ReadOnlyMemory<byte> Bytes, KindCatalogue Before)
    : StreamCommand<RulesetState>(Id)
{
    public override Entry Content => new RulesetPublished(Kinds.Version, Bytes);

    /// <summary>Refusals are tested in the order written: what holds for every publication, what it follows, what it takes away.</summary>
    public override Decision Decide(RulesetState state, Context context)
    {
        if (new PublishRuleset(Id, Kinds.Version, Bytes).Decide(state, context) is Decision.Refused refused) return refused;
        if (state.Versions is not [.., var last] || Digest.Of(last.Bytes.Span) != Before.Hash)
            return Decision.Refuse(Refusal.ActivitiesOutdated,
                $"activities {Before.Version} are not in force any more: write version {Kinds.Version} after those that are");
        var offences = KindSuccession.Of(Before, Kinds).Offences;
        return offences.Count == 0 ? Accept(context, Content) : Decision.Refuse(Refusal.ActivitiesNotSuccessor,
            $"activities {Kinds.Version} cannot follow {Before.Version}: {string.Join("; ", offences.Select(o => o.What.EnOrZh))}");
    }
}
