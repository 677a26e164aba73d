using System.Buffers;
using System.Collections.Concurrent;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Indexes a long journal on several threads beside the one that reads it and checks its sums.</summary>
/// <remarks>
/// Each thread takes the streams that are its part, so a stream's frames come to one thread in their order. What cannot be is
/// told as if one thread had read all: by the place that stands first.
/// </remarks>
internal sealed class IndexingApart : IDisposable
{
    private const int BatchBytes = 1 << 20, BatchesAhead = 8;

    private sealed class Batch(byte[] bytes, int parts)
    {
        private int _open = parts;

        public byte[] Bytes => bytes;
        public List<(int Offset, int Length, Place At)> Groups { get; } = [];
        public int Length { get; set; }

        public void Done()
        {
            if (Interlocked.Decrement(ref _open) == 0) ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private readonly BlockingCollection<Batch>[] _queues;
    private readonly Task[] _workers;
    private readonly Lock _gate = new();
    private (Place Place, string Why)? _first;
    private volatile bool _isBroken;
    private Batch? _filling;

    public IndexingApart(StreamIndex index, int parts)
    {
        _queues = [.. Enumerable.Range(0, parts).Select(_ => new BlockingCollection<Batch>(BatchesAhead))];
        _workers = [.. Enumerable.Range(0, parts).Select(part => Task.Factory.StartNew(
            () => Work(new Indexing(index, part, parts), _queues[part]), TaskCreationOptions.LongRunning))];
    }

    /// <summary>Takes a group's frames, which the caller may overwrite afterwards.</summary>
    /// <returns>False once a thread met what cannot be: to read on is of no use.</returns>
    public bool Add(GroupReader group)
    {
        var frames = group.Frames;
        if (_filling is { } full && full.Length + frames.Length > full.Bytes.Length) Send();
        _filling ??= new Batch(ArrayPool<byte>.Shared.Rent(Math.Max(BatchBytes, frames.Length)), _queues.Length);
        frames.CopyTo(_filling.Bytes.AsSpan(_filling.Length));
        _filling.Groups.Add((_filling.Length, frames.Length, group.FramesAt));
        _filling.Length += frames.Length;
        return !_isBroken;
    }

    /// <summary>Waits until all that was taken is indexed.</summary>
    /// <param name="refuse">Makes the refusal of a frame that cannot be, from its place and why.</param>
    public void End(Func<Place, string, StoreException> refuse)
    {
        Send();
        foreach (var queue in _queues) queue.CompleteAdding();
        Task.WhenAll(_workers).GetAwaiter().GetResult();
        if (_first is var (place, why)) throw refuse(place, why);
    }

    public void Dispose()
    {
        foreach (var queue in _queues) queue.CompleteAdding();
        // Where End was not reached, another failure is on its way already.
        try { Task.WaitAll(_workers); }
        catch (AggregateException) { }
        foreach (var queue in _queues) queue.Dispose();
    }

    private void Send()
    {
        if (_filling is not { } batch) return;
        _filling = null;
        foreach (var queue in _queues) queue.Add(batch);
    }

    private void Work(Indexing indexing, BlockingCollection<Batch> queue)
    {
        var broken = false;
        // Goes on taking after a failure, so that the reader never waits for a thread that has ended.
        try
        {
            foreach (var batch in queue.GetConsumingEnumerable())
            {
                broken = broken || !TryIndex(indexing, batch);
                batch.Done();
            }
        }
        catch
        {
            foreach (var batch in queue.GetConsumingEnumerable()) batch.Done();
            throw;
        }
    }

    private bool TryIndex(Indexing indexing, Batch batch)
    {
        foreach (var (offset, length, at) in batch.Groups)
        {
            var frames = new FramesIn(batch.Bytes.AsSpan(offset, length), checkSums: false);
            try
            {
                while (frames.MoveNext()) indexing.Add(frames.Payload, at.Plus(frames.Offset));
            }
            catch (CanonicalException e)
            {
                Broken(at.Plus(frames.Offset), e.Message);
                return false;
            }
        }
        return true;
    }

    private void Broken(Place place, string why)
    {
        lock (_gate)
            if (_first is not { } known || place.CompareTo(known.Place) < 0) _first = (place, why);
        _isBroken = true;
    }
}
