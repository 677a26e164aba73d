using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The lines, categories and deductions of a ruleset with everything in them that no chamber changes.</summary>
internal sealed class CardPlan
{
    private readonly CompiledRuleset _compiled;
    private readonly IndicatorTraits _traits;
    private readonly PlainRule _rule;
    private readonly string[] _targets;

    public CardPlan(CompiledRuleset compiled, Period period)
    {
        (_compiled, _traits) = (compiled, new IndicatorTraits(compiled.Ruleset, compiled.Values));
        _rule = new PlainRule(compiled.Values, compiled.Kinds);
        var ruleset = compiled.Ruleset;
        _targets = [.. _traits.Overflowing.Select(i => i.Overflow!.To).Distinct()];
        NeedsWhole = _traits.Overflowing.Any(i => i.IsGroup || _targets.Contains(i.Id));
        Indicator[] plain = NeedsWhole ? [] : [.. ruleset.Leaves.Where(IsPlain)];
        Layout = new SumLayout(plain, _rule, period, compiled.Day);
        Categories = [.. ruleset.Categories.Select(c => new CategoryNode(At(c.Cap), c.Bonus, [.. c.Indicators.Select(Line)]))];
        Overflowing = NeedsWhole ? [] : [.. _traits.Overflowing.Select(Overflow)];
        Deductions = [.. ruleset.Deductions.Select(Deduction)];
        (BonusAtMost, FinalAtMost) = (At(ruleset.Scale?.BonusAtMost), At(ruleset.Scale?.FinalAtMost));
        WholeKinds = [.. ruleset.AllIndicators.SelectMany(i => i.CountedKinds).Concat(Deductions.SelectMany(d => d.Kinds)).Distinct()];
        LinesNotPlain = [.. ruleset.Leaves.Except(plain).Where(l => l.Score is not null).Select(l => l.Id)];
        TallyKinds = NeedsWhole ? WholeKinds
            : [.. ruleset.Leaves.Except(plain).SelectMany(i => i.CountedKinds).Concat(Deductions.SelectMany(d => d.Kinds)).Distinct()];
    }

    /// <summary>What overflows from a group, or on from a target, depends on other lines: such a ruleset is scored whole.</summary>
    public bool NeedsWhole { get; }

    /// <summary>The lines whose cap leaves something over for a target, each by itself.</summary>
    public OverflowNode[] Overflowing { get; }

    /// <summary>How many lines are such targets.</summary>
    public int TargetCount => _targets.Length;

    public SumLayout Layout { get; }
    public CategoryNode[] Categories { get; }
    public DeductionNode[] Deductions { get; }
    public Points? BonusAtMost { get; }
    public Points? FinalAtMost { get; }

    /// <summary>All kinds that lines and deductions read.</summary>
    public IReadOnlyList<KindId> WholeKinds { get; }

    /// <summary>The kinds that lines which are not plain read, and deductions.</summary>
    public IReadOnlyList<KindId> TallyKinds { get; }
    public IReadOnlyList<string> LinesNotPlain { get; }

    /// <param name="Plain">Scores it from sums; null where its scorer reads the tally, and for groups.</param>
    /// <param name="WithoutFacts">What its scorer comes to where no fact of its kinds stands; null where that differs.</param>
    /// <param name="Target">Which target of an overflow it is; negative for none.</param>
    public sealed record LineNode(
        Indicator Indicator, PlainLine? Plain, Points? WithoutFacts, Points? Cap, bool IsOff, IReadOnlyList<KindId> Kinds, int Kept,
        int Target, LineNode[] Inside);

    /// <param name="WithoutFacts">What is left over where no fact of its kinds stands; null where that differs.</param>
    public sealed record OverflowNode(
        Indicator Indicator, Points Cap, Points? WithoutFacts, bool IsOff, IReadOnlyList<KindId> Kinds, int Target);

    public sealed record CategoryNode(Points? Cap, bool Bonus, LineNode[] Lines);

    /// <param name="Kinds">Every kind that it reads.</param>
    /// <param name="WithoutFacts">The line where no fact of those kinds stands.</param>
    public sealed record DeductionNode(Deduction Deduction, IReadOnlyList<KindId> Kinds, DeductionLine WithoutFacts, int Kept);

    private LineNode Line(Indicator indicator) => new(
        indicator, !NeedsWhole && !indicator.IsGroup && IsPlain(indicator)
            ? PlainLine.Of(indicator, Layout, _rule, _compiled.Values, _compiled.Day) : null,
        indicator.IsGroup || indicator.Score is Score.AgainstPeers
            ? null : Scoring.Of(indicator, _compiled.Nothing, _compiled.Values, default).Points,
        At(indicator.Cap), _traits.SwitchedOff.Contains(indicator.Id), [.. indicator.CountedKinds],
        _compiled.Kept.Find(indicator.Id, isDeduction: false), Array.IndexOf(_targets, indicator.Id),
        [.. indicator.Indicators.Select(Line)]);

    /// <summary>What a cap leaves over is told thing by thing, which sums do not keep.</summary>
    private bool IsPlain(Indicator indicator) => indicator.Overflow is null && _rule.IsPlain(indicator);

    private OverflowNode Overflow(Indicator indicator)
    {
        var (overflow, cap) = (indicator.Overflow!, At(indicator.Cap));
        Points? without = cap is null ? Points.Zero : indicator.Score is Score.AgainstPeers ? null
            : OverflowScorer.Over(
                overflow, Scoring.Of(indicator, _compiled.Nothing, _compiled.Values, default), cap.Value, _compiled.Values);
        return new OverflowNode(indicator, cap ?? Points.Zero, without, cap is null || _traits.SwitchedOff.Contains(indicator.Id),
            [.. indicator.CountedKinds], Array.IndexOf(_targets, overflow.To));
    }

    private DeductionNode Deduction(Deduction deduction) => new(
        deduction,
        [.. deduction.Counts.Select(c => c.Kind).Concat(deduction.While is { } state ? [state.State] : []).Distinct()],
        DeductionScorer.Score(deduction, _compiled.Nothing, _compiled.Values),
        _compiled.Kept.Find(deduction.Id, isDeduction: true));

    private Points? At(Number? number) => number is { } some ? _compiled.Values.PointsAt(some, _compiled.Day) : null;
}
