using System.Buffers.Binary;
using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Gathers the facts of a block of chambers and writes them as columns.</summary>
internal sealed class ColumnBlockWriter(Period period, ColumnCodes codes)
{
    private readonly CanonicalWriter _rest = new();
    private readonly List<int> _counts = [];
    private readonly List<int> _codes = [];
    private readonly List<ushort> _days = [];
    private readonly List<long> _numbers = [];
    private readonly List<byte> _parts = [];

    public int Chambers => _counts.Count;

    /// <summary>Adds one chamber as its entries leave it.</summary>
    public void Add(ChamberId chamber, Head head, IReadOnlyList<SealedEntry> entries)
    {
        var (rest, before) = (new Tally(), _codes.Count);
        foreach (var standing in Standing(entries))
            if (Tally.IsSummed(standing.Fact) && period.Contains(standing.Fact.On.Last)) AddRow(standing.Fact);
            else if (standing.Fact.On.Last < period.Until) rest.Add(standing);
        _counts.Add(_codes.Count - before);
        _rest.Text(chamber.Value).Whole(head.Sequence).Digest(head.Hash);
        ChamberSnapshot.Write(_rest, LedgerFold.RegisterAt(entries, AsOf.Everything), rest);
    }

    /// <summary>The block's columns, and what the file keeps to read them.</summary>
    public (byte[] Bytes, ColumnBlock Block) Encode(long offset)
    {
        var scale = _numbers.All(n => n % 100 == 0) ? 100 : 1;
        var most = _numbers.Count == 0 ? 0 : _numbers.Max() / scale;
        var block = new ColumnBlock(offset, _counts.Count, _codes.Count, _rest.Written.Length,
            _codes.Any(c => c > byte.MaxValue) ? 2 : 1,
            most <= byte.MaxValue ? 1 : most <= ushort.MaxValue ? 2 : most <= uint.MaxValue ? 4 : 8,
            scale, _parts.Any(p => p > 0), new uint[ColumnBlock.Columns]);
        var bytes = new byte[block.Bytes];
        var (at, lengths) = (0, block.Lengths);
        for (var i = 0; i < lengths.Length; i++)
        {
            var column = bytes.AsSpan(at, lengths[i]);
            Write(i, block, column);
            block.Checks[i] = Crc32C.Of(column);
            at += lengths[i];
        }
        return (bytes, block);
    }

    private void Write(int column, ColumnBlock block, Span<byte> bytes)
    {
        switch (column)
        {
            case 0: _rest.Written.CopyTo(bytes); break;
            case 1: Whole(_counts, 4, c => c, bytes); break;
            case 2: Whole(_codes, block.CodeBytes, c => c, bytes); break;
            case 3: Whole(_days, 2, d => d, bytes); break;
            case 4: Whole(_numbers, block.NumberBytes, n => n / block.Scale, bytes); break;
            case 5 when block.HasParts: Whole(_parts, 1, p => p, bytes); break;
        }
    }

    private static void Whole<T>(List<T> values, int width, Func<T, long> number, Span<byte> bytes)
    {
        Span<byte> eight = stackalloc byte[8];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(eight, number(values[i]));
            eight[..width].CopyTo(bytes[(i * width)..]);
        }
    }

    private void AddRow(Fact fact)
    {
        _codes.Add(codes.NumberOf(new ColumnCode(fact.Kind, fact.On.Precision, fact.Measured.Choice)));
        _days.Add((ushort)(fact.On.Last.DayNumber - period.From.DayNumber));
        _numbers.Add(fact.Measured.NumberHundredths);
        _parts.Add(ColumnParts.NumberOf(fact.Part));
    }

    /// <summary>The facts that no reversal has taken back, in sequence.</summary>
    private static IEnumerable<StandingFact> Standing(IReadOnlyList<SealedEntry> entries)
    {
        var reversed = entries.Select(e => e.Body).OfType<ActivityReversed>().Select(r => r.Target).ToHashSet();
        return from entry in entries
               where LedgerState.FactOf(entry) is not null && !reversed.Contains(entry.Id)
               select new StandingFact(LedgerState.FactOf(entry)!, entry.Sequence);
    }
}
