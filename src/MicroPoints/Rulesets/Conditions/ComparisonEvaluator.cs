namespace MicroPoints.Rulesets;

/// <summary>Compares totals, lines, percents and attributes with bounds.</summary>
internal static class ComparisonEvaluator
{
    public static Finding Evaluate(Condition.Compare compare, Situation at)
    {
        if (NoNumber(compare, at) is { } text)
            return ConditionEvaluator.Error(compare, ConditionProse.NoNumber(compare.Id, text));
        var actual = Actual(compare, at);
        return ConditionEvaluator.Said(compare, actual is { } value && Within(value, compare.Bounds, at), at,
            () => actual is { } said ? new Title(said.ToString()) : null);
    }

    public static Finding Evaluate(Condition.AttributeDay day, Situation at)
    {
        var text = at.Attributes.GetValueOrDefault(day.Attribute);
        var verdict = VerdictOf(day, at);
        return verdict == Verdict.Error
            ? ConditionEvaluator.Error(day, ConditionProse.NoDay(day.Attribute, text))
            : ConditionEvaluator.SaidText(day, verdict == Verdict.Met, at, text);
    }

    /// <summary>The verdict alone, without its sentence.</summary>
    public static Verdict VerdictOf(Condition.Compare compare, Situation at)
    {
        if (NoNumber(compare, at) is not null) return Verdict.Error;
        return Actual(compare, at) is { } value && Within(value, compare.Bounds, at) ? Verdict.Met : Verdict.NotMet;
    }

    /// <summary>The verdict alone, without its sentence.</summary>
    public static Verdict VerdictOf(Condition.AttributeDay day, Situation at)
    {
        if (at.Attributes.GetValueOrDefault(day.Attribute) is not { } text) return Verdict.NotMet;
        if (!Calendar.TryParseDay(text, out var value)) return Verdict.Error;
        return !(value < day.AtLeast) && !(value > day.AtMost) && !(value >= day.Below) ? Verdict.Met : Verdict.NotMet;
    }

    private static string? NoNumber(Condition.Compare compare, Situation at) =>
        compare.Subject == Subject.Attribute && at.Attributes.GetValueOrDefault(compare.Id!) is { } text && !Points.TryParse(text, out _)
            ? text : null;

    private static Fraction? Actual(Condition.Compare compare, Situation at) => compare.Subject switch
    {
        Subject.Total => Fraction.OfPoints(at.Card.Total),
        Subject.Category => Fraction.OfPoints(at.Card.Category(compare.Id!)!.Points),
        Subject.Indicator => Fraction.OfPoints(at.Card.Line(compare.Id!)!.Points),
        Subject.Deduction => Fraction.OfPoints(at.Card.Deduction(compare.Id!)!.Points),
        Subject.Rate => Amounts.Facts(new Counted(new KindId(compare.Id!)), at.Reading).Max()?.Fact.Measured.Percent,
        Subject.Attribute => at.Attributes.GetValueOrDefault(compare.Id!) is { } text ? Fraction.OfPoints(Points.Parse(text)) : null,
        _ => throw new InvalidOperationException("unknown subject"),
    };

    private static bool Within(Fraction value, Bounds bounds, Situation at) =>
        (bounds.AtLeast is not { } least || value >= at.Values.FractionAt(least, at.Day))
        && (bounds.AtMost is not { } most || value <= at.Values.FractionAt(most, at.Day))
        && (bounds.Below is not { } below || value < at.Values.FractionAt(below, at.Day));
}
