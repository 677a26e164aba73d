using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Writes the lists that a region sets into the lines that name them.</summary>
public static class RegionLists
{
    /// <summary>The ruleset as it reads under these settings; the same ruleset where no line counts a list or is for one.</summary>
    /// <remarks>
    /// As read from its file a ruleset holds each list's default, so that it can be checked and printed without a region.
    /// A list may name a kind that the catalogue lacks; nothing of it can have happened, so it is left out.
    /// </remarks>
    public static Ruleset WithListsOf(
        this Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, KindCatalogue kinds)
    {
        if (ruleset.Settings.All(s => s.Type != SettingType.List || !settings.ContainsKey(s.Id))) return ruleset;

        return ruleset with
        {
            AppliesTo = ruleset.AppliesTo with
            {
                PeerGroups = Set(ruleset.AppliesTo.PeerGroupsSetting) ?? ruleset.AppliesTo.PeerGroups,
            },
            Categories = [.. ruleset.Categories.Select(c => c with { Indicators = [.. c.Indicators.Select(Of)] })],
            Deductions = [.. ruleset.Deductions.Select(d => d with { Counts = Counts(d.CountsSetting) ?? d.Counts })],
        };

        IReadOnlyList<string>? Set(string? id) =>
            id is not null && settings.TryGetValue(id, out var value) ? value.List : null;

        IReadOnlyList<Counted>? Counts(string? id) => Set(id) is { } list
            ? [.. list.Where(KindId.IsValid).Select(k => new KindId(k)).Where(k => kinds.Find(k) is not null)
                .Select(k => new Counted(k))]
            : null;

        Indicator Of(Indicator indicator) => indicator with
        {
            Counts = Counts(indicator.CountsSetting) ?? indicator.Counts,
            Indicators = [.. indicator.Indicators.Select(Of)],
        };
    }
}
