using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>Declares that an indicator does not apply in a period, with a reason.</summary>
public sealed record DeclareNotApplicable(
    EntryId Id, Ruleset Ruleset, Period Period, string Indicator, ChamberId? Chamber, string Reason) : StreamCommand<RegionState>(Id)
{
    public override Entry Content => new NotApplicableDeclared(Ruleset.Id, Period, Indicator, Chamber);
    protected override string? Why => Reason;

    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(state.Region))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {state.Region} may declare what does not apply there");
        if (Ruleset.AllIndicators.FirstOrDefault(i => i.Id == Indicator) is not { } indicator)
            return Decision.Refuse(Refusal.IndicatorUnknown, $"{Ruleset.Name} has no indicator '{Indicator}'");
        if (!indicator.MayBeNotApplicable)
            return Decision.Refuse(Refusal.IndicatorAlwaysApplicable, $"{Ruleset.Name} does not let '{Indicator}' be not applicable");
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing, "say why it does not apply");
        return PlainText.RefuseLines("a reason", Reason) ?? Accept(context, Content, Reason);
    }
}
