namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A disk whose flush of a segment waits until a test lets it go on, so that a group is seen forming.</summary>
internal sealed class HeldDisk : Disk
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly SemaphoreSlim _entered = new(0);

    public int Flushes { get; private set; }

    public override DiskFile Open(string path, FileMode mode) =>
        path.EndsWith(".log", StringComparison.Ordinal) ? new Held(this, path, mode) : base.Open(path, mode);

    public void Hold() => _open.Reset();
    public void LetGo() => _open.Set();

    /// <summary>Returns once the writer stands in a flush.</summary>
    public async Task Entered() =>
        Assert.True(await _entered.WaitAsync(TimeSpan.FromSeconds(10)), "nothing was flushed");

    private sealed class Held(HeldDisk disk, string path, FileMode mode) : DiskFile(path, mode)
    {
        public override void Flush()
        {
            disk._entered.Release();
            disk._open.Wait();
            base.Flush();
            disk.Flushes++;
        }
    }
}

/// <summary>A disk whose segments, or other files, fail from a write on: full after some bytes, or at the flush.</summary>
internal sealed class FailingDisk(string ending = ".log") : Disk
{
    private const int NoSpace = 28;

    public int? BytesTaken { get; set; }
    public bool FlushFails { get; set; }

    public override DiskFile Open(string path, FileMode mode) =>
        path.EndsWith(ending, StringComparison.Ordinal) ? new Failing(this, path, mode) : base.Open(path, mode);

    private sealed class Failing(FailingDisk disk, string path, FileMode mode) : DiskFile(path, mode)
    {
        public override void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            if (disk.BytesTaken is not { } taken) { base.Write(bytes, offset); return; }
            base.Write(bytes[..Math.Min(taken, bytes.Length)], offset);
            throw new IOException("No space left on device", NoSpace);
        }

        public override void Flush()
        {
            if (disk.FlushFails) throw new IOException("Input/output error", 5);
            base.Flush();
        }
    }
}
