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
        var (of, ids, keys) = Named(condition, check);
        foreach (var id in ids) One(check, of, id, condition, keys);
    }

    /// <summary>The lines that a condition names, their sort, and the key that names them.</summary>
    private static (NameOf Of, IReadOnlyList<string> Ids, string[] Keys) Named(Condition condition, Check check) =>
        condition switch
        {
            Condition.Compare { Subject: Subject.Category } c => (NameOf.Category, [c.Id!], ["category"]),
            Condition.Compare { Subject: Subject.Indicator } c => (NameOf.Indicator, [c.Id!], ["indicator"]),
            Condition.Compare { Subject: Subject.Deduction } c => (NameOf.Deduction, [c.Id!], ["deduction"]),
            Condition.Compare { Subject: Subject.Attribute } c => (NameOf.Attribute, [c.Id!], ["attribute"]),
            Condition.AttributeIs c => (NameOf.Attribute, [c.Attribute], ["attribute"]),
            Condition.AttributeMissing c => (NameOf.Attribute, [c.Attribute], ["attribute"]),
            Condition.AttributeDay c => (NameOf.Attribute, [c.Attribute], ["attribute"]),
            Condition.GradeAtLeast c => (NameOf.Grade, [c.Grade], ["grade-at-least"]),
            Condition.GradeIs c => (NameOf.Grade, check.IdsOf(c.Grades), ["grade-is"]),
            Condition.ClassIs c => (NameOf.Class, check.IdsOf(c.Classes), ["class-is"]),
            Condition.LimitedBy { Not: false } c => (NameOf.Limit, check.IdsOf(c.Limits), ["limited-by"]),
            Condition.LimitedBy c => (NameOf.Limit, check.IdsOf(c.Limits), ["not-limited-by"]),
            Condition.OutcomeIs c => (NameOf.Outcome, [c.Outcome], ["outcome"]),
            Condition.History { Grades: { } grades } => (NameOf.Grade, check.IdsOf(grades), ["history", "grade"]),
            Condition.History { Outcomes: { } given } => (NameOf.Outcome, check.IdsOf(given), ["history", "outcome"]),
            _ => (default, [], []),
        };

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
