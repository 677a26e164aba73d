using System.Globalization;
using MicroPoints.Rulesets.NRules.Facts;

namespace MicroPoints.Rulesets.NRules.Conditions;

/// <summary>Decides one condition once the facts that it reads are there.</summary>
/// <remarks>
/// Shared with the built-in engine, so that no comparison of both shows a mistake in them: the ruleset's values on a day, fractions
/// and their rounding, what is read out of a tally, and the sentences. What is met, by how many and in which order is decided here alone.
/// </remarks>
/// <param name="number">The condition's number in the ruleset.</param>
/// <param name="inside">The condition that it is inside of.</param>
internal sealed partial class Judge(Condition condition, int number, int? inside, Ruleset ruleset, Values values)
{
    /// <summary>A condition that joins others, from their findings.</summary>
    public Found Join(Case chamber, IEnumerable<Found> found)
    {
        if (NotInForce(chamber.Day) is { } undecided) return undecided;
        var of = found.OrderBy(f => f.Number).Select(f => f.Finding).ToList();
        var (met, errors) = (of.Count(f => f.Verdict == Verdict.Met), of.Count(f => f.Verdict == Verdict.Error));
        var (verdict, needed) = condition switch
        {
            Condition.NoneOf => (met > 0 ? Verdict.NotMet : errors > 0 ? Verdict.Error : Verdict.Met, 0),
            Condition.All => Reaching(of.Count),
            Condition.Any => Reaching(1),
            Condition.AtLeastOf some => Reaching(values.WholeAt(some.N, chamber.Day)),
            _ => throw new InvalidOperationException("unknown condition"),
        };
        return Is(new Finding(condition, verdict, ConditionProse.Joined(condition, of, verdict, met, needed), of));

        // What cannot be decided counts only where it could still change the answer.
        (Verdict, int) Reaching(int many) =>
            (met >= many ? Verdict.Met : met + errors >= many ? Verdict.Error : Verdict.NotMet, many);
    }

    /// <summary>A number of the scorecard within bounds.</summary>
    public Found Compare(Case chamber, Points points) => Bounded(chamber, Fraction.OfPoints(points));

    public Found Grade(Case chamber, string? grade)
    {
        var met = grade is not null && condition switch
        {
            Condition.GradeAtLeast least => Rank(grade) <= Rank(least.Grade),
            Condition.GradeIs any => values.List(any.Grades).Contains(grade),
            _ => throw new InvalidOperationException("no condition on a grade"),
        };
        return Said(chamber, met, ruleset.Grades.Where(g => g.Id == grade).Select(g => g.Title).FirstOrDefault());
    }

    public Found Class(Case chamber, string? id) => Said(chamber,
        id is not null && values.List(((Condition.ClassIs)condition).Classes).Contains(id),
        ruleset.Classes.Where(c => c.Id == id).Select(c => c.Title).FirstOrDefault());

    public Found Limited(Case chamber, IReadOnlyList<Limit> met)
    {
        var asked = (Condition.LimitedBy)condition;
        var by = values.List(asked.Limits).Where(id => met.Any(l => l.Id == id)).ToList();
        return Said(chamber, asked.Not ? by.Count == 0 : by.Count > 0, by.Count == 0 ? null : new Title(string.Join("、", by)));
    }

    public Found Place(Case chamber, int? place) => NotInForce(chamber.Day) ?? Said(chamber,
        place <= values.WholeAt(((Condition.RankAtMost)condition).Place, chamber.Day),
        place is { } own ? new Title(own.ToString(CultureInfo.InvariantCulture)) : null);

    public Found Eligible(Case chamber, bool isEligible) => Said(chamber, isEligible, null);

    private Found Bounded(Case chamber, Fraction? actual)
    {
        if (NotInForce(chamber.Day) is { } undecided) return undecided;
        var bounds = ((Condition.Compare)condition).Bounds;
        var met = actual is not null
            && (bounds.AtLeast is null || actual >= values.FractionAt(bounds.AtLeast.Value, chamber.Day))
            && (bounds.AtMost is null || actual <= values.FractionAt(bounds.AtMost.Value, chamber.Day))
            && (bounds.Below is null || actual < values.FractionAt(bounds.Below.Value, chamber.Day));
        return Said(chamber, met, actual is null ? null : new Title(actual.Value.ToString()));
    }

    /// <summary>A number without a value on the day decides nothing, and says so before anything else.</summary>
    private Found? NotInForce(DateOnly day) =>
        condition.Numbers.Where(n => values.At(n, day) is null).Select(n => Undecided(ConditionProse.NotInForce(n))).FirstOrDefault();

    private Found Undecided(Title why) => Is(new Finding(condition, Verdict.Error, why, []));

    private Found Said(Case chamber, bool met, Title? actual) => Is(new Finding(condition, met ? Verdict.Met : Verdict.NotMet,
        ConditionProse.Sentence(condition, new ProseNames(ruleset, chamber.Things.Reading.Kinds, values, chamber.Day), met, actual), []));

    private Found Is(Finding finding) => new(number, inside, finding);

    private int Rank(string grade) => ruleset.Grades.TakeWhile(g => g.Id != grade).Count();
}
