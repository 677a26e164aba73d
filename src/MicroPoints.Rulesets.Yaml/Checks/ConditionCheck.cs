using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Conditions, and states that deductions read, fit the kinds and attributes they name.</summary>
internal static class ConditionCheck
{
    public static void Run(Check check)
    {
        foreach (var condition in check.Conditions.SelectMany(c => c.All)) Condition(condition, check);
        foreach (var state in check.Ruleset.Deductions.Select(d => d.While).OfType<WhileState>())
            Options(check, Kind(check, state.State, Nature.State, state, "state"), state.Is, state);
    }

    private static void Condition(Condition condition, Check check)
    {
        switch (condition)
        {
            case Condition.StateIs c: Options(check, Kind(check, c.State, Nature.State, c, "state"), c.Is, c); break;
            case Condition.StateHeldFor c:
                Options(check, Kind(check, c.State, Nature.State, c, "state"), c.Is, c);
                break;
            case Condition.StateMissing c: Kind(check, c.State, Nature.State, c, "state"); break;
            case Condition.EventOccurred c:
                var kind = Kind(check, c.Event, Nature.Event, c, "event");
                if (c.Is is { } options) Options(check, kind, options, c);
                break;
            case Condition.Compare { Subject: Subject.Rate, Id: { } id }: Rate(check, new KindId(id), condition); break;
            case Condition.SilentFor c: Silent(check, c); break;
            case Condition.AttributeIs c: Attribute(check, c.Attribute, c, AttributeType.Option, c.Is); break;
            case Condition.AttributeDay c: Attribute(check, c.Attribute, c, AttributeType.Day, null); break;
            case Condition.Compare { Subject: Subject.Attribute, Id: { } id }:
                Attribute(check, id, condition, AttributeType.Number, null);
                break;
        }
    }

    private static ActivityKind? Kind(Check check, KindId id, Nature nature, object part, string key)
    {
        if (check.Kind(id) is not { } kind) return null;
        if (kind.Nature == nature) return kind;
        check.Add(DiagnosticCodes.ConditionMisfit, part, [key],
            $"'{id}' is {(nature == Nature.State ? "an event, not a state" : "a state, not an event")}",
            nature == Nature.State ? $"Write 'event: {id}'." : $"Write 'state: {id}'.");
        return null;
    }

    private static void Options(Check check, ActivityKind? kind, Ids ids, object part)
    {
        if (kind is null) return;
        if (Choices.Of(kind) is not { } choices)
        {
            check.Add(DiagnosticCodes.ConditionMisfit, part, ["is"], $"'{kind.Id}' has no options to be",
                "Remove 'is', or name a kind with options.");
            return;
        }
        foreach (var option in check.IdsOf(ids).Where(o => !choices.Contains(o)))
            if (option == ActivityKind.Ended && kind.HasOption(option))
                check.Add(DiagnosticCodes.NeverMet, part, ["is"],
                    $"a state that has ended is nothing, so '{kind.Id}' never is '{option}'",
                    "Name the options that hold.");
            else
                check.Add(DiagnosticCodes.UnknownOption, part, ["is"], $"'{kind.Id}' has no option '{option}'",
                    Suggest.Among(option, choices));
    }

    private static void Rate(Check check, KindId id, object part)
    {
        if (check.Kind(id) is { Measure: not (MeasureType.Rate or MeasureType.Share) })
            check.Add(DiagnosticCodes.ConditionMisfit, part, ["rate"], $"'{id}' measures no percent",
                "Name a kind of measure rate or share.");
    }

    private static void Silent(Check check, Condition.SilentFor silent)
    {
        if (silent.Kinds is not { } ids)
        {
            if (!check.Places.Has(check.Ruleset, "categories"))
                check.Add(DiagnosticCodes.SilentForKinds, silent, ["silent-for"],
                    "a ruleset without categories counts no kinds to be silent in", "Write 'kinds'.");
            return;
        }
        foreach (var id in check.IdsOf(ids))
        {
            var kind = KindId.IsValid(id) ? check.Kind(new KindId(id)) : null;
            if (kind is null)
                check.Add(DiagnosticCodes.UnknownKind, silent, ["silent-for", "kinds"],
                    $"there is no activity kind '{id}'", "Name a kind of the activities file.");
            else if (kind.Nature == Nature.State)
                check.Add(DiagnosticCodes.ConditionMisfit, silent, ["silent-for", "kinds"],
                    $"'{id}' is a state: it does not happen", "Name events.");
        }
    }

    private static void Attribute(Check check, string id, object part, AttributeType needed, Ids? ids)
    {
        if (check.Ruleset.Attributes.FirstOrDefault(a => a.Id == id) is not { } attribute) return;
        if (attribute.Type != needed)
        {
            check.Add(DiagnosticCodes.AttributeMisfit, part, ["attribute"],
                $"the attribute '{id}' is of type {Word(attribute.Type)}, and this asks for one of type {Word(needed)}",
                "Ask 'is' of options, numbers of numbers, and quoted days of days.");
            return;
        }
        foreach (var option in (ids is null ? [] : check.IdsOf(ids)).Where(o => !attribute.Options.Contains(o)))
            check.Add(DiagnosticCodes.UnknownOption, part, ["is"], $"the attribute '{id}' has no option '{option}'",
                Suggest.Among(option, attribute.Options));
    }

    private static string Word(AttributeType type) => type.ToString().ToLowerInvariant();
}
