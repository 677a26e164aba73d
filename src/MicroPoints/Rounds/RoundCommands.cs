using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>A command to a round's stream.</summary>
public abstract record RoundCommand(EntryId Id) : StreamCommand<RoundState>(Id)
{
    /// <summary>The round is open, the actor may act in its scope, and it stands where the step begins.</summary>
    protected static Decision? Refuse(RoundState round, Context context, RoundStatus needed, bool authority)
    {
        if (round.Opened is not { } opened) return Decision.Refuse(Refusal.RoundUnknown, $"round {round.Id} is not open: open it first");
        if (authority ? !context.By.IsAuthority(opened.Scope) : !context.By.MayRecord(opened.Scope))
            return Decision.Refuse(authority ? Refusal.NotAnAuthority : Refusal.NotAllowed, $"{context.By.Id} ({context.By.Role}) may not do this for {opened.Scope}");
        return round.Status == needed ? null : Decision.Refuse(Refusal.RoundWrongState,
            $"round {round.Id} is {round.Status.ToString().ToLowerInvariant()}: this step needs it to be {needed.ToString().ToLowerInvariant()}");
    }
}

/// <summary>Opens a round as a draft.</summary>
public sealed record OpenRound(EntryId Id, RoundOpened Opened) : RoundCommand(Id)
{
    public override Entry Content => Opened;

    public override Decision Decide(RoundState state, Context context)
    {
        if (state.Opened is not null) return Decision.Refuse(Refusal.RoundExists, $"round {state.Id} is open already: choose another id");
        if (!context.By.MayRecord(Opened.Scope)) return Decision.Refuse(Refusal.NotAllowed, $"{context.By.Id} ({context.By.Role}) may not open rounds for {Opened.Scope}");
        if (Opened.Purpose != RoundPurpose.Rehearsal)
            return Decision.Refuse(Refusal.RoundPurposeUnsupported, "vetting, notice and objections are not built yet: only rehearsals can be opened");
        return Accept(context, Opened);
    }
}

/// <summary>Records that a chamber applied to take part, while the round is a draft.</summary>
public sealed record ApplyToRound(EntryId Id, ChamberId Chamber) : RoundCommand(Id)
{
    public override Entry Content => new RoundApplied(Chamber);

    public override Decision Decide(RoundState state, Context context) =>
        Refuse(state, context, RoundStatus.Draft, authority: false) ?? Accept(context, Content);
}

/// <summary>Freezes the data of a round.</summary>
public sealed record LockRound(EntryId Id, RoundSnapshot Snapshot, bool ClosesPeriod, DayRange Adoptable) : RoundCommand(Id)
{
    /// <summary>The snapshot is taken anew by a retry, so only the id is compared.</summary>
    public override Entry? Content => null;

    public override Decision Decide(RoundState state, Context context)
    {
        if (Refuse(state, context, RoundStatus.Draft, authority: false) is { } refused) return refused;
        if (!Adoptable.Contains(context.Today)) return Decision.Refuse(Refusal.RulesetNotAdoptable,
            $"rounds lock under {state.Opened!.Ruleset}@{Snapshot.RulesetVersion} from {Calendar.Text(Adoptable.From)} until {Calendar.Text(Adoptable.Until)}; today is {Calendar.Text(context.Today)}");
        if (Snapshot.Heads.Count == 0) return Decision.Refuse(Refusal.RoundNothingToRank, $"no chamber is registered in {state.Opened!.Scope}");
        return Accept(context, new RoundLocked(Snapshot, ClosesPeriod));
    }
}

/// <summary>Records a meeting's decision on a locked round.</summary>
/// <param name="Evaluation">The round's scorecards, computed from the snapshot.</param>
/// <param name="Values">The ruleset's numbers in force, for the size of quotas.</param>
public sealed record DecideRound(EntryId Id, RoundDecided Decided, IReadOnlyList<Standings.Scorecard> Evaluation, Values Values) : RoundCommand(Id)
{
    public override Entry Content => Decided;

    public override Decision Decide(RoundState state, Context context)
    {
        if (Refuse(state, context, RoundStatus.Locked, authority: true) is { } refused) return refused;
        if (Decided.Meeting.Length == 0 || Decided.Minutes.Length == 0)
            return Decision.Refuse(Refusal.DecisionIncomplete, "a decision names the meeting and its minutes' number");
        if (Decided.On > context.Today) return Decision.Refuse(Refusal.OnInFuture, $"{Calendar.Text(Decided.On)} is after today, {Calendar.Text(context.Today)}");
        foreach (var departure in Decided.Departures)
            if (Selection.Refuse(departure, Evaluation) is { } wrong) return wrong;
        return Selection.RefuseOverfull(Decided.Departures, Evaluation, Values) ?? Accept(context, Decided);
    }
}

/// <summary>Seals a decided round with the digests of its result and proof.</summary>
public sealed record SealRound(EntryId Id, RoundSealed Sealed) : RoundCommand(Id)
{
    public override Entry Content => Sealed;

    public override Decision Decide(RoundState state, Context context) =>
        Refuse(state, context, RoundStatus.Decided, authority: true) ?? Accept(context, Sealed);
}
