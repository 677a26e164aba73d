using MicroPoints.Activities;
using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Rulesets.NRules.Scoring;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>The rules for deductions, what they bring to zero, categories and the total.</summary>
internal sealed class CardRules(Ruleset ruleset, Values values, IReadOnlyList<LinePlan> lines)
{
    public IEnumerable<IRuleDefinition> All()
    {
        foreach (var deduction in ruleset.Deductions)
            yield return LineRules.Scoring($"deduction {deduction.Id}").Then((Case chamber) => Deduct(deduction, chamber.Things));
        yield return LineRules.Scoring("zeroing").WhenAll<Deducted>("deducted", ruleset.Deductions.Count, one => true)
            .Then((IEnumerable<Deducted> deducted) => Zero(deducted));
        foreach (var category in ruleset.Categories)
        {
            var (id, plan) = (category.Id, new CategoryPlan(category, values));
            yield return LineRules.Scoring($"category {id}")
                .WhenAll<Credited>("lines", lines.Count(l => l.Category == id), one => one.Category == id)
                .Then((Case chamber, IEnumerable<Credited> lines) => plan.Sum(chamber, lines));
        }
        yield return LineRules.Scoring("total").WhenAll<Credited>("lines", lines.Count, one => true)
            .WhenAll<Summed>("categories", ruleset.Categories.Count, one => true)
            .WhenAll<Deducted>("deducted", ruleset.Deductions.Count, one => true)
            .Then((Case chamber, IEnumerable<Credited> lines, IEnumerable<Summed> categories, IEnumerable<Deducted> deducted) =>
                Total(chamber, lines, categories, deducted));
    }

    private Deducted Deduct(Deduction deduction, Things things)
    {
        if (!values.IsOn(deduction.EnabledBy))
            return new Deducted(new DeductionLine(deduction, Fraction.Zero, Points.Zero, null, Points.Zero, [Because.SwitchedOff]), []);
        var tariff = deduction.Each is { } each ? new Tariff(things.Of(deduction.Counts), day => values.At(each, day)) : new Tariff();
        if (deduction.While is { } during && TimesHeld(during, things) is > 0 and var times)
            tariff.Add(new Thing(null, things.Day, Fraction.Whole(times)), values.At(during.Points, things.Day));

        var raw = Points.Min(Points.Zero, tariff.Points);
        Points? cap = deduction.Cap is { } most ? values.PointsAt(most, things.Day) : null;
        var because = new List<Because>();
        if (tariff.Counted.IsZero && !tariff.SomeWithoutValue) because.Add(Because.NoFacts);
        if (raw < cap) because.Add(Because.CapReached);
        if (tariff.SomeWithoutValue) because.Add(Because.NotInForce);
        var line = new DeductionLine(deduction, tariff.Counted, raw, cap, raw < cap ? cap.Value : raw, because);
        return new Deducted(line, tariff.Counted.IsZero ? [] : [.. deduction.ZeroesKinds, .. KindsNamedByKeys(deduction, things)]);
    }

    /// <summary>Every key of a keyed state that is one of the options; an unkeyed state is one or none.</summary>
    private int TimesHeld(WhileState during, Things things)
    {
        var (options, reading) = (values.List(during.Is), things.Reading);
        IEnumerable<StateReading> states = reading.Kinds[during.State].Keyed
            ? reading.States(during.State).Select(s => s.State) : [reading.State(during.State)];
        return states.Count(s => s.Choice is { } choice && options.Contains(choice));
    }

    private static IEnumerable<KindId> KindsNamedByKeys(Deduction deduction, Things things) => !deduction.ZeroesByKey ? []
        : from counted in deduction.Counts
          from standing in things.Facts(counted)
          where KindId.IsValid(standing.Fact.Key)
          select new KindId(standing.Fact.Key!);

    private static Zeroed Zero(IEnumerable<Deducted> deducted) => new(deducted.SelectMany(d => d.Zeroes).ToHashSet());

    /// <summary>Categories, then the bonus within its limit, then the limit of both; then deductions, not below 0.</summary>
    private Totalled Total(
        Case chamber, IEnumerable<Credited> lines, IEnumerable<Summed> categories, IEnumerable<Deducted> deducted)
    {
        var summed = ruleset.Categories.Select(c => categories.First(s => s.Id == c.Id).Line).ToList();
        var made = ruleset.Deductions.Select(d => deducted.First(o => o.Id == d.Id).Line).ToList();
        var (basic, rescale) = Basic(summed.FindAll(c => !c.Category.Bonus), chamber.Day);
        var bonus = AtMost(ruleset.Scale?.BonusAtMost, Sum(summed.FindAll(c => c.Category.Bonus)), chamber.Day);
        var total = AtMost(ruleset.Scale?.FinalAtMost, basic + bonus, chamber.Day);
        total = made.Aggregate(total, (left, line) => left + line.Points);
        return new Totalled(new PointsCard([.. lines.OrderBy(l => l.Order).Select(l => l.Line)], summed, made,
            basic, rescale, bonus, total < Points.Zero ? Points.Zero : total));
    }

    /// <summary>Where a whole category does not apply, the others are stretched to the scale's total.</summary>
    private (Points, Fraction?) Basic(List<CategoryLine> categories, DateOnly day)
    {
        var sum = Sum(categories.FindAll(c => c.Applies));
        var missing = categories.FindAll(c => !c.Applies)
            .Aggregate(Points.Zero, (total, c) => total + new CategoryPlan(c.Category, values).Most(day));
        if (ruleset.Scale is not { } scale || missing == Points.Zero) return (sum, null);
        var left = values.PointsAt(scale.Total, day) - missing;
        if (left <= Points.Zero) return (Points.Zero, Fraction.Zero);
        var stretch = Fraction.OfPoints(values.PointsAt(scale.Total, day)) / Fraction.OfPoints(left);
        return ((stretch * Fraction.OfPoints(sum)).ToPoints(), stretch);
    }

    private Points AtMost(Number? most, Points points, DateOnly day) =>
        most is { } limit && points > values.PointsAt(limit, day) ? values.PointsAt(limit, day) : points;

    private static Points Sum(List<CategoryLine> categories) => categories.Aggregate(Points.Zero, (sum, c) => sum + c.Points);
}
