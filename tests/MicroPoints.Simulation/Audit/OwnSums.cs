namespace MicroPoints.Simulation;

/// <summary>The auditor's own points and places for the tiny ruleset: counts, values and caps, and nothing else.</summary>
internal sealed class OwnSums(IReadOnlyDictionary<ChamberId, Book> books, DateOnly today, DateTimeOffset now)
{
    private static readonly KindId Visited = new("member.visited");
    private static readonly KindId Resolved = new("request.resolved");
    private static readonly KindId Invested = new("investment.brought");

    private sealed record Own(ChamberId Chamber, long Total, bool IsRanked);

    /// <summary>A chamber's folded tally holds what the auditor adds up itself.</summary>
    public void Check(ChamberView view)
    {
        var day = view.Period.LastDay < today ? view.Period.LastDay : today;
        Auditor.Demand(view.Head == books[view.Id].Entries[^1].Head, $"{view.Id} is shown at {view.Head}");
        foreach (var kind in (KindId[])[Visited, Resolved, Invested])
        {
            var folded = view.Tally.Sums(kind).Sum(s => (long)(s.Value.Units * 100 / Fraction.UnitsPerOne));
            var own = books[view.Id].Sum(kind, on => on <= day, now);
            Auditor.Demand(folded == own, $"{view.Id}: the tally holds {folded} hundredths of {kind}, the entries come to {own}");
        }
    }

    /// <summary>Scorecards have the auditor's points, ranks and order.</summary>
    public void Check(StandingsAnswer answer, long visitHundredths)
    {
        var day = answer.Period.LastDay < today ? answer.Period.LastDay : today;
        var own = books.Values.Where(b => b.Registration?.At <= now)
            .Select(b => new Own(b.Id, Total(b, answer.Period, day, visitHundredths), IsAlive(b, day))).ToList();
        var cards = answer.Cards.ToDictionary(c => c.Id);
        Auditor.Demand(cards.Count == own.Count, $"{cards.Count} scorecards, {own.Count} chambers");
        foreach (var chamber in own)
        {
            var card = cards.GetValueOrDefault(chamber.Chamber);
            Auditor.Demand(card?.Total.Hundredths == chamber.Total,
                $"{chamber.Chamber} has {card?.Total} in {answer.Period}, own sums come to {chamber.Total} hundredths");
            var place = chamber.IsRanked ? 1 + own.Count(o => o.IsRanked && o.Total > chamber.Total) : (int?)null;
            Auditor.Demand(card!.Places?.Scope == place, $"{chamber.Chamber} has place {card.Places?.Scope} in {answer.Period}, not {place}");
        }
    }

    private long Total(Book book, Period period, DateOnly day, long visitHundredths)
    {
        bool Counts(DateOnly on) => on >= period.From && on <= period.LastDay && on <= day;
        var visits = Math.Min(500, book.Sum(Visited, Counts, now) / 100 * visitHundredths);
        var resolved = Math.Min(300, book.Sum(Resolved, Counts, now));
        return Math.Min(700, visits + resolved);
    }

    private bool IsAlive(Book book, DateOnly day) => !(book.End?.At <= now && book.EndedOn <= day);
}
