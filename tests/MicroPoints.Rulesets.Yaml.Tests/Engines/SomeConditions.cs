using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Random conditions on whatever a ruleset names, some of them by a number that is not in force.</summary>
public sealed class SomeConditions
{
    public const string NeverInForce = "never-in-force";

    private readonly Ruleset _ruleset;
    private readonly Random _random;
    private readonly IReadOnlyList<ActivityKind> _kinds;
    private readonly List<IReadOnlyList<Func<Condition>>> _leaves = [];

    public SomeConditions(Ruleset ruleset, KindCatalogue kinds, Random random)
    {
        (_ruleset, _random) = (ruleset, random);
        _kinds = [.. ruleset.KindsOfConditions.Concat(ruleset.AllIndicators.SelectMany(i => i.CountedKinds)).Distinct()
            .Select(k => kinds[k])];
        // By what they read, so that a ruleset of many kinds is not asked for kinds alone.
        foreach (var leaves in (IEnumerable<Func<Condition>>[])[Facts(), Rates(), Points(), Stages(), Attributes()])
            if (leaves.ToList() is { Count: > 0 } some) _leaves.Add(some);
    }

    /// <summary>A ruleset with a parameter that conditions may name and that no day of a test reaches.</summary>
    public static Ruleset WithNever(Ruleset ruleset) => ruleset with
    {
        Parameters = [.. ruleset.Parameters, new Parameter(NeverInForce, "points",
            [new DatedValue(new DateOnly(2098, 1, 1), new Points(100), ruleset.Cite, null)])],
    };

    public Condition Draw(int depth = 2)
    {
        if (depth == 0 || _random.Next(3) == 0) return Pick(Pick(_leaves))();
        IReadOnlyList<Condition> inside = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Draw(depth - 1))];
        return _random.Next(4) switch
        {
            0 => new Condition.All(inside),
            1 => new Condition.Any(inside),
            2 => new Condition.NoneOf(inside),
            _ => new Condition.AtLeastOf(Whole(0, inside.Count + 2), inside),
        };
    }

    private IEnumerable<Func<Condition>> Facts()
    {
        foreach (var kind in _kinds)
        {
            if (kind.Nature == Nature.Event)
            {
                yield return () => new Condition.EventOccurred(kind.Id, kind.Measure == MeasureType.Option && Often()
                    ? SomeOf(kind.Options.Select(o => o.Id)) : null, Whole(1, 4), Whole(1, 9));
                yield return () => new Condition.SilentFor(Whole(1, 5), Often() ? Ids.Of(kind.Id.Value) : null);
            }
            else if (Choices(kind) is { Count: > 0 } choices)
            {
                yield return () => new Condition.StateIs(kind.Id, SomeOf(choices));
                yield return () => new Condition.StateMissing(kind.Id, Often());
                yield return () => new Condition.StateHeldFor(kind.Id, SomeOf(choices), new Duration(_random.Next(1, 30)));
            }
        }
    }

    private IEnumerable<Func<Condition>> Rates()
    {
        foreach (var kind in _kinds.Where(k => k.Measure is MeasureType.Rate or MeasureType.Share))
            yield return () => new Condition.Compare(Subject.Rate, kind.Id.Value, SomeBounds(10_000));
    }

    private IEnumerable<Func<Condition>> Points()
    {
        if (_ruleset.Scale is not { } scale) yield break;
        yield return () => new Condition.Compare(Subject.Total, null, SomeBounds(scale.Total.Hundredths));
        foreach (var category in _ruleset.Categories)
            yield return () => new Condition.Compare(Subject.Category, category.Id, SomeBounds(category.Cap?.Hundredths ?? 1_000));
        foreach (var indicator in _ruleset.AllIndicators)
            yield return () => new Condition.Compare(Subject.Indicator, indicator.Id, SomeBounds(indicator.Cap?.Hundredths ?? 500));
        foreach (var deduction in _ruleset.Deductions)
            yield return () => new Condition.Compare(Subject.Deduction, deduction.Id, SomeBounds(-300));
    }

    private IEnumerable<Func<Condition>> Stages()
    {
        yield return () => new Condition.RankAtMost(Whole(1, 40));
        if (_ruleset.Limits.Count > 0) yield return () => new Condition.LimitedBy(SomeOf(_ruleset.Limits.Select(l => l.Id)), Often());
        if (_ruleset.Classes.Count > 0) yield return () => new Condition.ClassIs(SomeOf(_ruleset.Classes.Select(c => c.Id)));
        if (_ruleset.Outcomes.Count > 0)
        {
            yield return () => new Condition.OutcomeIs(Pick(_ruleset.Outcomes).Id);
            yield return () => new Condition.History(null, SomeOf(_ruleset.Outcomes.Select(o => o.Id)), Whole(1, 4), Whole(1, 3));
        }
        if (_ruleset.Grades.Count == 0) yield break;
        yield return () => new Condition.GradeIs(SomeOf(_ruleset.Grades.Select(g => g.Id)));
        yield return () => new Condition.GradeAtLeast(Pick(_ruleset.Grades).Id);
        yield return () => new Condition.History(SomeOf(_ruleset.Grades.Select(g => g.Id)), null, Whole(1, 4), Whole(1, 3));
    }

    private IEnumerable<Func<Condition>> Attributes()
    {
        foreach (var attribute in _ruleset.Attributes)
        {
            yield return () => new Condition.AttributeMissing(attribute.Id, Often());
            yield return () => attribute.Type switch
            {
                AttributeType.Number => new Condition.Compare(Subject.Attribute, attribute.Id, SomeBounds(8_000)),
                AttributeType.Day => new Condition.AttributeDay(
                    attribute.Id, SomeDay(), Often() ? SomeDay() : null, Often() ? SomeDay() : null),
                _ => new Condition.AttributeIs(attribute.Id, SomeOf(attribute.Options)),
            };
        }
    }

    private static IReadOnlyList<string> Choices(ActivityKind kind) =>
        kind.Measure == MeasureType.Flag ? ["true", "false"] : [.. kind.Options.Select(o => o.Id)];

    private Bounds SomeBounds(long around) => _random.Next(4) switch
    {
        0 => new Bounds(SomeNumber(around), null, null),
        1 => new Bounds(null, SomeNumber(around), null),
        2 => new Bounds(null, null, SomeNumber(around)),
        _ => new Bounds(SomeNumber(around / 2), null, SomeNumber(around)),
    };

    private Number SomeNumber(long around) =>
        _random.Next(30) == 0 ? new Number(0, NeverInForce) : new Number((long)(around * 1.2 * _random.NextDouble()));

    private Number Whole(int from, int until) =>
        _random.Next(30) == 0 ? new Number(0, NeverInForce) : new Number(100L * _random.Next(from, until));

    private DateOnly SomeDay() => new DateOnly(2022, 1, 1).AddDays(_random.Next(2_000));

    private Ids SomeOf(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        var some = all.Where(_ => Often()).ToList();
        return Ids.Of([.. some.Count > 0 ? some : [Pick(all)]]);
    }

    private bool Often() => _random.Next(2) == 0;

    private T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
