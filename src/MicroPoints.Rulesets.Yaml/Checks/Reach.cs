using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>The most points, in hundredths, that the lines of a ruleset can have; null where nothing bounds them or a
/// region sets the bound.</summary>
internal sealed class Reach(Check check)
{
    /// <summary>What an indicator's scoring function gives, or those inside a group together, before the cap.</summary>
    public long? BeforeCap(Indicator indicator) =>
        indicator.IsGroup ? Sum(indicator.Indicators.Select(Of)) : Raw(indicator);

    public long? BeforeCap(Category category) => Sum(category.Indicators.Select(Of));

    public long? Of(Indicator indicator) => Capped(BeforeCap(indicator), indicator.Cap);

    public long? Of(Category category) => Capped(BeforeCap(category), category.Cap);

    /// <summary>What all categories but bonus give together.</summary>
    public long? WithoutBonus => Sum(check.Ruleset.Categories.Where(c => !c.Bonus).Select(Of));

    /// <summary>What bonus categories give, before <c>bonus-at-most</c>.</summary>
    public long? Bonus => Sum(check.Ruleset.Categories.Where(c => c.Bonus).Select(Of));

    /// <summary>The total with its bonus, at most <c>final-at-most</c>.</summary>
    public long? Total => Final(WithoutBonus);

    /// <summary>A category's points where parts of it are not applicable and the rest is scaled up.</summary>
    public long? Bound(Category category) => category.Cap is { } cap ? check.MostOf(cap)
        : category.Indicators.SelectMany(i => i.SelfAndBelow).Any(i => i.MayBeNotApplicable) ? null : Of(category);

    /// <summary>The total where whole categories are not applicable and the rest is scaled up to the scale's.</summary>
    public long? BoundOfTotal => check.Ruleset.Scale is { } scale && WithoutBonus is { } sum
        && check.MostOf(scale.Total) is { } total ? Final(Math.Max(sum, total)) : Final(null);

    private long? Final(long? sum)
    {
        if (check.Ruleset.Scale is not { } scale) return null;
        var extra = scale.BonusAtMost is { } most ? Least(Bonus, check.MostOf(most)) : Bonus;
        return Least(sum + extra, scale.FinalAtMost is { } final ? check.MostOf(final) : null);
    }

    private long? Capped(long? raw, Number? cap) => Least(raw, cap is { } given ? check.MostOf(given) : null);

    /// <summary>The lower of two bounds, of which one may not exist.</summary>
    private static long? Least(long? a, long? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);

    private static long? Sum(IEnumerable<long?> parts)
    {
        long sum = 0;
        foreach (var part in parts)
        {
            if (part is not { } most) return null;
            sum += most;
        }
        return sum;
    }

    private long? Raw(Indicator indicator) => indicator.Score switch
    {
        Score.Flag score => check.MostOf(score.Points),
        Score.FromFull score => check.MostOf(score.Points),
        Score.InProportion score => check.MostOf(score.Points),
        Score.ByTier score => Most(score.Tiers.Select(t => t.Points)),
        Score.AgainstPeers score => Most([score.Points, score.Base, score.Fallback]),
        Score.Highest score when indicator.Counts.All(c => c.Weight is null) => Most(score.Options.Select(o => o.Points)),
        Score.Option score when IsOneState(indicator) => Most(score.Options.Select(o => o.Points)),
        Score.PerPeriod score => check.MostOf(score.Points) * PartsOf(check.Ruleset.Period, score.Each),
        Score.Checklist score => Checklist(score),
        _ => null,
    };

    private bool IsOneState(Indicator indicator) => indicator.Counts is [{ Weight: null } only]
        && check.Kind(only.Kind) is { Nature: Nature.State, Keyed: false };

    private long? Checklist(Score.Checklist score)
    {
        var numbers = score.Items.Where(i => i.Points is not null).Select(i => i.Points!.Value).ToList();
        if (score.Points is { } shared && score.Items.Any(i => i.Points is null)) numbers.Add(shared);
        return Sum(numbers.Select(check.MostOf));
    }

    private long? Most(IEnumerable<Number> numbers)
    {
        var most = numbers.Select(check.MostOf).ToList();
        return most.Contains(null) ? null : most.Max();
    }

    private static long PartsOf(PeriodLength period, PeriodPart part)
    {
        var months = period switch { PeriodLength.Year => 12, PeriodLength.TwoYears => 24, _ => 3 };
        return part == PeriodPart.Month ? months : months / 3;
    }
}
