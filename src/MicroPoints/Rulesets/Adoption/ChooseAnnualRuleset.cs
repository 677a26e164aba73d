using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>A region says by which of its rulesets its annual rounds are held. Regions below without their own inherit it.</summary>
public sealed record AnnualRulesetChosen(string Ruleset) : Entry
{
    public const string Type = "annual-ruleset-chosen/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Ruleset);
    internal static Entry Read(ref CanonicalReader reader) => new AnnualRulesetChosen(reader.Text());
}

/// <summary>Chooses the ruleset of a region's annual rounds, among several that count there.</summary>
/// <param name="Ruleset">One that the region adopted or inherits, as the shell has found it.</param>
public sealed record ChooseAnnualRuleset(EntryId Id, Ruleset Ruleset) : StreamCommand<RegionState>(Id)
{
    public override Entry Content => new AnnualRulesetChosen(Ruleset.Id);

    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(state.Region)) return Decision.Refuse(Refusal.NotAnAuthority,
            $"only an approver for {state.Region} may choose the ruleset of its annual rounds");
        if (state.Region.IsBelowCounty) return Decision.Refuse(Refusal.RegionBelowCounty,
            $"{state.Region} is below a county: choose in {state.Region.Enclosing(RegionLevel.County)}, whose townships inherit it");
        return Ruleset.Period != PeriodLength.Year
            ? Decision.Refuse(Refusal.RulesetNotAnnual,
                $"{Ruleset.Name} is per {Period.Text(Ruleset.Period)}: an annual round needs a ruleset "
                + "whose period is a year; adopt it beside one")
            : Accept(context, Content);
    }
}
