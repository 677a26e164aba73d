using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>Adopts a published version in a region, with settings, from a day.</summary>
/// <param name="Ruleset">The published ruleset, as read from its bytes.</param>
public sealed record AdoptRuleset(
    EntryId Id, Ruleset Ruleset, DateOnly From, IReadOnlyDictionary<string, SettingValue> Settings) : StreamCommand<RegionState>(Id)
{
    /// <summary>Why, in words that the chambers may read; null where none is given.</summary>
    public string? Reason { get; init; }

    public override Entry Content => new RulesetAdopted(Ruleset.Id, Ruleset.Version, Ruleset.Hash, From, Settings);
    protected override string? Why => Reason;

    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(state.Region))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {state.Region} may adopt rulesets there");
        // Otherwise a chamber would have one grade in its township's list and another in its county's.
        if (state.Region.IsBelowCounty) return Decision.Refuse(Refusal.RegionBelowCounty,
            $"{state.Region} is below a county: rulesets are adopted by a county, a city or a province; adopt in "
            + $"{state.Region.Enclosing(RegionLevel.County)}, whose townships inherit it");
        foreach (var (id, value) in Settings)
        {
            if (Ruleset.Settings.FirstOrDefault(s => s.Id == id) is not { } setting) return Decision.Refuse(
                Refusal.SettingUnknown,
                    $"{Ruleset.Name} has no setting '{id}'; it has {string.Join(", ", Ruleset.Settings.Select(s => s.Id))}");
            if (!IsOfType(setting.Type, value)) return Decision.Refuse(Refusal.SettingNotOfType, $"setting '{id}' is a {setting.Type}");
            foreach (var item in value.List)
                if (PlainText.RefuseLine($"an item of setting '{id}'", item) is { } refused) return refused;
        }
        return (Reason is null ? null : PlainText.RefuseLines("a reason", Reason)) ?? Accept(context, Content, Reason);
    }

    private static bool IsOfType(SettingType type, SettingValue value) => type switch
    {
        SettingType.Switch => value is { Hundredths: 0, List.Count: 0 },
        SettingType.Number => value is { Switch: false, List.Count: 0 },
        SettingType.List => value is { Switch: false, Hundredths: 0 },
        _ => throw new InvalidOperationException("unknown setting type"),
    };
}
