namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A disk whose flush waits until a test lets it go on, so that a group is seen forming.</summary>
internal sealed class HeldDisk(string path) : JournalFile(path)
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly SemaphoreSlim _entered = new(0);

    public int Flushes { get; private set; }

    public void Hold() => _open.Reset();
    public void LetGo() => _open.Set();

    /// <summary>Returns once the writer stands in a flush.</summary>
    public async Task Entered() =>
        Assert.True(await _entered.WaitAsync(TimeSpan.FromSeconds(10)), "nothing was flushed");

    public override void Flush()
    {
        _entered.Release();
        _open.Wait();
        base.Flush();
        Flushes++;
    }
}

/// <summary>A disk that fails from a write on: full after some bytes, or at the flush.</summary>
internal sealed class FailingDisk(string path) : JournalFile(path)
{
    private const int NoSpace = 28;

    public int? BytesTaken { get; set; }
    public bool FlushFails { get; set; }

    public override void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        if (BytesTaken is not { } taken) { base.Write(bytes, offset); return; }
        base.Write(bytes[..Math.Min(taken, bytes.Length)], offset);
        throw new IOException("No space left on device", NoSpace);
    }

    public override void Flush()
    {
        if (FlushFails) throw new IOException("Input/output error", 5);
        base.Flush();
    }
}
