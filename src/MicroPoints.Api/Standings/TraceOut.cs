using MicroPoints.Activities;
using MicroPoints.Contracts;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes the full trace of a scorecard.</summary>
internal static class TraceOut
{
    /// <param name="isWithin">Whether the caller reaches a region; chambers elsewhere are not named, nor told of.</param>
    public static ScorecardExplanation Details(
        StandingsAnswer answer, ScorecardTrace whole, KindCatalogue kinds, Func<RegionCode, bool> isWithin, bool isProvisional = true)
    {
        var trace = whole.Told(answer.Ruleset, answer.Scope, isWithin);
        var (card, prose) = (trace.Card, new TraceProse(answer.Ruleset, kinds));
        return new ScorecardExplanation(card.Id.Value, answer.Names[card.Id], answer.Ruleset.Name, answer.Ruleset.Title.Zh,
            answer.Period.ToString(), answer.At.Day, answer.At.KnownAt, card.Chamber.Reading.Day, isProvisional, WireNumber.Of(card.Total),
            [.. trace.Lines.Select(l => Line(l, prose))], [.. trace.Categories.Select(Category)],
            [.. trace.Deductions.Select(d => Deduction(d, prose))], Total(trace.Total, prose),
            [.. trace.Limits.Select(RuleTraceOut.Limit)], [.. trace.Classes.Select(RuleTraceOut.Class)],
            [.. trace.Outcomes.Where(o => ScorecardOut.IsShown(o.Line)).Select(RuleTraceOut.Outcome)],
            trace.Grade is { } grade ? RuleTraceOut.Grade(grade) : null,
            trace.Ranking is { } ranking ? RuleTraceOut.Ranking(ranking) : null, answer.Stamp);
    }

    private static ExplainedLine Line(LineTrace trace, TraceProse prose)
    {
        var line = trace.Line;
        return new ExplainedLine(line.Indicator.Id, line.Indicator.Title.Zh, ScorecardOut.Clause(line.Indicator.Cite),
            WireNumber.Of(line.Raw), WireNumber.Of(line.Points), Facts(trace.Facts), [.. trace.Terms.Select(Term)], Values(trace.Values),
            Cuts(trace.Cuts), [.. prose.Line(Shown(trace)).Select(WordingOut.Of)],
            trace.Around.Count > 0 ? Cuts(trace.Around) : null, line.Category,
            trace.Reach is { } r ? new ExplainedReach(
                r.Reached.ToString(), r.Answered?.ToString(), r.AnsweredAtLeast?.ToString(), r.From?.ToString()) : null,
            trace.Comparison is { } c ? new ExplainedPeers(
                c.Own.ToString(), c.IsPeer, c.Peers, c.Least?.ToString(), c.Most?.ToString()) : null,
            trace.Overflow is { } o ? new ExplainedOverflow(o.To, WireNumber.Of(o.Points)) : null, LeftOff(trace.Facts));
    }

    private static LineTrace Shown(LineTrace trace) =>
        trace.Facts.Count > Limits.TracedFactsMax ? trace with { Facts = [.. trace.Facts.Take(Limits.TracedFactsMax)] } : trace;

    private static ExplainedLine Deduction(DeductionTrace trace, TraceProse prose)
    {
        var (deduction, shown) = (trace.Line.Deduction, trace with { Facts = [.. trace.Facts.Take(Limits.TracedFactsMax)] });
        return new ExplainedLine(deduction.Id, deduction.Title.Zh, ScorecardOut.Clause(deduction.Cite), WireNumber.Of(trace.Line.Raw),
            WireNumber.Of(trace.Line.Points), Facts(trace.Facts), [.. trace.Terms.Select(Term)], Values(trace.Values), Cuts(trace.Cuts),
            [.. prose.Deduction(shown).Select(WordingOut.Of)], FactsLeftOff: LeftOff(trace.Facts),
            Zeroes: trace.Zeroes.Count > 0 ? trace.Zeroes : null);
    }

    private static ExplainedCategory Category(CategoryTrace trace) => new(trace.Line.Category.Id, trace.Line.Category.Title.Zh,
        ScorecardOut.Clause(trace.Line.Category.Cite), WireNumber.Of(trace.Line.Sum), WireNumber.Of(trace.Line.Points),
        Values(trace.Values), Cuts(trace.Cuts));

    private static ExplainedTotal Total(TotalTrace trace, TraceProse prose) => new(WireNumber.Of(trace.BaseSum),
        WireNumber.Of(trace.BonusSum), WireNumber.Of(trace.Total), Values(trace.Values), Cuts(trace.BaseCuts), Cuts(trace.BonusCuts),
        Cuts(trace.Cuts), [.. prose.Total(trace).Select(WordingOut.Of)]);

    private static ExplainedFact[] Facts(IReadOnlyList<TracedFact> facts) => [.. facts.Take(Limits.TracedFactsMax).Select(f =>
        new ExplainedFact(f.Kind.Value, f.Counts, f.Facts, f.Amount.ToString(), f.ValuedOn, f.On?.ToString(), f.Key, f.Choice,
            Number(f.Each), f.Earlier?.ToString(), f.LeftOut is { } why ? Statuses.Kebab(why.ToString()) : null))];

    private static int? LeftOff(IReadOnlyList<TracedFact> facts) =>
        facts.Count > Limits.TracedFactsMax ? facts.Count - Limits.TracedFactsMax : null;

    private static ExplainedTerm Term(TracedTerm term) => new(term.Amount.ToString(), WireNumber.Of(term.Each),
        WireNumber.Of(term.Points), term.Of, term.Every?.ToString(),
        term.Every is null ? null : Statuses.Kebab(term.Rounding.ToString()));

    internal static ExplainedValue[] Values(IReadOnlyList<TracedValue> values) => [.. values.Select(v => new ExplainedValue(
        v.Id, v.IsSetting, v.FirstRead, v.LastRead, Number(v.Value), v.From, v.Cite is { } cite ? ScorecardOut.Clause(cite) : null))];

    private static ExplainedCut[] Cuts(IReadOnlyList<TracedCut> cuts) => [.. cuts.Select(c => new ExplainedCut(
        Statuses.Kebab(c.By.ToString()), WireNumber.Of(c.Before), WireNumber.Of(c.After), c.Of, Number(c.Limit), c.Factor?.ToString()))];

    private static decimal? Number(Points? points) => points is { } some ? WireNumber.Of(some) : null;
}
