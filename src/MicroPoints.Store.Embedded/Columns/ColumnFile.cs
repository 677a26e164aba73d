using System.Buffers.Binary;
using MicroPoints.Runtime;
using MicroPoints.Standings;
using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>A file of columns, opened: its footer is read and verified, its blocks when they are asked for.</summary>
internal sealed class ColumnFile : IColumnFile
{
    /// <summary>u32 length and u32 CRC-32C of the footer, big-endian, at the file's end.</summary>
    public const int TailBytes = 8;

    private readonly SafeFileHandle _file;
    private readonly int[] _first;

    private ColumnFile(string path, SafeFileHandle file, ColumnFooter footer)
    {
        (Path, _file, Footer) = (path, file, footer);
        _first = new int[footer.Blocks.Count];
        for (var i = 0; i < _first.Length; Chambers += footer.Blocks[i++].Chambers) _first[i] = Chambers;
    }

    public string Path { get; }
    public ColumnFooter Footer { get; }
    public Period Period => Footer.Period;
    public DateTimeOffset Through => Footer.Through;
    public int Chambers { get; }
    public int Blocks => Footer.Blocks.Count;

    /// <exception cref="StoreException">The file is damaged, of another layout, period or heads.</exception>
    public static ColumnFile Open(string path, Period period, Digest heads)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            var footer = ReadFooter(path, file);
            if (footer.Period != period) throw Refused(path, $"it is of {footer.Period}, not of {period}");
            if (footer.Heads != heads) throw Refused(path, "it was folded through other heads");
            return new ColumnFile(path, file, footer);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public int FirstOf(int block) => _first[block];

    public IColumnReader NewReader(SumLayout? sums, DateOnly day) => new ColumnReader(this, sums, day);

    public void Dispose() => _file.Dispose();

    /// <summary>Reads a block into a buffer, grown where it is too short, and verifies every column.</summary>
    public void Read(ColumnBlock block, ref byte[] buffer)
    {
        var bytes = block.Bytes;
        if (buffer.Length < bytes) buffer = new byte[bytes];
        if (ReadAll(_file, buffer.AsSpan(0, bytes), block.Offset) < bytes) throw Refused(Path, "it is cut short");
        var (at, lengths) = (0, block.Lengths);
        for (var i = 0; i < lengths.Length; i++)
        {
            if (Crc32C.Of(buffer.AsSpan(at, lengths[i])) != block.Checks[i])
                throw Refused(Path, $"the column at byte {block.Offset + at} is damaged");
            at += lengths[i];
        }
    }

    public static StoreException Refused(string path, string why, Exception? inner = null) => new(
        $"{path}: {why}. It is derived: delete it, and rounds are folded from the ledgers again.", inner);

    private static ColumnFooter ReadFooter(string path, SafeFileHandle file)
    {
        var (length, tail) = (RandomAccess.GetLength(file), new byte[TailBytes]);
        if (length < TailBytes || ReadAll(file, tail, length - TailBytes) < TailBytes) throw Refused(path, "it is cut short");
        var count = BinaryPrimitives.ReadUInt32BigEndian(tail);
        if (count > length - TailBytes || count > int.MaxValue) throw Refused(path, "its footer is damaged");
        var bytes = new byte[count];
        ReadAll(file, bytes, length - TailBytes - count);
        if (Crc32C.Of(bytes) != BinaryPrimitives.ReadUInt32BigEndian(tail.AsSpan(4))) throw Refused(path, "its footer is damaged");
        try { return ColumnFooter.Read(bytes); }
        catch (FormatException e) { throw Refused(path, e.Message, e); }
    }

    private static int ReadAll(SafeFileHandle file, Span<byte> bytes, long offset)
    {
        var done = 0;
        while (done < bytes.Length && RandomAccess.Read(file, bytes[done..], offset + done) is > 0 and var read) done += read;
        return done;
    }
}
