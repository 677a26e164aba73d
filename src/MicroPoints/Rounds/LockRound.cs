using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Freezes the data of a round.</summary>
public sealed record LockRound(EntryId Id, RoundSnapshot Snapshot, bool ClosesPeriod, DayRange Adoptable) : RoundCommand(Id)
{
    /// <summary>The snapshot is taken anew by a retry, so only the id is compared.</summary>
    public override Entry? Content => null;

    public override Decision Decide(RoundState state, Context context) =>
        Refuse(state, context, Snapshot.RulesetVersion, Adoptable, Snapshot.Heads.Count)
        ?? (state.Opened!.Purpose == RoundPurpose.Annual && !ClosesPeriod
            ? Decision.Refuse(Refusal.PeriodNotClosed, $"an annual round closes {state.Opened.Period}: lock it so, or open a rehearsal")
            : null)
        ?? Accept(context, new RoundLocked(Snapshot, ClosesPeriod));

    /// <summary>Whether a lock would be refused. A host asks before it closes periods, since those stay closed.</summary>
    /// <param name="chambers">How many chambers the scope has.</param>
    public static Decision? Refuse(RoundState state, Context context, string version, DayRange adoptable, int chambers)
    {
        if (Refuse(state, context, authority: false, RoundStatus.Draft) is { } refused) return refused;
        if (!adoptable.Contains(context.Today)) return Decision.Refuse(Refusal.RulesetNotAdoptable,
            $"rounds lock under {state.Opened!.Ruleset}@{version} from {Calendar.Text(adoptable.From)} "
            + $"until {Calendar.Text(adoptable.Until)}; today is {Calendar.Text(context.Today)}");
        return chambers > 0 ? null : Decision.Refuse(Refusal.RoundNothingToRank,
            $"no chamber is registered in {state.Opened!.Scope}");
    }
}
