namespace MicroPoints.Activities;

/// <summary>What a fold of one ledger keeps per kind and slice of time. It knows no points.</summary>
/// <remarks>
/// Unkeyed counts, quantities and event options fold into sums per month; every state, flag, rate, share and points kind, and every keyed
/// kind, keeps one cell per standing fact, so that nothing irreversible is stored and a reversal subtracts exactly.
/// </remarks>
public sealed class Tally
{
    private readonly Dictionary<KindId, SliceSums> _sums = [];
    private readonly Dictionary<KindId, List<StandingFact>> _cells = [];

    /// <summary>A month (by the day its facts stand for), how precise they are, and the option of an option kind.</summary>
    public readonly record struct Slice(DateOnly MonthEnd, Precision Precision, string? Option)
    {
        /// <summary>The first day that a fact of this slice may span.</summary>
        public DateOnly SpanFirst => Precision is Precision.Day or Precision.Month
            ? new DateOnly(MonthEnd.Year, MonthEnd.Month, 1)
            : On.Ending(MonthEnd, Precision).First;
    }

    /// <summary>How many facts, and the sum of number × part in <see cref="Fraction.UnitsPerOne"/>.</summary>
    public readonly record struct Sum(long Facts, Int128 Units);

    /// <summary>Whether a fact folds into sums or keeps its own cell.</summary>
    public static bool IsSummed(Fact fact) =>
        fact is { Nature: Nature.Event, Key: null, Measured.Type: MeasureType.Count or MeasureType.Quantity or MeasureType.Option };

    public void Add(StandingFact standing)
    {
        if (IsSummed(standing.Fact)) { Change(standing.Fact, +1); return; }
        var cells = _cells.TryGetValue(standing.Fact.Kind, out var known) ? known : _cells[standing.Fact.Kind] = [];
        var at = cells.BinarySearch(standing);
        Invariant.Holds(at < 0, "a sequence is folded once");
        cells.Insert(~at, standing);
    }

    public void Remove(StandingFact standing)
    {
        if (IsSummed(standing.Fact)) { Change(standing.Fact, -1); return; }
        var cells = _cells.GetValueOrDefault(standing.Fact.Kind) ?? [];
        var at = cells.BinarySearch(standing);
        Invariant.Holds(at >= 0, "only a standing fact is taken back");
        cells.RemoveAt(at);
        if (cells.Count == 0) _cells.Remove(standing.Fact.Kind);
    }

    /// <summary>The sums of an unkeyed count, quantity or option kind, by month, precision and option.</summary>
    public IReadOnlyList<KeyValuePair<Slice, Sum>> Sums(KindId kind) => _sums.TryGetValue(kind, out var sums) ? sums.Items : [];

    /// <summary>The standing facts of a kind that keeps cells, by day and then sequence.</summary>
    public IReadOnlyList<StandingFact> Cells(KindId kind) => _cells.TryGetValue(kind, out var cells) ? cells : [];

    /// <summary>The same tally without what stands for a later day; what is folded into one does not change the other.</summary>
    /// <param name="day">The last day of a month, or one that no folded fact is later than: sums are kept by month.</param>
    public Tally Through(DateOnly day)
    {
        var copy = new Tally();
        var month = Calendar.MonthEnd(day);
        foreach (var (kind, sums) in _sums)
        {
            var kept = sums.Through(month);
            if (kept.Count > 0) copy._sums.Add(kind, kept);
        }
        foreach (var (kind, cells) in _cells)
        {
            var count = cells.Count;
            while (count > 0 && cells[count - 1].Fact.On.Last > day) count--;
            if (count > 0) copy._cells.Add(kind, cells.GetRange(0, count));
        }
        return copy;
    }

    internal IEnumerable<KindId> SummedKinds => _sums.Keys;
    internal IEnumerable<KindId> CellKinds => _cells.Keys;

    /// <summary>Puts back a sum that a snapshot or a file of columns kept.</summary>
    public void PutSum(KindId kind, Slice slice, Sum sum)
    {
        Invariant.Holds(sum.Facts > 0, "a kept sum is of some facts");
        var sums = _sums.TryGetValue(kind, out var known) ? known : _sums[kind] = new SliceSums();
        Invariant.Holds(sums[slice].Facts == 0, "a slice is kept once");
        sums[slice] = sum;
    }

    /// <summary>Whether no fact stands.</summary>
    public bool IsEmpty => _sums.Count == 0 && _cells.Count == 0;

    /// <summary>Whether any fact of a kind stands.</summary>
    public bool Has(KindId kind) => _sums.ContainsKey(kind) || _cells.ContainsKey(kind);

    /// <summary>Every kind with a standing fact.</summary>
    public IEnumerable<KindId> Kinds => _sums.Keys.Concat(_cells.Keys).Order();

    /// <summary>A digest of everything kept, equal for equal tallies whatever the order of folding.</summary>
    public Digest Digest()
    {
        var writer = new Streams.CanonicalWriter();
        foreach (var (kind, sums) in _sums.OrderBy(s => s.Key))
            foreach (var (slice, sum) in sums.Items)
                writer.Text(kind.Value).Day(slice.MonthEnd).Whole((long)slice.Precision).Text(slice.Option)
                    .Whole(sum.Facts).Text(sum.Units.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (kind, cells) in _cells.OrderBy(c => c.Key))
            foreach (var cell in cells)
                Write(writer.Text(kind.Value).Whole(cell.Sequence), cell.Fact);
        return MicroPoints.Digest.Of(writer.Written);
    }

    /// <summary>Field by field: a record's own text is written in the culture of the machine.</summary>
    private static void Write(Streams.CanonicalWriter writer, Fact fact)
    {
        writer.Whole((long)fact.Nature).On(fact.On).Day(fact.Expires).Text(fact.Key).Text(fact.Part?.ToString());
        writer.Whole((long)fact.Measured.Type).Whole(fact.Measured.NumberHundredths).Text(fact.Measured.Choice);
        if (fact.Measured is Measured.Rate rate) writer.Whole(rate.Answered).Whole(rate.Satisfied).Whole(rate.Asked);
        if (fact.Measured is Measured.Share share) writer.Whole(share.Done).Whole(share.Of);
    }

    private void Change(Fact fact, int sign)
    {
        var sums = _sums.TryGetValue(fact.Kind, out var known) ? known : _sums[fact.Kind] = new SliceSums();
        var slice = new Slice(Calendar.MonthEnd(fact.On.Last), fact.On.Precision, fact.Measured.Choice);
        var sum = sums[slice];
        sum = new Sum(sum.Facts + sign, sum.Units + sign * fact.Units);
        Invariant.Holds(sum.Facts >= 0, "only a standing fact is taken back");
        Invariant.Holds(sum.Facts > 0 || sum.Units == 0, "no facts, no sum");
        sums[slice] = sum;
        if (sums.Count == 0) _sums.Remove(fact.Kind);
    }
}
