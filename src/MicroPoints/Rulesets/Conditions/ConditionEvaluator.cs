namespace MicroPoints.Rulesets;

/// <summary>Decides conditions: met, not met with what is and what is required, or error.</summary>
public static class ConditionEvaluator
{
    /// <summary>A number that is not in force on the day cannot decide anything: an error, never "not met".</summary>
    public static Finding Evaluate(Condition condition, Situation at) =>
        Lacking(condition, at) is { } number ? Error(condition, ConditionProse.NotInForce(number)) : Decide(condition, at);

    /// <summary>The first of <see cref="Condition.Numbers"/> that is not in force, without a list of them.</summary>
    private static Number? Lacking(Condition condition, Situation at) => condition switch
    {
        Condition.Compare { Bounds: var bounds } => Lacking(bounds.AtLeast, at) ?? Lacking(bounds.AtMost, at) ?? Lacking(bounds.Below, at),
        Condition.AtLeastOf some => Lacking(some.N, at),
        Condition.EventOccurred occurred => Lacking(occurred.Periods, at) ?? Lacking(occurred.AtLeast, at),
        Condition.SilentFor silent => Lacking(silent.Quarters, at),
        Condition.RankAtMost rank => Lacking(rank.Place, at),
        Condition.History history => Lacking(history.Within, at) ?? Lacking(history.AtLeast, at),
        _ => null,
    };

    private static Number? Lacking(Number? number, Situation at) =>
        number is { Reference: not null } some && at.Values.At(some, at.Day) is null ? some : null;

    private static Finding Decide(Condition condition, Situation at) => condition switch
    {
        Condition.All all => Joined(all, all.Of, at, n => n),
        Condition.Any any => Joined(any, any.Of, at, _ => 1),
        Condition.NoneOf none => NoneOf(none, at),
        Condition.AtLeastOf some => Joined(some, some.Of, at, _ => at.Values.WholeAt(some.N, at.Day)),
        Condition.Compare compare => ComparisonEvaluator.Evaluate(compare, at),
        Condition.AttributeDay day => ComparisonEvaluator.Evaluate(day, at),
        Condition.GradeAtLeast grade => OfGrade(grade, at.Grade is { } own && Index(at, own) <= Index(at, grade.Grade), at),
        Condition.GradeIs grades => OfGrade(grades, at.Grade is { } own && at.Values.List(grades.Grades).Contains(own), at),
        Condition.ClassIs classes => OfClass(classes, at.Class is { } own && at.Values.List(classes.Classes).Contains(own), at),
        Condition.StateIs or Condition.StateMissing or Condition.StateHeldFor => StateEvaluator.Evaluate(condition, at),
        Condition.EventOccurred occurred => FactEvaluator.Occurred(occurred, at),
        Condition.SilentFor silent => FactEvaluator.Silent(silent, at),
        Condition.AttributeIs attribute =>
            SaidText(attribute, IsMet(attribute, at), at, at.Attributes.GetValueOrDefault(attribute.Attribute)),
        Condition.AttributeMissing missing =>
            SaidText(missing, IsMet(missing, at), at, at.Attributes.GetValueOrDefault(missing.Attribute)),
        Condition.LimitedBy limited => Limited(limited, at),
        Condition.RankAtMost rank => OfRank(rank, at.Rank is { } own && own <= at.Values.WholeAt(rank.Place, at.Day), at),
        Condition.OutcomeIs outcome => SaidText(outcome, at.Eligible.Contains(outcome.Outcome), at, null),
        Condition.History history => FactEvaluator.InHistory(history, at),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    /// <summary>The verdict alone of a condition on facts, attributes or earlier rounds, whose numbers are in force.</summary>
    internal static Verdict VerdictOnFacts(Condition condition, Situation at) => condition switch
    {
        Condition.Compare compare => ComparisonEvaluator.VerdictOf(compare, at),
        Condition.AttributeDay day => ComparisonEvaluator.VerdictOf(day, at),
        Condition.AttributeIs attribute => Of(IsMet(attribute, at)),
        Condition.AttributeMissing missing => Of(IsMet(missing, at)),
        Condition.StateIs or Condition.StateMissing or Condition.StateHeldFor => Of(StateEvaluator.IsMet(condition, at)),
        _ => Of(FactEvaluator.IsMet(condition, at)),
    };

    private static Verdict Of(bool met) => met ? Verdict.Met : Verdict.NotMet;

    private static bool IsMet(Condition.AttributeIs condition, Situation at) =>
        at.Attributes.GetValueOrDefault(condition.Attribute) is { } value && at.Values.List(condition.Is).Contains(value);

    private static bool IsMet(Condition.AttributeMissing condition, Situation at) =>
        at.Attributes.GetValueOrDefault(condition.Attribute) is null == condition.Missing;

    internal static Title? Text(IFormattable? actual) =>
        actual?.ToString(null, System.Globalization.CultureInfo.InvariantCulture) is { } text ? new Title(text) : null;

    internal static Finding SaidText(Condition condition, bool met, Situation at, string? actual) =>
        Said(condition, met, at, actual is null ? null : () => new Title(actual));

    internal static Finding Said(Condition condition, bool met, Situation at, Func<Title?>? actual) =>
        new(condition, met ? Verdict.Met : Verdict.NotMet, at, actual, []);

    internal static Finding Error(Condition condition, Title why) => new(condition, Verdict.Error, why, []);

    private static Finding OfGrade(Condition condition, bool met, Situation at) =>
        Said(condition, met, at, () => at.Ruleset.Grades.FirstOrDefault(g => g.Id == at.Grade)?.Title);

    private static Finding OfClass(Condition condition, bool met, Situation at) =>
        Said(condition, met, at, () => at.Ruleset.Classes.FirstOrDefault(c => c.Id == at.Class)?.Title);

    private static Finding OfRank(Condition condition, bool met, Situation at) => Said(condition, met, at, () => Text(at.Rank));

    private static int Index(Situation at, string grade)
    {
        for (var i = 0; i < at.Ruleset.Grades.Count; i++) if (at.Ruleset.Grades[i].Id == grade) return i;
        return int.MaxValue;
    }

    /// <summary>Met when so many inside are met; an error only where it could still change the answer.</summary>
    private static Finding Joined(Condition condition, IReadOnlyList<Condition> of, Situation at, Func<int, int> needed)
    {
        var (inside, met, errors) = Each(of, at);
        var need = needed(of.Count);
        var verdict = met >= need ? Verdict.Met : met + errors >= need ? Verdict.Error : Verdict.NotMet;
        return new Finding(condition, verdict, at, null, inside);
    }

    private static Finding NoneOf(Condition.NoneOf none, Situation at)
    {
        var (inside, met, errors) = Each(none.Of, at);
        var verdict = met > 0 ? Verdict.NotMet : errors > 0 ? Verdict.Error : Verdict.Met;
        return new Finding(none, verdict, at, null, inside);
    }

    private static (Finding[] Inside, int Met, int Errors) Each(IReadOnlyList<Condition> of, Situation at)
    {
        var (inside, met, errors) = (new Finding[of.Count], 0, 0);
        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] = Evaluate(of[i], at);
            if (inside[i].Verdict == Verdict.Met) met++;
            else if (inside[i].Verdict == Verdict.Error) errors++;
        }
        return (inside, met, errors);
    }

    private static Finding Limited(Condition.LimitedBy limited, Situation at)
    {
        var met = at.LimitsMet ?? new HashSet<string>();
        var by = at.Values.List(limited.Limits).Where(met.Contains).ToList();
        return SaidText(limited, by.Count > 0 != limited.Not, at, by.Count == 0 ? null : string.Join("、", by));
    }
}
