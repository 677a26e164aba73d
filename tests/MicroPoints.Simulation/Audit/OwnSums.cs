namespace MicroPoints.Simulation;

/// <summary>The auditor's own points and places for the tiny ruleset: counts, values and caps, and nothing else.</summary>
internal sealed class OwnSums(IReadOnlyDictionary<ChamberId, Book> books)
{
    private static readonly KindId Visited = new("member.visited");
    private static readonly KindId Resolved = new("request.resolved");
    private static readonly KindId Invested = new("investment.brought");

    private sealed record Own(ChamberId Chamber, long Total, bool IsRanked);

    /// <summary>A chamber's folded tally holds what the auditor adds up itself.</summary>
    public void Check(ChamberView view, AsOf at)
    {
        var day = view.Period.LastDay < at.Day ? view.Period.LastDay : at.Day;
        Auditor.Demand(view.Head == books[view.Id].Entries[^1].Head, $"{view.Id} is shown at {view.Head}");
        foreach (var kind in (KindId[])[Visited, Resolved, Invested])
        {
            var folded = view.Tally.Sums(kind).Sum(s => (long)(s.Value.Units * 100 / Fraction.UnitsPerOne));
            var own = books[view.Id].Sum(kind, on => on <= day, at.KnownAt);
            Auditor.Demand(folded == own, $"{view.Id}: the tally holds {folded} hundredths of {kind}, the entries come to {own}");
        }
    }

    /// <summary>Scorecards have the auditor's points, ranks and order, at the instant that the answer names.</summary>
    public void Check(StandingsAnswer answer, long visitHundredths)
    {
        var at = answer.At with { Day = answer.Period.LastDay < answer.At.Day ? answer.Period.LastDay : answer.At.Day };
        var own = books.Values.Where(b => b.Registration?.At <= at.KnownAt)
            .Select(b => new Own(b.Id, Total(b, answer.Period, at, visitHundredths), IsAlive(b, at))).ToList();
        var cards = answer.Cards.ToDictionary(c => c.Id);
        Auditor.Demand(cards.Count == own.Count, $"{cards.Count} scorecards, {own.Count} chambers");
        foreach (var chamber in own)
        {
            var card = cards.GetValueOrDefault(chamber.Chamber);
            Auditor.Demand(card?.Total.Hundredths == chamber.Total,
                $"{chamber.Chamber} has {card?.Total} in {answer.Period}, own sums come to {chamber.Total} hundredths");
            var place = chamber.IsRanked ? 1 + own.Count(o => o.IsRanked && o.Total > chamber.Total) : (int?)null;
            Auditor.Demand(card!.Places?.Scope == place,
                $"{chamber.Chamber} has place {card.Places?.Scope} in {answer.Period}, not {place}");
        }
    }

    private static long Total(Book book, Period period, AsOf at, long visitHundredths)
    {
        bool Counts(DateOnly on) => on >= period.From && on <= period.LastDay && on <= at.Day;
        var visits = Math.Min(500, book.Sum(Visited, Counts, at.KnownAt) / 100 * visitHundredths);
        var resolved = Math.Min(300, book.Sum(Resolved, Counts, at.KnownAt));
        return Math.Min(700, visits + resolved);
    }

    private static bool IsAlive(Book book, AsOf at) => !(book.End?.At <= at.KnownAt && book.EndedOn <= at.Day);
}
