using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Chooses how much ceremony a region's rounds have (本县流程). Rounds that are open already keep theirs.</summary>
/// <param name="Profile">The id of a <see cref="RoundProfile"/> that is built.</param>
/// <param name="Reason">Why, or by which document.</param>
public sealed record ChooseProfile(EntryId Id, string Profile, string Reason) : StreamCommand<RegionState>(Id)
{
    public override Entry Content => new ProfileChosen(Profile);
    protected override string? Why => Reason;

    /// <summary>Refusals: who, where, which profile, then why.</summary>
    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(state.Region))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {state.Region} may choose how its rounds are held");
        if (state.Region.IsBelowCounty) return Decision.Refuse(Refusal.RegionBelowCounty,
            $"{state.Region} is below a county: choose it in {state.Region.Enclosing(RegionLevel.County)}");
        if (!RoundProfile.Of(Profile).IsBuilt) return Decision.Refuse(Refusal.ProfileUnsupported,
            $"'{Profile}' is not a profile that rounds can be held in: '{RoundProfile.Light.Id}', with a notice of "
            + $"{Limits.NoticeDaysMin} to {Limits.NoticeDaysOfProfileMax} working days, with vetting or without");
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing, "say why, or by which document");
        return PlainText.RefuseLines("a reason", Reason) ?? Accept(context, Content, Reason);
    }
}
