namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Dated values begin with months and ascend; what is declared is used.</summary>
internal static class ParameterCheck
{
    public static void Run(Check check)
    {
        foreach (var parameter in check.Ruleset.Parameters) Values(parameter, check);
        foreach (var unused in check.Names.Unused)
            check.Add(DiagnosticCodes.NeverUsed, unused.At, $"nothing uses '{unused.Id}'",
                $"Write ${unused.Id} where it belongs, or remove it.");
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
}
