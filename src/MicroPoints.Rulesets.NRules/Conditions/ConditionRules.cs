using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Rulesets.NRules.Rules;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Conditions;

/// <summary>What is known when a condition is read: each knows what those before it know.</summary>
internal enum Asking
{
    Limits = 1,
    Classes = 2,
    Outcomes = 3,
}

/// <summary>Turns conditions into rules: one for each, and one for each that joins others, which waits for them.</summary>
internal sealed class ConditionRules(Ruleset ruleset, Values values)
{
    private readonly List<IRuleDefinition> _rules = [];
    private int _numbers;

    public IEnumerable<IRuleDefinition> All => _rules;

    /// <summary>The number under which its finding will be found.</summary>
    public int Add(Condition condition, Asking asking, int? inside = null)
    {
        var number = _numbers++;
        var judge = new Judge(condition, number, inside, ruleset, values);
        if (Inside(condition) is not { } of)
        {
            _rules.Add(Leaf(condition, judge, asking, Rule($"condition {number}", asking)));
            return number;
        }
        foreach (var part in of) Add(part, asking, number);
        _rules.Add(Rule($"condition {number}", asking).WhenAll<Found>("found", of.Count, one => one.Inside == number)
            .Then((Case chamber, IEnumerable<Found> found) => judge.Join(chamber, found)));
        return number;
    }

    public static Rule Rule(string name, Asking asking)
    {
        var stage = asking == Asking.Outcomes ? Stage.Outcomes : Stage.Points;
        return new Rule(name).When<Case>(chamber => chamber.Stage == stage);
    }

    private static IReadOnlyList<Condition>? Inside(Condition condition) => condition switch
    {
        Condition.All all => all.Of,
        Condition.Any any => any.Of,
        Condition.NoneOf none => none.Of,
        Condition.AtLeastOf some => some.Of,
        _ => null,
    };

    /// <summary>The rule waits for what the condition reads; what a later stage decides is nothing yet.</summary>
    private IRuleDefinition Leaf(Condition condition, Judge judge, Asking asking, Rule rule) => condition switch
    {
        Condition.Compare { Subject: Subject.Total } => rule.When<Totalled>(card => true)
            .Then((Case chamber, Totalled card) => judge.Compare(chamber, card.Total)),
        Condition.Compare { Subject: Subject.Category, Id: var id } => rule.When<Summed>(category => category.Id == id)
            .Then((Case chamber, Summed category) => judge.Compare(chamber, category.Line.Points)),
        Condition.Compare { Subject: Subject.Indicator, Id: var id } => rule.When<Credited>(line => line.Id == id)
            .Then((Case chamber, Credited line) => judge.Compare(chamber, line.Line.Points)),
        Condition.Compare { Subject: Subject.Deduction, Id: var id } => rule.When<Deducted>(deduction => deduction.Id == id)
            .Then((Case chamber, Deducted deduction) => judge.Compare(chamber, deduction.Line.Points)),
        Condition.GradeAtLeast or Condition.GradeIs => asking == Asking.Limits
            ? rule.Then((Case chamber) => judge.Grade(chamber, null))
            : rule.When<Graded>(graded => true).Then((Case chamber, Graded graded) => judge.Grade(chamber, graded.Grade)),
        Condition.LimitedBy => asking == Asking.Limits
            ? rule.Then((Case chamber) => judge.Limited(chamber, Array.Empty<Limit>()))
            : rule.When<Limited>(limited => true).Then((Case chamber, Limited limited) => judge.Limited(chamber, limited.Met)),
        Condition.ClassIs => asking != Asking.Outcomes
            ? rule.Then((Case chamber) => judge.Class(chamber, null))
            : rule.When<Classified>(classified => true).Then((Case chamber, Classified classified) => judge.Class(chamber, classified.Id)),
        Condition.RankAtMost => asking != Asking.Outcomes
            ? rule.Then((Case chamber) => judge.Place(chamber, null))
            : rule.When<Placed>(placed => true).Then((Case chamber, Placed placed) => judge.Place(chamber, placed.Place)),
        Condition.OutcomeIs { Outcome: var id } => asking != Asking.Outcomes
            ? rule.Then((Case chamber) => judge.Eligible(chamber, false))
            : rule.When<Decided>(decided => decided.Id == id)
                .Then((Case chamber, Decided decided) => judge.Eligible(chamber, decided.Line.IsEligible)),
        _ => rule.Then((Case chamber) => judge.OnFacts(chamber)),
    };
}
