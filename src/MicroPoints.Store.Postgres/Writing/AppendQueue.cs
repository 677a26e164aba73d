namespace MicroPoints.Store.Postgres;

/// <summary>Appends that wait. A writer takes whatever is there; a lone append never waits for company.</summary>
internal sealed class AppendQueue(PostgresOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<PendingAppend> _waiting = new();
    private readonly SemaphoreSlim _work = new(0);
    private bool _closed;

    public void Add(PendingAppend append)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(PostgresEventLog));
            _waiting.Enqueue(append);
        }
        _work.Release();
    }

    /// <summary>Waits for appends and takes a group of them; empty once closed with nothing left.</summary>
    public async Task<List<PendingAppend>> Take()
    {
        while (true)
        {
            await _work.WaitAsync();
            lock (_gate)
            {
                if (_waiting.Count > 0) return TakeGroup();
                // One signal comes with each append, so some are left over from groups; the last one ends every writer.
                if (!_closed) continue;
                _work.Release();
                return [];
            }
        }
    }

    public void Close()
    {
        lock (_gate) _closed = true;
        _work.Release();
    }

    private List<PendingAppend> TakeGroup()
    {
        var group = new List<PendingAppend>();
        var bytes = 0L;
        while (_waiting.TryPeek(out var next) && group.Count < options.GroupMax)
        {
            bytes += next.Bytes;
            if (group.Count > 0 && bytes > options.GroupBytesMax) break;
            group.Add(_waiting.Dequeue());
        }
        return group;
    }
}
