using MicroPoints.Rulesets.NRules.Conditions;
using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Standings;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>The rules from points and findings to limits, the grade they leave, and the class.</summary>
internal sealed class VerdictRules(Ruleset ruleset, Values values, ConditionRules conditions)
{
    public IEnumerable<IRuleDefinition> All() => [.. Limits(), .. Grades(), .. Classes()];

    private IEnumerable<IRuleDefinition> Limits()
    {
        for (var i = 0; i < ruleset.Limits.Count; i++)
        {
            var (order, limit, number) = (i, ruleset.Limits[i], conditions.Add(ruleset.Limits[i].When, Asking.Limits));
            var isOn = values.IsOn(limit.EnabledBy);
            yield return LineRules.Scoring($"limit {limit.Id}").When<Found>(found => found.Number == number)
                .Then((Found found) => new Limiting(order, new LimitLine(limit, found.Finding, isOn)));
        }
        yield return LineRules.Scoring("limits").WhenAll<Limiting>("limits", ruleset.Limits.Count, one => true)
            .Then((IEnumerable<Limiting> limits) => new Limited(limits.OrderBy(l => l.Order).Select(l => l.Line).ToList()));
    }

    private IEnumerable<IRuleDefinition> Grades()
    {
        for (var i = 0; i < ruleset.Grades.Count; i++)
        {
            var (index, id) = (i, ruleset.Grades[i].Id);
            yield return LineRules.Scoring($"grade {id} by points")
                .When<Totalled, Case>((card, chamber) => IsWithin(index, card.Total, chamber.Day))
                .Then((Totalled card) => new GradedByPoints(index, id));
        }
        if (ruleset.Grades.Count == 0)
        {
            yield return LineRules.Scoring("no grade").Then((Case chamber) => new Graded(null));
            yield break;
        }
        yield return LineRules.Scoring("no grade where barred").When<Limited>(limited => limited.Bars)
            .Then((Limited limited) => new Graded(null));
        yield return LineRules.Scoring("grade").When<GradedByPoints>(graded => true).When<Limited>(limited => !limited.Bars)
            .Then((Case chamber, GradedByPoints graded, Limited limited) => new Graded(Left(graded.Index, limited.Met, chamber.Day)));
    }

    /// <summary>From its own first point up to the least first point of the grades above; the last grade takes all that is left.</summary>
    private bool IsWithin(int grade, Points total, DateOnly day)
    {
        var isAbove = ruleset.Grades.Take(grade).Any(g => total >= values.PointsAt(g.From, day));
        return !isAbove && (grade == ruleset.Grades.Count - 1 || total >= values.PointsAt(ruleset.Grades[grade].From, day));
    }

    /// <summary>Down by all steps together, then no higher than the lowest ceiling, and never below the lowest grade.</summary>
    private string Left(int byPoints, IReadOnlyList<Limit> met, DateOnly day)
    {
        var down = met.Where(l => l.GradesDown is not null).Sum(l => values.WholeAt(l.GradesDown!.Value, day));
        var ceilings = met.Where(l => l.Ceiling is not null).Select(l => IndexOf(l.Ceiling!));
        var index = ceilings.Append(byPoints + down).Max();
        return ruleset.Grades[index < ruleset.Grades.Count ? index : ruleset.Grades.Count - 1].Id;
    }

    private int IndexOf(string grade) => ruleset.Grades.TakeWhile(g => g.Id != grade).Count() is var index && index < ruleset.Grades.Count
        ? index : throw new InvariantException($"grade {grade} is not in {ruleset.Name}");

    /// <summary>Each class waits until all before it are known not to match; one that cannot be decided ends the search.</summary>
    private IEnumerable<IRuleDefinition> Classes()
    {
        yield return LineRules.Scoring("no class where barred").When<Limited>(limited => limited.Bars)
            .Then((Limited limited) => new Classified(null, null));
        var before = new List<int>();
        foreach (var rule in ruleset.Classes)
        {
            var id = rule.Id;
            if (rule.When is null)
            {
                yield return AfterOthers($"class {id}", before).Then((Case chamber) => new Classified(id, null));
                yield break;
            }
            var number = conditions.Add(rule.When, Asking.Classes);
            yield return AfterOthers($"class {id}", before).When<Found>(own => own.Number == number && own.Verdict == Verdict.Met)
                .Then((Found own) => new Classified(id, null));
            yield return AfterOthers($"class {id} undecided", before).When<Found>(own => own.Number == number && own.Verdict == Verdict.Error)
                .Then((Found own) => new Classified(null, own.Finding));
            before.Add(number);
        }
        yield return AfterOthers("no class", before).Then((Case chamber) => new Classified(null, null));
    }

    private static Rule AfterOthers(string name, IReadOnlyList<int> before)
    {
        var numbers = before.ToHashSet();
        return LineRules.Scoring(name).When<Limited>(limited => !limited.Bars)
            .WhenAll<Found>("others", numbers.Count, one => one.Verdict == Verdict.NotMet && numbers.Contains(one.Number));
    }
}
