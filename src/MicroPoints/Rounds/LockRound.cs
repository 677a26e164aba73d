using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Freezes the data of a round.</summary>
public sealed record LockRound(EntryId Id, RoundSnapshot Snapshot, bool ClosesPeriod, DayRange Adoptable) : RoundCommand(Id)
{
    /// <summary>The snapshot is taken anew by a retry, so only the id is compared.</summary>
    public override Entry? Content => null;

    public override Decision Decide(RoundState state, Context context)
    {
        if (Refuse(state, context, RoundStatus.Draft, authority: false) is { } refused) return refused;
        if (!Adoptable.Contains(context.Today)) return Decision.Refuse(Refusal.RulesetNotAdoptable,
            $"rounds lock under {state.Opened!.Ruleset}@{Snapshot.RulesetVersion} from {Calendar.Text(Adoptable.From)} "
            + $"until {Calendar.Text(Adoptable.Until)}; today is {Calendar.Text(context.Today)}");
        if (Snapshot.Heads.Count == 0) return Decision.Refuse(Refusal.RoundNothingToRank,
            $"no chamber is registered in {state.Opened!.Scope}");
        return Accept(context, new RoundLocked(Snapshot, ClosesPeriod));
    }
}
