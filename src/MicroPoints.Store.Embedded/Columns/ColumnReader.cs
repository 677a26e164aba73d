using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Reads a file of columns block by block, and each block chamber by chamber.</summary>
internal sealed class ColumnReader(ColumnFile file, SumLayout? sums, DateOnly day) : IColumnReader
{
    private readonly ColumnSums? _sums = sums is null ? null : new ColumnSums(file.Footer, sums, day);
    private readonly HashSet<KindId> _plain = [.. sums?.Kinds ?? []];
    private readonly int _dayMax = day.DayNumber - file.Period.From.DayNumber;
    private readonly Rest[] _rest = new Rest[ColumnBlock.ChambersMax];
    private ColumnBlock? _block;
    private byte[] _bytes = [];
    private int[] _starts = [];
    private int _chamber;
    private int _row;
    private int _rows;

    private readonly record struct Rest(ChamberId Id, Head Head, Chamber? Register, Tally Tally);

    public ChamberId Id => _rest[_chamber].Id;
    public Head Head => _rest[_chamber].Head;
    public Chamber? Register => _rest[_chamber].Register;

    public void Load(int block)
    {
        _block = file.Footer.Blocks[block];
        file.Read(_block, ref _bytes);
        _starts = [.. _block.Lengths.Select((_, i) => _block.Lengths.Take(i).Sum())];
        try
        {
            var reader = new CanonicalReader(Column(0));
            for (var i = 0; i < _block.Chambers; i++) _rest[i] = ReadRest(ref reader);
            reader.Ends();
        }
        catch (FormatException e) { throw ColumnFile.Refused(file.Path, e.Message, e); }
        (_chamber, _row, _rows) = (-1, 0, 0);
    }

    public bool Next()
    {
        if (_chamber + 1 >= _block!.Chambers) return false;
        _chamber++;
        _row += _rows;
        _rows = BinaryPrimitives.ReadInt32LittleEndian(Column(1)[(_chamber * 4)..]);
        return true;
    }

    public bool TrySum(PlainSums into)
    {
        into.Clear();
        var rest = _rest[_chamber].Tally;
        if (!rest.IsEmpty && rest.Kinds.Any(k => _plain.Contains(k) && rest.Cells(k).Count > 0)) return false;
        if (_block!.HasParts) AddParts(into);
        else if (_block.CodeBytes == 1) Add(Rows<byte>(2), into);
        else Add(Rows<ushort>(2), into);
        return true;
    }

    public Tally TallyOf(IReadOnlySet<KindId>? kinds)
    {
        var tally = _rest[_chamber].Tally.Through(day);
        var found = new Dictionary<(int Code, DateOnly MonthEnd), Tally.Sum>();
        for (var row = _row; row < _row + _rows; row++)
        {
            var (code, on) = (CodeAt(row), DayAt(row));
            if (on > _dayMax || kinds?.Contains(file.Footer.Codes[code].Kind) == false) continue;
            var key = (code, Calendar.MonthEnd(file.Period.From.AddDays(on)));
            var sum = found.GetValueOrDefault(key);
            found[key] = new Tally.Sum(sum.Facts + 1, sum.Units + UnitsAt(row));
        }
        foreach (var ((code, monthEnd), sum) in found)
        {
            var (kind, precision, option) = file.Footer.Codes[code];
            tally.PutSum(kind, new Tally.Slice(monthEnd, precision, option), sum);
        }
        return tally;
    }

    private static Rest ReadRest(ref CanonicalReader reader)
    {
        var id = new ChamberId(reader.Text());
        var head = new Head(reader.Whole(), reader.Digest());
        var (register, tally) = ChamberSnapshot.Read(ref reader, id);
        return new Rest(id, head, register, tally);
    }

    private void Add<TCode>(ReadOnlySpan<TCode> codes, PlainSums into) where TCode : unmanaged, IBinaryInteger<TCode>
    {
        var days = Rows<ushort>(3);
        var hundredths = into.Hundredths;
        switch (_block!.NumberBytes)
        {
            case 1: _sums!.Add(codes, days, Rows<byte>(4), _block.Scale, hundredths); break;
            case 2: _sums!.Add(codes, days, Rows<ushort>(4), _block.Scale, hundredths); break;
            case 4: _sums!.Add(codes, days, Rows<uint>(4), _block.Scale, hundredths); break;
            default: _sums!.Add(codes, days, Rows<long>(4), _block.Scale, hundredths); break;
        }
    }

    private void AddParts(PlainSums into)
    {
        for (var row = _row; row < _row + _rows; row++) into.AddUnits(_sums!.SlotOf(CodeAt(row), DayAt(row)), UnitsAt(row));
    }

    private Int128 UnitsAt(int row) =>
        ColumnParts.UnitsOf(NumberAt(row) * _block!.Scale, _block.HasParts ? Column(5)[row] : (byte)0);

    private int CodeAt(int row) => _block!.CodeBytes == 1
        ? Column(2)[row] : BinaryPrimitives.ReadUInt16LittleEndian(Column(2)[(row * 2)..]);

    private int DayAt(int row) => BinaryPrimitives.ReadUInt16LittleEndian(Column(3)[(row * 2)..]);

    private long NumberAt(int row) => _block!.NumberBytes switch
    {
        1 => Column(4)[row],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(Column(4)[(row * 2)..]),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(Column(4)[(row * 4)..]),
        _ => BinaryPrimitives.ReadInt64LittleEndian(Column(4)[(row * 8)..]),
    };

    private ReadOnlySpan<byte> Column(int column) => _bytes.AsSpan(_starts[column], LengthOf(column));

    private int LengthOf(int column) =>
        (column + 1 < _starts.Length ? _starts[column + 1] : _block!.Bytes) - _starts[column];

    /// <summary>The current chamber's rows of a column. All machines that .NET runs on here are little-endian.</summary>
    private ReadOnlySpan<T> Rows<T>(int column) where T : unmanaged => MemoryMarshal.Cast<byte, T>(Column(column)).Slice(_row, _rows);
}
