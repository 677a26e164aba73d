using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>A round that was opened, whatever became of it since.</summary>
/// <param name="At">When it was opened.</param>
/// <param name="AbandonedAt">When it was given up; null where it was not.</param>
public sealed record StandingRound(RoundId Id, RoundOpened Opened, DateTimeOffset At, DateTimeOffset? AbandonedAt = null);

/// <summary>Opens a round as a draft.</summary>
public sealed record OpenRound(EntryId Id, RoundOpened Opened) : RoundCommand(Id)
{
    /// <summary>Every round that was opened before; of these an annual one may exclude another.</summary>
    public IReadOnlyList<StandingRound> Others { get; init; } = [];

    public override Entry Content => Opened;

    public override Decision Decide(RoundState state, Context context)
    {
        if (state.Opened is not null) return Decision.Refuse(Refusal.RoundExists, $"round {state.Id} is open already: choose another id");
        if (!context.By.MayRecord(Opened.Scope)) return Decision.Refuse(Refusal.NotAllowed,
            $"{context.By.Id} ({context.By.Role}) may not open rounds for {Opened.Scope}");
        if (Opened.Purpose == RoundPurpose.Annual && RoundProfile.Of(Opened) is { IsBuilt: false } profile)
            return Decision.Refuse(Refusal.RoundPurposeUnsupported, $"an annual round in the profile '{profile.Id}' is not built yet: "
                + $"open it in the profile '{RoundProfile.Light.Id}', or as a rehearsal");
        return RefuseSecond(state.Id) ?? Accept(context, Opened);
    }

    /// <summary>A chamber's period has one annual round of a ruleset: two would decide the same year twice.</summary>
    /// <remarks>So rounds exclude one another where one's scope lies in the other's, such as a county's and that of a township in it.
    /// A sealed one stands too: nothing supersedes it, and what it got wrong is a new decision, not a second year. One that was
    /// abandoned decides nothing. Rounds of peer groups that share none are of different chambers.</remarks>
    private Decision? RefuseSecond(RoundId self)
    {
        if (Opened.Purpose != RoundPurpose.Annual) return null;
        var first = Others.FirstOrDefault(o => o.Id != self && o.AbandonedAt is null && o.Opened.Purpose == RoundPurpose.Annual
            && o.Opened.Ruleset == Opened.Ruleset && o.Opened.Period == Opened.Period && Overlap(o.Opened.Scope, Opened.Scope)
            && ShareAGroup(o.Opened.PeerGroups, Opened.PeerGroups));
        if (first is null) return null;
        var (theirs, own) = (first.Opened.Scope, Opened.Scope);
        var why = theirs == own ? "" : theirs.Contains(own) ? $", and {theirs} holds {own}" : $", and {theirs} lies in {own}";
        return Decision.Refuse(Refusal.PeriodHasRound, $"the annual round of '{Opened.Ruleset}' for {theirs} in {Opened.Period} is "
            + $"{first.Id}{why}: go on with that one, for a chamber's year is decided once, or open a rehearsal to try something out");
    }

    private static bool Overlap(RegionCode one, RegionCode other) => one.Contains(other) || other.Contains(one);

    private static bool ShareAGroup(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        some.Count == 0 || others.Count == 0 || some.Intersect(others).Any();

    /// <summary>An annual round decides for its scope, so its ruleset's authority is that scope's federation.</summary>
    /// <remarks>Under the ruleset of another body, such as 民政部门's grade assessment, one only rehearses: a self-assessment.</remarks>
    public static Decision? RefuseAuthority(RoundOpened opened, Ruleset ruleset)
    {
        var own = AuthorityOf(opened.Scope);
        return opened.Purpose != RoundPurpose.Annual || ruleset.Authority == own ? null : Decision.Refuse(
            Refusal.RulesetOfAnotherAuthority, $"the decision under {ruleset.Name} is for '{ruleset.Authority}', not for the {own} "
            + $"of {opened.Scope}: open a rehearsal to assess yourselves, or adopt a ruleset whose authority is '{own}'");
    }

    /// <summary>The body that decides in a region by rulesets of its own; by another's it can only assess itself.</summary>
    public static string AuthorityOf(RegionCode region) => region.IsNation ? "national-federation" : region.Value.Length switch
    {
        (int)RegionLevel.Province => "province-federation",
        (int)RegionLevel.City => "city-federation",
        _ => "county-federation",
    };
}
