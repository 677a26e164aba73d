using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>What sealing records is a plain state of the catalogue, with an option where it has them.</summary>
internal static class OutcomeCheck
{
    public static void Run(Check check)
    {
        foreach (var outcome in check.Ruleset.Outcomes)
            if (outcome.Records is { } records && check.Kind(records.Kind) is { } kind)
                Records(outcome, records, kind, check);
    }

    private static void Records(Outcome outcome, HonourRecord records, ActivityKind kind, Check check)
    {
        if (kind.Nature == Nature.Event)
            check.Add(DiagnosticCodes.RecordsMisfit, records, ["kind"],
                $"'{outcome.Id}' records '{kind.Id}', which is an event", "Name a state.");
        if (kind.Keyed)
            check.Add(DiagnosticCodes.RecordsMisfit, records, ["kind"],
                $"'{outcome.Id}' records '{kind.Id}', which needs a key", "Name a kind without keys.");
        var choices = Choices.Of(kind);
        if (records.Option is { } option && !(choices ?? []).Contains(option))
            check.Add(DiagnosticCodes.UnknownOption, records, ["option"], $"'{kind.Id}' has no option '{option}'",
                Suggest.Among(option, choices ?? []));
        if (records.Option is null && kind.Measure is not MeasureType.Flag)
            check.Add(DiagnosticCodes.RecordsMisfit, records, [],
                $"'{outcome.Id}' records '{kind.Id}' and names no option", "Write 'option'.");
    }
}
