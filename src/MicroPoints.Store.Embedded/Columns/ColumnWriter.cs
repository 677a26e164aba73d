using System.Buffers.Binary;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Writes one file of columns from a log, durably, under its name only once it is whole.</summary>
internal static class ColumnWriter
{
    public static async Task Write(string path, Period period, Heads heads, IEventLog log, CancellationToken cancel)
    {
        var fresh = path + ".new";
        using (var file = File.OpenHandle(fresh, FileMode.Create, FileAccess.Write))
        {
            var (codes, blocks, offset) = (new ColumnCodes(), new List<ColumnBlock>(), 0L);
            var through = DateTimeOffset.UnixEpoch;
            foreach (var some in heads.Chunk(ColumnBlock.ChambersMax))
            {
                var writer = new ColumnBlockWriter(period, codes);
                foreach (var (stream, head) in some)
                {
                    var entries = await Through(log, stream, head, cancel);
                    if (entries.Count > 0 && entries.Max(e => e.At) is var last && last > through) through = last;
                    writer.Add(new ChamberId(stream.Name), head, entries);
                }
                var (bytes, block) = writer.Encode(offset);
                RandomAccess.Write(file, bytes, offset);
                offset += bytes.Length;
                blocks.Add(block);
            }
            var footer = new ColumnFooter(period, ColumnFooter.DigestOf(heads), through, codes.All, blocks).ToBytes();
            RandomAccess.Write(file, footer, offset);
            RandomAccess.Write(file, Tail(footer), offset + footer.Length);
            Durable.Flush(file);
        }
        File.Move(fresh, path, overwrite: true);
        Durable.FlushNames(Path.GetDirectoryName(path)!);
    }

    /// <summary>The last bytes of a file: how long its footer is, and the footer's check sum.</summary>
    private static byte[] Tail(byte[] footer)
    {
        var tail = new byte[ColumnFile.TailBytes];
        BinaryPrimitives.WriteUInt32BigEndian(tail, (uint)footer.Length);
        BinaryPrimitives.WriteUInt32BigEndian(tail.AsSpan(4), Crc32C.Of(footer));
        return tail;
    }

    private static async Task<List<SealedEntry>> Through(IEventLog log, StreamId stream, Head head, CancellationToken cancel)
    {
        var entries = new List<SealedEntry>();
        await foreach (var entry in log.Read(stream, 0, cancel))
        {
            if (entry.Sequence > head.Sequence) break;
            entries.Add(entry);
        }
        return entries is [.., var last] && last.Head == head ? entries : throw new StoreException(
            $"the log does not hold {stream} at {head}: the heads are of another log, or this one was cut short; run verify");
    }
}
