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
            if (indicator.CountedKinds.FirstOrDefault(k => IsParty(k.Value)) is { Value.Length: > 0 } party)
                check.Add(DiagnosticCodes.AdviceOnParty, indicator, keys,
                    $"'{indicator.Id}' counts '{party}', and Party work is never advised for points",
                    "Write 'advice: false' in this line.");
            else if (indicator.CountedKinds.Select(check.Kind).OfType<ActivityKind>()
                .FirstOrDefault(k => k.Measure is MeasureType.Rate or MeasureType.Points) is { } others)
                check.Add(DiagnosticCodes.AdviceOnOthers, indicator, keys,
                    $"'{indicator.Id}' counts '{others.Id}', which {(others.Measure == MeasureType.Rate
                        ? "those who are asked decide" : "others award")}, so no advice can promise it",
                    "Write 'advice: false' in this line.");
        }
    }

    private static bool IsParty(string kind) =>
        kind.StartsWith(Party, StringComparison.Ordinal) && kind[Party.Length..] is "" or ['.' or '-', ..];
}
