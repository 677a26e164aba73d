using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Advice names only what a chamber can do itself: neither Party work nor what members or a panel decide.</summary>
internal static class AdviceCheck
{
    private const string Party = "party";

    public static void Run(Check check)
    {
        foreach (var indicator in check.Ruleset.Leaves.Where(i => i.Advice))
        {
            IReadOnlyList<string> keys = check.Places.Has(indicator, "counts") ? ["counts"] : ["score"];
            if (PartyWork(indicator) is { } party)
                check.Add(DiagnosticCodes.AdviceOnParty, indicator, keys,
                    $"'{indicator.Id}' counts '{party}', and Party work is never advised for points",
                    "Write 'advice: false' in this line.");
            else if (OfOthers(indicator, check.Kind) is { } others)
                check.Add(DiagnosticCodes.AdviceOnOthers, indicator, keys,
                    $"'{indicator.Id}' counts '{others.Id}', which {(others.Measure == MeasureType.Rate
                        ? "those who are asked decide" : "others award")}, so no advice can promise it",
                    "Write 'advice: false' in this line.");
        }
    }

    /// <summary>The ruleset with advice kept off every line that it must not name.</summary>
    public static Ruleset Heeded(Ruleset ruleset, Func<KindId, ActivityKind?> kind)
    {
        return ruleset with
        {
            Categories = [.. ruleset.Categories.Select(c => c with { Indicators = [.. c.Indicators.Select(Line)] })],
        };

        Indicator Line(Indicator line) => line with
        {
            Advice = line.Advice && (line.IsGroup || PartyWork(line) is null && OfOthers(line, kind) is null),
            Indicators = [.. line.Indicators.Select(Line)],
        };
    }

    private static KindId? PartyWork(Indicator indicator) =>
        indicator.CountedKinds.Where(k => IsParty(k.Value)).Select(k => (KindId?)k).FirstOrDefault();

    private static ActivityKind? OfOthers(Indicator indicator, Func<KindId, ActivityKind?> kind) =>
        indicator.CountedKinds.Select(kind).OfType<ActivityKind>()
            .FirstOrDefault(k => k.Measure is MeasureType.Rate or MeasureType.Points);

    private static bool IsParty(string kind) =>
        kind.StartsWith(Party, StringComparison.Ordinal) && kind[Party.Length..] is "" or ['.' or '-', ..];
}
