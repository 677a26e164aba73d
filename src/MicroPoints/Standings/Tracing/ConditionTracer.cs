using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Takes a condition apart: every operand with what is there and what is wanted. The verdict it comes to is its own; that it
/// is the evaluation's is what tests demand.</summary>
internal sealed class ConditionTracer(ValueWatch watch)
{
    public TracedCondition Trace(Finding finding, Situation at)
    {
        at = at with { Values = watch.Values };
        var condition = finding.Condition;
        var inside = finding.Inside.Select(f => Trace(f, at)).ToList();
        watch.Take();
        if (condition.Numbers.ToList().Exists(n => at.Values.At(n, at.Day) is null) || IsUnreadable(condition, at))
            return new TracedCondition(finding, Verdict.Error, [], watch.Take(), []);
        var operands = Operands(condition, inside, at).ToList();
        return new TracedCondition(finding, VerdictOf(condition, operands, inside), operands, watch.Take(), inside);
    }

    /// <summary>What cannot be decided inside counts only where it could still change the answer.</summary>
    private static Verdict VerdictOf(Condition condition, List<TracedOperand> operands, List<TracedCondition> inside)
    {
        var holds = operands.TrueForAll(o => o.Holds);
        var errors = inside.Count(i => i.Verdict == Verdict.Error);
        if (errors == 0) return holds ? Verdict.Met : Verdict.NotMet;
        if (condition is Condition.NoneOf) return holds ? Verdict.Error : Verdict.NotMet;
        var needed = int.Parse(operands[0].Wanted[0], CultureInfo.InvariantCulture);
        return holds ? Verdict.Met : inside.Count(i => i.Verdict == Verdict.Met) + errors >= needed ? Verdict.Error : Verdict.NotMet;
    }

    /// <summary>An attribute that is compared as a number or a day, and is none.</summary>
    private static bool IsUnreadable(Condition condition, Situation at) => condition switch
    {
        Condition.Compare { Subject: Subject.Attribute, Id: { } id } =>
            at.Attributes.GetValueOrDefault(id) is { } text && !Points.TryParse(text, out _),
        Condition.AttributeDay day => at.Attributes.GetValueOrDefault(day.Attribute) is { } text && !Calendar.TryParseDay(text, out _),
        _ => false,
    };

    private static IEnumerable<TracedOperand> Operands(Condition condition, List<TracedCondition> inside, Situation at) => condition switch
    {
        Condition.All => [Met(inside, Comparison.AtLeast, inside.Count)],
        Condition.Any => [Met(inside, Comparison.AtLeast, 1)],
        Condition.NoneOf => [Met(inside, Comparison.AtMost, 0)],
        Condition.AtLeastOf c => [Met(inside, Comparison.AtLeast, at.Values.WholeAt(c.N, at.Day))],
        Condition.Compare c => Compared(c, at),
        Condition.AttributeDay c => Days(c, at),
        Condition.GradeAtLeast c => [OneOf("grade", Of(at.Grade),
            [.. at.Ruleset.Grades.Select(g => g.Id).TakeWhile(g => g != c.Grade), c.Grade])],
        Condition.GradeIs c => [OneOf("grade", Of(at.Grade), at.Values.List(c.Grades))],
        Condition.ClassIs c => [OneOf("class", Of(at.Class), at.Values.List(c.Classes))],
        Condition.StateIs c => [OneOf(c.State.Value, Choices(c.State, at), at.Values.List(c.Is))],
        Condition.StateMissing c => [Recorded(c.State.Value, Standing(c.State, at), c.Missing)],
        Condition.StateHeldFor c => [HeldFor(c, at)],
        Condition.EventOccurred c => [Number(c.Event.Value, at.Reading.Occurrences(c.Event, c.Is is { } ids ? at.Values.List(ids) : null,
            Math.Max(1, at.Values.WholeAt(c.Periods, at.Day))), Comparison.AtLeast, at.Values.FractionAt(c.AtLeast, at.Day))],
        Condition.AttributeIs c => [OneOf(c.Attribute, Of(at.Attributes.GetValueOrDefault(c.Attribute)), at.Values.List(c.Is))],
        Condition.AttributeMissing c => [Recorded(c.Attribute, Of(at.Attributes.GetValueOrDefault(c.Attribute)), c.Missing)],
        Condition.LimitedBy c => [Limited(c, at)],
        Condition.SilentFor c => Silent(c, at),
        Condition.RankAtMost c => [at.Rank is { } own
            ? Number("place", Fraction.Whole(own), Comparison.AtMost, Fraction.Whole(at.Values.WholeAt(c.Place, at.Day)))
            : new TracedOperand("place", [], Comparison.AtMost, [Text(at.Values.WholeAt(c.Place, at.Day))], false)],
        // Of what else it is eligible for, nothing is told here: a reference opinion may be among it.
        Condition.OutcomeIs c => [OneOf("eligible", at.Eligible.Contains(c.Outcome) ? [c.Outcome] : [], [c.Outcome])],
        Condition.History c => [Earlier(c, at)],
        _ => throw new InvalidOperationException("unknown condition"),
    };

    private static TracedOperand Met(List<TracedCondition> inside, Comparison by, int wanted) => Number(
        "met", Fraction.Whole(inside.Count(i => i.Verdict == Verdict.Met)), by, Fraction.Whole(wanted));

    private static IEnumerable<TracedOperand> Compared(Condition.Compare compare, Situation at)
    {
        var (of, actual) = (compare.Id ?? "total", Actual(compare, at));
        if (compare.Bounds.AtLeast is { } least) yield return Bound(Comparison.AtLeast, least);
        if (compare.Bounds.AtMost is { } most) yield return Bound(Comparison.AtMost, most);
        if (compare.Bounds.Below is { } below) yield return Bound(Comparison.Below, below);

        TracedOperand Bound(Comparison by, Number bound) => actual is { } value
            ? Number(of, value, by, at.Values.FractionAt(bound, at.Day))
            : new TracedOperand(of, [], by, [at.Values.PointsAt(bound, at.Day).ToString()], false);
    }

    private static Fraction? Actual(Condition.Compare compare, Situation at) => compare.Subject switch
    {
        Subject.Total => Fraction.OfPoints(at.Card.Total),
        Subject.Category => Fraction.OfPoints(at.Card.Category(compare.Id!)!.Points),
        Subject.Indicator => Fraction.OfPoints(at.Card.Line(compare.Id!)!.Points),
        Subject.Deduction => Fraction.OfPoints(at.Card.Deduction(compare.Id!)!.Points),
        Subject.Rate => FactItems.Of(new Counted(new KindId(compare.Id!)), at.Reading).Where(i => i.LeftOut is null)
            .Select(i => i.Standing).Max()?.Fact.Measured.Percent,
        Subject.Attribute => at.Attributes.GetValueOrDefault(compare.Id!) is { } text ? Fraction.OfPoints(Points.Parse(text)) : null,
        _ => throw new InvalidOperationException("unknown subject"),
    };

    private static IEnumerable<TracedOperand> Days(Condition.AttributeDay day, Situation at)
    {
        var actual = at.Attributes.GetValueOrDefault(day.Attribute);
        DateOnly? own = Calendar.TryParseDay(actual, out var read) ? read : null;
        if (day.AtLeast is { } least) yield return Of(Comparison.AtLeast, least, own >= least);
        if (day.AtMost is { } most) yield return Of(Comparison.AtMost, most, own <= most);
        if (day.Below is { } below) yield return Of(Comparison.Below, below, own < below);
        // Without a day there is nothing to compare, and nothing is met.
        if (day is { AtLeast: null, AtMost: null, Below: null }) yield return Recorded(day.Attribute, ConditionTracer.Of(actual), false);

        TracedOperand Of(Comparison by, DateOnly wanted, bool holds) =>
            new(day.Attribute, ConditionTracer.Of(actual), by, [Calendar.Text(wanted)], holds);
    }

    private static TracedOperand HeldFor(Condition.StateHeldFor held, Situation at)
    {
        var since = at.Reading.HeldSince(held.State, [.. at.Values.List(held.Is)]);
        return new TracedOperand(held.State.Value, Of(since is { } day ? Calendar.Text(day) : null), Comparison.AtLeast,
            [held.AtLeast.ToString()], since is { } from && held.AtLeast.AfterStart(from) <= at.Day);
    }

    private static TracedOperand Limited(Condition.LimitedBy limited, Situation at)
    {
        var (met, named) = ((at.LimitsMet ?? new HashSet<string>()).Order(StringComparer.Ordinal).ToList(), at.Values.List(limited.Limits));
        return limited.Not
            ? new TracedOperand("limits", met, Comparison.NoneOf, named, !met.Exists(named.Contains)) : OneOf("limits", met, named);
    }

    private static IEnumerable<TracedOperand> Silent(Condition.SilentFor silent, Situation at)
    {
        var from = FactEvaluator.SilentFrom(silent, at);
        if (at.Founded is { } founded)
            yield return new TracedOperand("founded", [Calendar.Text(founded)], Comparison.AtMost, [Calendar.Text(from)], founded <= from);
        var kinds = FactEvaluator.KindsOf(silent, at.Ruleset, at.Values, at.Reading.Kinds);
        var heard = kinds.Where(k => at.Reading.AnyEvent([k], from, at.Day)).Select(k => k.Value).ToList();
        yield return new TracedOperand("recorded-since", heard, Comparison.NoneOf, [.. kinds.Select(k => k.Value)], heard.Count == 0);
    }

    private static TracedOperand Earlier(Condition.History history, Situation at)
    {
        var grades = history.Grades is { } ids ? at.Values.List(ids) : null;
        var outcomes = history.Outcomes is { } given ? at.Values.List(given) : [];
        var times = at.History.Take(at.Values.WholeAt(history.Within, at.Day))
            .Count(r => grades is not null ? r.Grade is { } grade && grades.Contains(grade) : r.Outcomes.Any(outcomes.Contains));
        return Number("history", Fraction.Whole(times), Comparison.AtLeast, Fraction.Whole(at.Values.WholeAt(history.AtLeast, at.Day)));
    }

    private static TracedOperand Number(string of, Fraction actual, Comparison by, Fraction wanted) => new(
        of, [actual.ToString()], by, [wanted.ToString()], by switch
        {
            Comparison.AtLeast => actual >= wanted,
            Comparison.AtMost => actual <= wanted,
            Comparison.Below => actual < wanted,
            _ => throw new InvalidOperationException("no comparison of numbers"),
        });

    private static TracedOperand OneOf(string of, IReadOnlyList<string> actual, IReadOnlyList<string> wanted) =>
        new(of, actual, Comparison.OneOf, wanted, actual.Any(wanted.Contains));

    private static TracedOperand Recorded(string of, IReadOnlyList<string> actual, bool missing) => new(
        of, actual, missing ? Comparison.Missing : Comparison.Recorded, [], actual.Count == 0 == missing);

    private static IReadOnlyList<string> Of(string? value) => value is null ? [] : [value];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<StateReading> Readings(KindId kind, Situation at) =>
        at.Reading.Kinds[kind].Keyed ? at.Reading.States(kind).Select(s => s.State) : [at.Reading.State(kind)];

    private static IReadOnlyList<string> Choices(KindId kind, Situation at) =>
        [.. Readings(kind, at).Select(s => s.Choice).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What was recorded, ended or not: since when.</summary>
    private static IReadOnlyList<string> Standing(KindId kind, Situation at) =>
        [.. Readings(kind, at).Select(s => s.Since).OfType<DateOnly>().Order().Select(Calendar.Text)];
}
