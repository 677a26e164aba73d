using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Every id that names a line of the ruleset names one there is.</summary>
internal static class ReferenceCheck
{
    public static void Run(Check check)
    {
        foreach (var condition in check.Conditions.SelectMany(c => c.All)) Condition(condition, check);
        foreach (var key in check.Ruleset.Ranking.Where(k => k.Id is not null)) Ranking(key, check);
        foreach (var limit in check.Ruleset.Limits)
        {
            if (limit.Ceiling is { } ceiling)
                One(check, NameOf.Grade, ceiling, limit,
                    [check.Places.Has(limit, "grade") ? "grade" : "grade-at-most"]);
            List(check, NameOf.Outcome, limit.Suspends, limit, ["suspends"]);
        }
    }

    private static void Ranking(RankingKey key, Check check)
    {
        var (of, written) = key.By switch
        {
            RankingBy.Category => (NameOf.Category, "category"),
            RankingBy.Indicator => (NameOf.Indicator, "indicator"),
            _ => (NameOf.Attribute, "attribute"),
        };
        One(check, of, key.Id!, key, [written]);
    }

    private static void Condition(Condition condition, Check check)
    {
        switch (condition)
        {
            case Condition.Compare { Subject: Subject.Category, Id: { } id }: One(check, NameOf.Category, id, condition,
                ["category"]); break;
            case Condition.Compare { Subject: Subject.Indicator, Id: { } id }: One(check, NameOf.Indicator, id,
                condition, ["indicator"]); break;
            case Condition.Compare { Subject: Subject.Deduction, Id: { } id }: One(check, NameOf.Deduction, id,
                condition, ["deduction"]); break;
            case Condition.Compare { Subject: Subject.Attribute, Id: { } id }: One(check, NameOf.Attribute, id,
                condition, ["attribute"]); break;
            case Condition.AttributeIs c: One(check, NameOf.Attribute, c.Attribute, condition, ["attribute"]); break;
            case Condition.AttributeMissing c: One(check, NameOf.Attribute, c.Attribute, condition,
                ["attribute"]); break;
            case Condition.AttributeDay c: One(check, NameOf.Attribute, c.Attribute, condition, ["attribute"]); break;
            case Condition.GradeAtLeast c: One(check, NameOf.Grade, c.Grade, condition, ["grade-at-least"]); break;
            case Condition.GradeIs c: List(check, NameOf.Grade, c.Grades, condition, ["grade-is"]); break;
            case Condition.ClassIs c: List(check, NameOf.Class, c.Classes, condition, ["class-is"]); break;
            case Condition.LimitedBy c: List(check, NameOf.Limit, c.Limits, condition,
                [c.Not ? "not-limited-by" : "limited-by"]); break;
            case Condition.OutcomeIs c: One(check, NameOf.Outcome, c.Outcome, condition, ["outcome"]); break;
            case Condition.History { Grades: { } grades }: List(check, NameOf.Grade, grades, condition,
                ["history", "grade"]); break;
            case Condition.History { Outcome: { } id }: One(check, NameOf.Outcome, id, condition,
                ["history", "outcome"]); break;
        }
    }

    private static void List(Check check, NameOf of, Ids ids, object part, IReadOnlyList<string> keys)
    {
        foreach (var id in check.IdsOf(ids)) One(check, of, id, part, keys);
    }

    private static void One(Check check, NameOf of, string id, object part, IReadOnlyList<string> keys)
    {
        if (check.Names.Has(id, of)) return;
        var (code, sort) = Sort(of);
        check.Add(code, part, keys, $"there is no {sort} '{id}'", Suggest.Among(id, check.Names.All(of)));
    }

    /// <summary>The code and word for something that does not exist.</summary>
    public static (DiagnosticCode Code, string Sort) Sort(NameOf of) => of switch
    {
        NameOf.Category => (DiagnosticCodes.UnknownCategory, "category"),
        NameOf.Indicator => (DiagnosticCodes.UnknownIndicator, "indicator"),
        NameOf.Deduction => (DiagnosticCodes.UnknownDeduction, "deduction"),
        NameOf.Limit => (DiagnosticCodes.UnknownLimit, "limit"),
        NameOf.Grade => (DiagnosticCodes.UnknownGrade, "grade"),
        NameOf.Class => (DiagnosticCodes.UnknownClass, "class"),
        NameOf.Outcome => (DiagnosticCodes.UnknownOutcome, "outcome"),
        NameOf.Attribute => (DiagnosticCodes.UnknownAttribute, "attribute"),
        NameOf.Setting => (DiagnosticCodes.UnknownSetting, "setting"),
        NameOf.Parameter => (DiagnosticCodes.UnknownReference, "parameter"),
        _ => throw new InvalidOperationException("unknown sort of name"),
    };
}
