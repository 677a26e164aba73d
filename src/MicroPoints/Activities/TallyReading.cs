namespace MicroPoints.Activities;

/// <summary>What a state comes to on a day.</summary>
/// <param name="Status">Whether it holds, has ended, or was never recorded.</param>
/// <param name="Choice">The option, or <c>true</c> and <c>false</c>; null where nothing holds or nothing is known.</param>
/// <param name="Since">The day of the fact that decides; null where none was recorded.</param>
public readonly record struct StateReading(StateStatus Status, string? Choice, DateOnly? Since)
{
    public bool Is(IReadOnlyCollection<string> choices) => Choice is not null && choices.Contains(Choice);
}

public enum StateStatus
{
    /// <summary>No standing fact, ever; the choice is what the kind's <c>when-missing</c> names, or null for unknown.</summary>
    Missing = 1,
    Holds = 2,

    /// <summary>Ended or expired: it is nothing, and nothing older revives.</summary>
    Ended = 3,
}

/// <summary>One key of a keyed kind within a period.</summary>
/// <param name="Facts">Its standing facts, earliest first; never empty.</param>
public sealed record KeyedFacts(string Key, IReadOnlyList<StandingFact> Facts)
{
    public StandingFact First => Facts[0];
}

/// <summary>A tally as of a day, for one period: what rules read.</summary>
/// <remarks>
/// Sums are kept by month, so where <see cref="Day"/> is not the last of its month the tally must have been folded only from
/// facts that stand for that day or an earlier one.
/// </remarks>
/// <param name="tally">The folded facts.</param>
/// <param name="kinds">What each kind means.</param>
/// <param name="period">The period read.</param>
/// <param name="day">The reading day: the earlier of the question's day and the period's last day.</param>
public sealed class TallyReading(Tally tally, KindCatalogue kinds, Period period, DateOnly day)
{
    public KindCatalogue Kinds { get; } = kinds;
    public Period Period { get; } = period;
    public DateOnly Day { get; } = day;

    /// <summary>Whether any fact of some kinds stands, of whatever day.</summary>
    public bool HasAny(IReadOnlyList<KindId> kinds)
    {
        foreach (var kind in kinds)
            if (tally.Has(kind)) return true;
        return false;
    }

    /// <summary>Whether any event stands that happened in the period, through the day.</summary>
    public bool HasEvents => tally.Kinds.Any(kind => Kinds.Find(kind)?.Nature == Nature.Event && (Sums(kind).Any() || Events(kind).Any()));

    /// <summary>Whether nothing stands, of whatever day.</summary>
    public bool IsEmpty => tally.IsEmpty;

    internal Tally Tally => tally;

    /// <summary>The sums of an unkeyed event kind inside the period, by month.</summary>
    public IEnumerable<(DateOnly MonthEnd, string? Option, Tally.Sum Sum)> Sums(KindId kind) => SumsWithin(kind, Period.From, Period.Until);

    /// <summary>The cells of an event kind inside the period, by day and sequence.</summary>
    public IEnumerable<StandingFact> Events(KindId kind) =>
        tally.Cells(kind).Where(c => Period.Contains(c.Fact.On) && c.Fact.On.Last <= Day);

    /// <summary>The keys of a keyed event kind with a fact inside the period.</summary>
    public IEnumerable<KeyedFacts> Keys(KindId kind) =>
        Events(kind).GroupBy(c => c.Fact.Key!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KeyedFacts(g.Key, [.. g]));

    /// <summary>Facts of a keyed event kind in all earlier periods, by day and sequence.</summary>
    public IEnumerable<StandingFact> EarlierEvents(KindId kind) => tally.Cells(kind).Where(c => c.Fact.On.Last < Period.From);

    /// <summary>An unkeyed state, or one key of a keyed one, on the reading day.</summary>
    public StateReading State(KindId kind, string? key = null) => StateTimeline.At(Kinds[kind], LastBegun(kind, key), Day);

    /// <summary>Every key of a keyed state that was ever recorded, with what it is on the reading day.</summary>
    public IEnumerable<(string Key, StateReading State)> States(KindId kind) =>
        tally.Cells(kind).Where(c => c.Fact.On.Last <= Day).Select(c => c.Fact.Key!).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(key => (key, State(kind, key)));

    /// <summary>The facts of a state kind that hold on the reading day: at most one for each key.</summary>
    public IEnumerable<StandingFact> Holding(KindId kind)
    {
        foreach (var key in tally.Cells(kind).Where(c => c.Fact.On.Last <= Day).GroupBy(c => c.Fact.Key, StringComparer.Ordinal))
            if (key.Last() is { } last && HoldsOn(last.Fact) && last.Fact.Measured.Choice != ActivityKind.Ended) yield return last;
    }

    /// <summary>Since when one of some choices holds without a break; null where none does. A state that is so by
    /// <c>when-missing</c> always was.</summary>
    public DateOnly? HeldSince(KindId kind, IReadOnlyCollection<string> choices) =>
        Kinds[kind].Keyed
            ? States(kind).Select(s => StateTimeline.HeldSince(Kinds[kind], CellsOf(kind, s.Key), choices, Day)).Min()
            : StateTimeline.HeldSince(Kinds[kind], CellsOf(kind, null), choices, Day);

    /// <summary>How often an event happened: the sum of counts for a count kind, else the number of facts, over this
    /// period and those just before.</summary>
    public Fraction Occurrences(KindId kind, IReadOnlyCollection<string>? choices, int periods)
    {
        var period = Period;
        for (var back = 1; back < periods; back++) period = period.Previous;
        var (from, until, monthEnd) = (period.From, Period.Until, Calendar.MonthEnd(Day));
        var (byCount, units) = (Kinds[kind].Measure == MeasureType.Count, (Int128)0);
        foreach (var (slice, sum) in tally.Sums(kind))
        {
            if (slice.SpanFirst < from || slice.MonthEnd >= until || slice.MonthEnd > monthEnd) continue;
            if (choices is null || slice.Option is not null && choices.Contains(slice.Option))
                units += byCount ? sum.Units : (Int128)sum.Facts * Fraction.UnitsPerOne;
        }
        foreach (var cell in tally.Cells(kind))
        {
            if (cell.Fact.On.First < from || cell.Fact.On.Last >= until || cell.Fact.On.Last > Day) continue;
            if (choices is null || cell.Fact.Measured.Choice is { } choice && choices.Contains(choice))
                units += byCount ? cell.Fact.Units : Fraction.UnitsPerOne;
        }
        return Fraction.OfUnits(units);
    }

    /// <summary>Whether any event of some kinds stands for a day in a span.</summary>
    public bool AnyEvent(IEnumerable<KindId> kinds, DateOnly from, DateOnly through) => kinds.Any(kind =>
        tally.Sums(kind).Any(s => s.Key.MonthEnd >= from && s.Key.MonthEnd <= Calendar.MonthEnd(through))
        || Kinds[kind].Nature == Nature.Event && tally.Cells(kind).Any(c => c.Fact.On.Last >= from && c.Fact.On.Last <= through));

    /// <summary>The latest event of some kinds through the day; a sum of a month stands for the month's last day.</summary>
    public DateOnly? LatestEvent(IReadOnlyList<KindId> kinds)
    {
        var (latest, monthEnd) = ((DateOnly?)null, Calendar.MonthEnd(Day));
        foreach (var kind in kinds)
        {
            foreach (var (slice, _) in tally.Sums(kind))
                if (slice.MonthEnd <= monthEnd && !(slice.MonthEnd <= latest)) latest = slice.MonthEnd;
            if (tally.Cells(kind) is not { Count: > 0 } cells || Kinds[kind].Nature != Nature.Event) continue;
            foreach (var cell in cells)
                if (cell.Fact.On.Last <= Day && !(cell.Fact.On.Last <= latest)) latest = cell.Fact.On.Last;
        }
        return latest;
    }

    private IEnumerable<(DateOnly MonthEnd, string? Option, Tally.Sum Sum)> SumsWithin(KindId kind, DateOnly from, DateOnly until) =>
        tally.Sums(kind).Where(s => s.Key.SpanFirst >= from && s.Key.MonthEnd < until && s.Key.MonthEnd <= Calendar.MonthEnd(Day))
            .Select(s => (s.Key.MonthEnd, s.Key.Option, s.Value));

    private StandingFact? LastBegun(KindId kind, string? key)
    {
        var cells = tally.Cells(kind);
        for (var i = cells.Count - 1; i >= 0; i--)
            if (cells[i].Fact.On.Last <= Day && cells[i].Fact.Key == key) return cells[i];
        return null;
    }

    private IEnumerable<StandingFact> CellsOf(KindId kind, string? key) => tally.Cells(kind).Where(c => c.Fact.Key == key);

    private bool HoldsOn(Fact fact) => fact.On.Last <= Day && (fact.Expires is not { } expires || expires > Day);
}
