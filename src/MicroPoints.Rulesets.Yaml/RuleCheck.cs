using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>Checks a ruleset with the kinds it brings along, or the kinds alone, for whoever is writing them.</summary>
internal static class RuleCheck
{
    public static CheckedRules Check(ReadOnlySpan<byte> rules, ReadOnlySpan<byte> activities, KindCatalogue known)
    {
        List<RuleFault> faults = [];
        var kinds = known;
        if (activities.Trim(" \r\n"u8).Length > 0)
        {
            var brought = ActivitiesFile.Read(activities, "activities.yaml");
            faults.AddRange(brought.Diagnostics.Select(d => Fault(d, isOfActivities: true)));
            if (brought.Catalogue is { } own) kinds = new KindCatalogue(known.Version, known.Hash,
                [.. known.Kinds.Where(k => own.Find(k.Id) is null), .. own.Kinds]);
        }
        var reading = RulesetFile.Read(rules, "ruleset.yaml", kinds);
        faults.AddRange(reading.Diagnostics.Select(d => Fault(d, isOfActivities: false)));
        return new CheckedRules(reading.Ruleset, kinds, faults,
            [.. RulesetLines.Of(rules).Select(l => new RuleLinePlace(l.Id, l.First, l.Last))]);
    }

    public static CheckedKinds Check(ReadOnlySpan<byte> activities)
    {
        var read = ActivitiesFile.Read(activities, "activities.yaml");
        return new CheckedKinds(read.Catalogue, [.. read.Diagnostics.Select(d => Fault(d, isOfActivities: true))]);
    }

    private static RuleFault Fault(Diagnostic found, bool isOfActivities) => new(
        found.Code, found.SeverityWord, isOfActivities, found.Line, found.Column, DiagnosticWords.Of(found.Code), found.Message, found.Fix);
}
