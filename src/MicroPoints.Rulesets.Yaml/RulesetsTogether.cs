using MicroPoints.Rulesets.Yaml.Checks;
using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>What is wrong only between the rulesets of one folder: two that may be in force together write the same state.</summary>
public static class RulesetsTogether
{
    /// <returns>In the order of the readings, found in the later of two.</returns>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<RulesetReading> readings)
    {
        var found = new List<Diagnostic>();
        var writers = new List<(RulesetReading Reading, Outcome Outcome)>();
        foreach (var reading in readings.Where(r => r is { Ruleset: not null, Places: not null }))
        {
            var findings = new Findings(reading.File);
            foreach (var outcome in reading.Ruleset!.Outcomes.Where(o => o.Records is not null))
            {
                var earlier = writers.FirstOrDefault(w => Clash(w.Reading.Ruleset!, w.Outcome, reading.Ruleset, outcome));
                if (earlier.Outcome is not null)
                    findings.Add(DiagnosticCodes.WrittenTwice, reading.Places!.Of(outcome.Records!, "kind"),
                        $"'{outcome.Id}' records {outcome.Records!.Kind}{TwiceCheck.Option(outcome.Records)}, which "
                            + $"'{earlier.Outcome.Id}' of {earlier.Reading.Ruleset!.Name} records too",
                        "Let one of the two rulesets record it, or let the days on which they may be adopted not overlap.");
                writers.Add((reading, outcome));
            }
            found.AddRange(findings.InOrder);
        }
        return found;
    }

    private static bool Clash(Ruleset a, Outcome first, Ruleset b, Outcome second) =>
        a.Id != b.Id && first.Records == second.Records
        && a.Adoptable.From < b.Adoptable.Until && b.Adoptable.From < a.Adoptable.Until;
}
