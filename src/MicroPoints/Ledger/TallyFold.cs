using MicroPoints.Activities;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>A tally as bytes of a snapshot: sums by kind and slice, then cells by kind.</summary>
internal static class TallyFold
{
    public static void WriteFold(this Tally tally, CanonicalWriter writer)
    {
        writer.List([.. tally.SummedKinds.Order()], (w, kind) => w.Text(kind.Value).List(tally.Sums(kind), WriteSum));
        writer.List([.. tally.CellKinds.Order()], (w, kind) => w.Text(kind.Value).List(tally.Cells(kind), (cells, cell) =>
            cells.Whole(cell.Sequence).Fact(cell.Fact)));
    }

    public static void ReadFold(ref CanonicalReader reader, Tally tally)
    {
        for (var kinds = reader.Count(); kinds > 0; kinds--)
        {
            var kind = EntryFields.Kind(ref reader);
            for (var sums = reader.Count(); sums > 0; sums--) ReadSum(ref reader, tally, kind);
        }
        for (var kinds = reader.Count(); kinds > 0; kinds--)
        {
            EntryFields.Kind(ref reader);
            for (var cells = reader.Count(); cells > 0; cells--)
            {
                var sequence = reader.Whole();
                tally.Add(new StandingFact(FactFields.Fact(ref reader), sequence));
            }
        }
    }

    private static void WriteSum(CanonicalWriter writer, KeyValuePair<Tally.Slice, Tally.Sum> sum) => writer
        .Whole(sum.Key.MonthEnd.DayNumber).Whole((long)sum.Key.Precision).Text(sum.Key.Option)
        .Whole(sum.Value.Facts).Whole((long)(sum.Value.Units >> 64)).Whole((long)(ulong)sum.Value.Units);

    private static void ReadSum(ref CanonicalReader reader, Tally tally, KindId kind)
    {
        var (day, precision, option) = (reader.Whole(), EntryFields.Enumerated<Precision>(ref reader), reader.TextOrNull());
        if (day < 0 || day > DateOnly.MaxValue.DayNumber) throw new CanonicalException($"{day} is not a day");
        var (facts, high, low) = (reader.Whole(), reader.Whole(), reader.Whole());
        tally.PutSum(kind, new Tally.Slice(DateOnly.FromDayNumber((int)day), precision, option),
            new Tally.Sum(facts, new Int128((ulong)high, (ulong)low)));
    }
}
