using MicroPoints.Activities;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes advice, and what a scorecard would be.</summary>
internal static class AdviceOut
{
    public static AdviceDetails Details(StandingsAnswer answer, Scorecard card, ChamberAdvice advice, KindCatalogue kinds) => new(
        card.Id.Value, answer.Names[card.Id], answer.Ruleset.Name, answer.Ruleset.Title.Zh, answer.Period.ToString(), answer.At.Day,
        WireNumber.Of(card.Total), [.. advice.Advice.Select(a => Way(a, kinds))], [.. advice.NotAdvised.Select(NotAdvised)],
        card.Grade, answer.Stamp);

    public static string PeriodOver(Period period) =>
        $"{period} is over: what is advised is done today, so ask for the period that today lies in; "
        + "the scorecard says what was credited";

    private static AdvisedWay Way(Advice advice, KindCatalogue kinds) => new(
        AdviceProse.Code(advice.Goal), WordingOut.Of(AdviceProse.Goal(advice.Goal)), advice.Times, WireNumber.Of(advice.Before),
        WireNumber.Of(advice.After), advice.IsExact, [.. advice.Activities.Select(a => new AdvisedKind(
            a.Step.Kind.Value, a.Times, WordingOut.Of(AdviceProse.Activity(a, kinds)), a.Step.Option, a.Step.Key))],
        WordingOut.Of(AdviceProse.Way(advice, kinds)));

    private static LineNotAdvised NotAdvised(NotAdvised line) => new(line.Line.Indicator.Id, line.Line.Indicator.Title.Zh,
        Statuses.Kebab(line.Why.ToString()), WordingOut.Of(line.Why.Phrase()), line.Room is { } room ? WireNumber.Of(room) : null);

    /// <summary>The card with what would be recorded.</summary>
    /// <param name="judged">What recording would come to; null where nothing that was sent is new.</param>
    /// <param name="sent">How many activities were sent.</param>
    public static WhatIfAnswer Supposed(StandingsAnswer answer, Scorecard card, BatchAnswer.Accepted? judged, int sent)
    {
        var recorded = judged?.Lines.OfType<Answer.Recorded>().ToList() ?? [];
        // A fact after the period's last day is none of the period's.
        var facts = recorded.Select(r => LedgerState.FactOf(r.Entries[0])!).Where(f => f.On.Last <= card.Chamber.Reading.Day).ToList();
        return Moved(answer, card, answer.Suppose!(facts), recorded.Count, sent - recorded.Count);
    }

    private static WhatIfAnswer Moved(StandingsAnswer answer, Scorecard now, Scorecard then, int supposed, int existing) => new(
        now.Id.Value, answer.Names[now.Id], answer.Ruleset.Name, answer.Ruleset.Title.Zh, answer.Period.ToString(), answer.At.Day,
        supposed, existing, WireNumber.Of(now.Total), WireNumber.Of(then.Total),
        [.. now.Card.Lines.Zip(then.Card.Lines).Where(l => l.First.Points != l.Second.Points && !l.First.Indicator.IsGroup)
            .Select(l => new LineMoved(l.First.Indicator.Id, l.First.Indicator.Title.Zh,
                WireNumber.Of(l.First.Points), WireNumber.Of(l.Second.Points)))],
        [.. now.Outcomes.Zip(then.Outcomes).Where(o => ScorecardOut.IsShown(o.First) && Known(o.First) != Known(o.Second))
            .Select(o => new OutcomeMoved(o.First.Outcome.Id, o.First.Outcome.Title.Zh, Known(o.First), Known(o.Second)))],
        now.Grade, then.Grade, now.Class, then.Class, answer.Stamp);

    /// <summary>Who is within a quota then, nobody knows: eligible is all that is said.</summary>
    private static string Known(OutcomeLine line) => line.IsEligible ? "eligible" : Statuses.Kebab(line.Status.ToString());
}
