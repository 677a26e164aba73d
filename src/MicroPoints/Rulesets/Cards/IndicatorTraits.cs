namespace MicroPoints.Rulesets;

/// <summary>What scoring needs to know of a ruleset's indicators whatever the chamber: worked out once.</summary>
internal sealed class IndicatorTraits(Ruleset ruleset, Values values)
{
    public Ruleset Ruleset { get; } = ruleset;

    /// <summary>A group that is switched off takes everything inside it along, and what that would overflow elsewhere.</summary>
    public IReadOnlySet<string> SwitchedOff { get; } = ruleset.AllIndicators.Where(i => !values.IsOn(i.EnabledBy))
        .SelectMany(i => i.SelfAndBelow).Select(i => i.Id).ToHashSet();

    /// <summary>Indicators that something overflows into.</summary>
    public IReadOnlySet<string> Targets { get; } =
        ruleset.AllIndicators.Select(i => i.Overflow?.To).OfType<string>().ToHashSet();

    /// <summary>Indicators with an overflow, the groups last.</summary>
    public IReadOnlyList<Indicator> Overflowing { get; } =
        [.. ruleset.AllIndicators.Where(i => i.Overflow is not null).OrderBy(i => i.IsGroup)];
}
