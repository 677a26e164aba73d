using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>From a day on nothing counts of what the region adopted of a ruleset before this entry; what it inherits does.</summary>
/// <param name="From">The first day without it.</param>
public sealed record AdoptionEnded(string Ruleset, DateOnly From) : Entry
{
    public const string Type = "adoption-ended/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Ruleset).Day(From);
    internal static Entry Read(ref CanonicalReader reader) => new AdoptionEnded(reader.Text(), reader.Day());
}

/// <summary>A round that takes or took its rules from the region's own adoption.</summary>
/// <param name="IsLocked">It froze its rules and closed its period; before that it takes those in force when it is locked.</param>
public sealed record RoundUnderAdoption(RoundId Round, Period Period, bool IsAnnual, bool IsLocked, bool IsSealed);

/// <summary>Ends a region's own adoption of a ruleset, those to come included. It may adopt again, which counts as it says.</summary>
/// <param name="From">The first day without it; a day that is past is one on which it did not count.</param>
/// <param name="Reason">Why. Never sealed as it is, and can be erased.</param>
public sealed record EndAdoption(EntryId Id, string Ruleset, DateOnly From, string Reason) : StreamCommand<RegionState>(Id)
{
    /// <summary>Every round that was opened by it and not abandoned, as the shell has found them.</summary>
    public IReadOnlyList<RoundUnderAdoption> OwnRounds { get; init; } = [];

    /// <summary>Whether a region above adopted it too, as the shell has found: the annual rounds then go on by that.</summary>
    public bool IsInherited { get; init; }

    public override Entry Content => new AdoptionEnded(Ruleset, From);
    protected override string? Why => Reason;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(state.Region)) return Decision.Refuse(Refusal.NotAnAuthority,
            $"only an approver for {state.Region} may end what it adopted");
        if (state.Region.IsBelowCounty) return Decision.Refuse(Refusal.RegionBelowCounty,
            $"{state.Region} is below a county and adopts nothing: end it in {state.Region.Enclosing(RegionLevel.County)}");
        if (!state.HasToEnd(Ruleset, From)) return Decision.Refuse(Refusal.AdoptionNotOwn,
            $"{state.Region} has nothing of its own of '{Ruleset}' in force on {Calendar.Text(From)} or to come: "
            + "what it inherits is ended where it was adopted");
        if (!IsInherited && state.AnnualRuleset(AsOf.Everything)?.Choice.Ruleset == Ruleset) return Decision.Refuse(
            Refusal.RulesetIsAnnual, $"{state.Region} chose '{Ruleset}' for its annual rounds, and inherits none: choose another first");
        if (OwnRounds.Select(RefuseOver).FirstOrDefault(r => r is not null) is { } inWay) return inWay;
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(
            Refusal.ReasonMissing, $"say why '{Ruleset}' does not count any more");
        return PlainText.RefuseLines("a reason", Reason) ?? Accept(context, Content, Reason);
    }

    private Decision? RefuseOver(RoundUnderAdoption round)
    {
        var (id, period) = (round.Round, round.Period);
        // An annual round is locked after its period, and would then find no rules, or another region's.
        if (!round.IsLocked && (period.Contains(From) || round.IsAnnual && period.From <= From)) return Decision.Refuse(
            Refusal.AdoptionInRound, $"round {id} of {period} is open and takes its rules when it is locked: lock it or abandon it first");
        if (round is { IsLocked: true, IsSealed: false } && period.Contains(From)) return Decision.Refuse(
            Refusal.AdoptionInRound, $"round {id} of {period} is under way by '{Ruleset}': end it from {Calendar.Text(period.Until)} on");
        return round is { IsAnnual: true, IsLocked: true } && From < period.Until ? Decision.Refuse(Refusal.AdoptionPeriodLocked,
            $"{period} was locked by '{Ruleset}' in round {id}: end it from {Calendar.Text(period.Until)} on") : null;
    }
}
