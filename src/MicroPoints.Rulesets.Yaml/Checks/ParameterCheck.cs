namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Dated values begin with months and ascend; what is declared is used.</summary>
internal static class ParameterCheck
{
    public static void Run(Check check)
    {
        foreach (var parameter in check.Ruleset.Parameters)
        {
            Values(parameter, check);
            LastChecked(parameter, check);
        }
        foreach (var unused in check.Names.Unused)
            check.Add(DiagnosticCodes.NeverUsed, unused.At, $"nothing uses '{unused.Id}'",
                unused.Setting == SettingType.Switch ? $"Write 'enabled-by: {unused.Id}' in the line that it switches, or remove it."
                    : $"Write ${unused.Id} where it belongs, or remove it.");
    }

    private static void Values(Parameter parameter, Check check)
    {
        DateOnly? before = null;
        foreach (var value in parameter.Values)
        {
            if (value.From.Day != 1)
                check.Add(DiagnosticCodes.NotMonthStart, value, ["from"],
                    $"a value of '{parameter.Id}' begins on {Calendar.Text(value.From)}, inside a month",
                    "Begin it on the first of a month.");
            if (value.From <= before)
                check.Add(DiagnosticCodes.ValuesUnordered, value, ["from"],
                    $"a value of '{parameter.Id}' begins on {Calendar.Text(value.From)}, not after the one before",
                    "Write values in the order of their first days, one for each.");
            if (value.StillValidOn < value.From)
                check.Add(DiagnosticCodes.CheckedTooEarly, value, ["still-valid-on"],
                    $"a value of '{parameter.Id}' begins on {Calendar.Text(value.From)}, after it was last checked",
                    "Check the source again and write that day.");
            before = value.From;
        }
        var adoptable = check.Ruleset.Adoptable.From;
        if (parameter.Values.Count > 0 && parameter.Values[0].From is var first && first > adoptable)
            check.Add(DiagnosticCodes.NotYetInForce, parameter.Values[0], ["from"],
                $"'{parameter.Id}' begins on {Calendar.Text(first)}, the ruleset may be adopted before",
                "Add the value in force until then.");
    }

    /// <summary>Every value that may still be read says when its source was last checked, by the ruleset's own dates and
    /// never by the clock.</summary>
    private static void LastChecked(Parameter parameter, Check check)
    {
        // Where 'adoptable' could not be read, it stands at the last day there is.
        var adoptable = check.Ruleset.Adoptable.From;
        for (var i = 0; i < parameter.Values.Count; i++)
        {
            if (i + 1 < parameter.Values.Count && parameter.Values[i + 1].From <= adoptable) continue;
            var value = parameter.Values[i];
            if (value.StillValidOn is not { } day)
                check.Add(DiagnosticCodes.CheckMissing, value, [],
                    $"a value of '{parameter.Id}' does not say when its source was last checked",
                    $"Write still-valid-on: '{Calendar.Text(Later(value.From, adoptable))}' once it was checked.");
            else if (adoptable != Limits.LastDay && day < adoptable.AddYears(-1))
                check.Add(DiagnosticCodes.CheckExpired, value, ["still-valid-on"],
                    $"the source of '{parameter.Id}' was last checked on {Calendar.Text(day)}, more than a year before "
                        + "the ruleset may be adopted",
                    $"Check the source again and write that day, such as '{Calendar.Text(adoptable)}'.");
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
