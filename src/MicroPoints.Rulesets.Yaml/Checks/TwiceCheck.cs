using MicroPoints.Rulesets.Yaml.Writing;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Nothing is paid or written twice: no two outcomes record the same, no two indicators score the same
/// alike.</summary>
internal static class TwiceCheck
{
    public static void Run(Check check)
    {
        Records(check);
        Scores(check);
    }

    private static void Records(Check check)
    {
        var writers = new Dictionary<(string, string?), string>();
        foreach (var outcome in check.Ruleset.Outcomes)
            if (outcome.Records is { } records && !writers.TryAdd((records.Kind.Value, records.Option), outcome.Id))
                check.Add(DiagnosticCodes.WrittenTwice, records, ["kind"],
                    $"'{outcome.Id}' records {records.Kind}{Option(records)}, which "
                        + $"'{writers[(records.Kind.Value, records.Option)]}' records too",
                    "Let one of them record it, or name another option.");
    }

    public static string Option(HonourRecord records) => records.Option is { } option ? $" '{option}'" : "";

    /// <summary>Switches of their own make two lines alternatives.</summary>
    private static void Scores(Check check)
    {
        var first = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var indicator in check.Ruleset.Leaves.Where(i => i.Score is not null && i.CountedKinds.Any()))
        {
            var counts = indicator.CountsSetting is { } setting ? "$" + setting
                : string.Join(' ', indicator.Counts.Select(c => $"{c.Kind} {c.Weight} {c.Option} {c.Key}").Order(StringComparer.Ordinal));
            var same = $"{counts} | {ScoreText.Of(indicator.Score!)}";
            if (first.TryAdd(same, indicator)) continue;
            var earlier = first[same];
            if (indicator.EnabledBy is not null && earlier.EnabledBy is not null && indicator.EnabledBy != earlier.EnabledBy) continue;
            check.Add(DiagnosticCodes.PaidTwice, indicator, ["counts"],
                $"'{indicator.Id}' counts and scores the same as '{earlier.Id}', so that one fact pays twice",
                "Count another kind or option, or remove one of the two lines.");
        }
    }
}
