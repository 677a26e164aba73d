namespace MicroPoints.Simulation;

/// <summary>
/// A disk that fails when it is told to, and that knows what of its files a power cut would leave. A process that ends
/// leaves what it wrote to the system; only a cut of power takes what was not flushed.
/// </summary>
/// <param name="quiet">The writer's helpers fail at once, so that every effect is the writer's own and counts; else they
/// work as they do in earnest, and only writes and flushes of groups count.</param>
/// <param name="dawdles">How long the writer waits before and after each group, as on a busy machine.</param>
internal sealed class SimulatedDisk(string root, bool quiet, TimeSpan dawdles) : Disk
{
    private const string Writer = "micropoints journal";
    private const string Helper = "micropoints zeros";
    private const int NoSpace = 28;

    private readonly Lock _sync = new();
    private readonly Platter _platter = new(root);
    private bool _isFull;

    public Turnstile Turnstile { get; } = new(dawdles);
    public FaultPlan Faults { get; } = new();

    /// <summary>The process has ended: whatever of it still runs has no effect any more.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Requests are served: effects outside the writer then belong to the background.</summary>
    public bool IsServing { get; set; }

    /// <summary>Acknowledges the flush of a group and flushes nothing, as a broken disk or store does.</summary>
    public bool LiesAboutFlushes { get; set; }

    /// <summary>The next process finds the files as the last one left them, and room.</summary>
    public void NextProcess()
    {
        (HasEnded, _isFull, IsServing) = (false, false, false);
        Faults.Disarm();
        Turnstile.Set(isOpen: true);
    }

    public void CutPower(Tearing tearing) => _platter.Cut(tearing);

    /// <summary>Counts what lies in the directory as flushed.</summary>
    public void TakeUp() => _platter.TakeUp();

    public override DiskFile Open(string path, FileMode mode)
    {
        var creates = mode is FileMode.Create or FileMode.CreateNew || !File.Exists(path);
        DiskFile? opened = null;
        if (creates) Do(Effect.Create, path, () => opened = new Simulated(this, path, mode, _platter.Open(path, create: true)));
        else
            lock (_sync)
            {
                RefuseQuietHelper();
                opened = new Simulated(this, path, mode, _platter.Open(path, create: false));
            }
        return opened!;
    }

    public override void Rename(string from, string to) => Do(Effect.Rename, to, () =>
    {
        base.Rename(from, to);
        _platter.Rename(from, to);
    });

    public override void Delete(string path) => Do(Effect.Delete, path, () =>
    {
        base.Delete(path);
        _platter.Delete(path);
    });

    public override void MakeDirectory(string path) => Do(Effect.MakeDirectory, path, () => base.MakeDirectory(path));

    public override void FlushNames(string directory) =>
        Do(Effect.FlushNames, directory, () => _platter.FlushNames(directory));

    private void Do(Effect effect, string path, Action act, Inode? file = null)
    {
        var thread = Thread.CurrentThread.Name;
        if (thread == Writer) Turnstile.Enter();
        var leaves = false;
        lock (_sync)
        {
            if (HasEnded) throw new IOException("the process has ended");
            RefuseQuietHelper();
            var fault = Counts(effect, path, thread) ? Faults.Next(effect) : null;
            if (fault == Fault.DiskFull) _isFull = true;
            if (fault == Fault.EndBefore) End();
            if (fault == Fault.FlushFails) FailFlush(path, file!);
            act();
            if (fault == Fault.EndAfter) End();
            leaves = thread == Writer && effect == Effect.Flush && !IsFresh(path);
        }
        if (leaves) Turnstile.Leave();
    }

    private void RefuseQuietHelper()
    {
        if (quiet && Thread.CurrentThread.Name == Helper) throw new IOException("nothing is prepared here");
    }

    private bool Counts(Effect effect, string path, string? thread) => quiet
        ? thread == Writer || !IsServing && thread != Helper
        : thread == Writer && (effect is Effect.Write or Effect.Flush) && !IsFresh(path);

    private static bool IsFresh(string path) => path.EndsWith(".new", StringComparison.Ordinal);

    private void End()
    {
        HasEnded = true;
        throw new IOException("the process has ended");
    }

    /// <summary>As Linux does: what was to be flushed counts as clean from now on, whether it reached the disk or not.</summary>
    private void FailFlush(string path, Inode file)
    {
        file.Settle(new Tearing(Keeps.Sectors, 0, file.Since.Count).Leave(path, file));
        throw new IOException("the flush failed");
    }

    private void Write(Simulated file, byte[] bytes, long offset)
    {
        var written = _isFull ? bytes[..(bytes.Length / 2)] : bytes;
        RandomAccess.Write(file.Handle, written, offset);
        file.Inode.Since.Add(new Inode.Change(offset, written));
        if (_isFull) throw new IOException("no space is left on the disk", NoSpace);
    }

    private sealed class Simulated(SimulatedDisk disk, string path, FileMode mode, Inode inode) : DiskFile(path, mode)
    {
        public Inode Inode { get; } = inode;

        public override void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var copy = bytes.ToArray();
            disk.Do(Effect.Write, Path, () => disk.Write(this, copy, offset));
        }

        public override void Flush() => disk.Do(Effect.Flush, Path, () =>
        {
            var isGroup = Thread.CurrentThread.Name == Writer && !IsFresh(Path);
            if (!isGroup || !disk.LiesAboutFlushes) Inode.Flush();
        }, Inode);

        public override void SetLength(long length) => disk.Do(Effect.SetLength, Path, () =>
        {
            base.SetLength(length);
            Inode.Since.Add(new Inode.Change(length, null));
        });
    }
}
