using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Opens a round as a draft.</summary>
public sealed record OpenRound(EntryId Id, RoundOpened Opened) : RoundCommand(Id)
{
    public override Entry Content => Opened;

    public override Decision Decide(RoundState state, Context context)
    {
        if (state.Opened is not null) return Decision.Refuse(Refusal.RoundExists, $"round {state.Id} is open already: choose another id");
        if (!context.By.MayRecord(Opened.Scope)) return Decision.Refuse(Refusal.NotAllowed,
            $"{context.By.Id} ({context.By.Role}) may not open rounds for {Opened.Scope}");
        if (Opened.Purpose == RoundPurpose.Annual && RoundProfile.Of(Opened) is { IsBuilt: false } profile)
            return Decision.Refuse(Refusal.RoundPurposeUnsupported, $"an annual round in the profile '{profile.Id}' is not built yet: "
                + $"open it in the profile '{RoundProfile.Light.Id}', or as a rehearsal");
        return Accept(context, Opened);
    }

    /// <summary>An annual round decides for its scope, so its ruleset's authority is that scope's federation.</summary>
    /// <remarks>Under the ruleset of another body, such as 民政部门's grade assessment, one only rehearses: a self-assessment.</remarks>
    public static Decision? RefuseAuthority(RoundOpened opened, Ruleset ruleset)
    {
        var own = opened.Scope.IsNation ? "national-federation" : opened.Scope.Value.Length switch
        {
            (int)RegionLevel.Province => "province-federation",
            (int)RegionLevel.City => "city-federation",
            _ => "county-federation",
        };
        return opened.Purpose != RoundPurpose.Annual || ruleset.Authority == own ? null : Decision.Refuse(
            Refusal.RulesetOfAnotherAuthority, $"the decision under {ruleset.Name} is for '{ruleset.Authority}', not for the {own} "
            + $"of {opened.Scope}: open a rehearsal to assess yourselves, or adopt a ruleset whose authority is '{own}'");
    }
}
