using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Takes streams of the log into the read model, each from where it was left.</summary>
/// <param name="tell">Told of a stream that had to be taken in anew, and why.</param>
/// <param name="committed">Called after each transaction; what it throws ends the work there.</param>
internal sealed class ReadTaking(IEventLog log, ReadWriter writer, Action<string> tell, Action committed)
{
    /// <summary>Few enough that a transaction is short, enough that its own cost is spread.</summary>
    public const int RowsPerTransaction = 2000;

    private int _rows;

    /// <summary>Entries taken in.</summary>
    public long Entries { get; private set; }

    /// <summary>Compares what was taken in with the log's heads, forgets what the log does not say, and names what is behind.</summary>
    public List<StreamId> Reconcile(Heads cut)
    {
        var chambers = cut.Of(StreamType.Chamber);
        var reached = writer.Reached().ToDictionary(s => s.Stream, s => s.Head);
        foreach (var (stream, head) in reached)
        {
            var actual = chambers.Find(stream);
            if (head.Sequence > actual.Sequence) ForgetAlone(stream, $"it has sequence {head.Sequence}, the log ends at {actual.Sequence}");
            else if (head.Sequence == actual.Sequence && head.Hash != actual.Hash) ForgetAlone(stream, OtherHash(head));
            else continue;
            reached.Remove(stream);
        }
        return [.. chambers.Where(c => reached.GetValueOrDefault(c.Stream) != c.Head).Select(c => c.Stream)];
    }

    /// <summary>Takes in all that these streams have beyond what was taken in.</summary>
    public void Take(IEnumerable<StreamId> streams)
    {
        _rows = 0;
        writer.Begin();
        try
        {
            foreach (var stream in streams)
                if (!TryTake(stream)) TryTake(stream);
            writer.Commit();
        }
        catch
        {
            writer.RollBack();
            throw;
        }
        committed();
    }

    /// <summary>False where the stream went on from another hash and was forgotten: it is then taken in from its first entry.</summary>
    private bool TryTake(StreamId stream)
    {
        var (head, seat) = (writer.Reached(stream), writer.SeatOf(stream));
        var before = head;
        foreach (var entry in log.Read(stream, head.Sequence, CancellationToken.None).ToBlockingEnumerable())
        {
            if (entry.Previous != head.Hash)
            {
                Forget(stream, OtherHash(head));
                return false;
            }
            writer.Take(entry, ref seat);
            head = entry.Head;
            Entries++;
            if (++_rows < RowsPerTransaction) continue;
            writer.Reach(stream, head);
            writer.Commit();
            committed();
            writer.Begin();
            (before, _rows) = (head, 0);
        }
        if (head != before) writer.Reach(stream, head);
        return true;
    }

    private void ForgetAlone(StreamId stream, string why)
    {
        writer.Begin();
        try
        {
            Forget(stream, why);
            writer.Commit();
        }
        catch
        {
            writer.RollBack();
            throw;
        }
    }

    private void Forget(StreamId stream, string why)
    {
        tell($"{stream} of the read model is not the log's: {why}; it is taken in anew");
        writer.Forget(stream);
    }

    private static string OtherHash(Head head) => $"at sequence {head.Sequence} it has the hash {head.Hash}, the log another";
}
