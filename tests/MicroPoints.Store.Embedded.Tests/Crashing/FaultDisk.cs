namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A disk that works and writes down every effect, so that a power cut after any of them can be acted out.</summary>
internal sealed class FaultDisk : Disk
{
    private readonly Lock _gate = new();
    private readonly string _root;
    private readonly Dictionary<string, int> _names = [];
    private readonly List<Effect> _effects = [];

    /// <summary>What lies in the directory already counts as flushed.</summary>
    public FaultDisk(string root)
    {
        _root = root;
        Before = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "lock").ToDictionary(Relative, File.ReadAllBytes);
        foreach (var name in Before.Keys) _names[name] = _names.Count;
        Files = _names.Count;
    }

    public Dictionary<string, byte[]> Before { get; }

    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>How many effects there were so far: what is acknowledged now must survive a cut after them.</summary>
    public int Count
    {
        get { lock (_gate) return _effects.Count; }
    }

    private int Files { get; set; }

    public override DiskFile Open(string path, FileMode mode)
    {
        lock (_gate)
        {
            var file = new Recorded(this, path, mode);
            var fresh = mode is FileMode.Create or FileMode.CreateNew || !_names.ContainsKey(Relative(path));
            if (fresh) _effects.Add(new Effect.Created(_names[Relative(path)] = Files++, Relative(path)));
            file.Number = _names[Relative(path)];
            return file;
        }
    }

    public override void Rename(string from, string to) => Do(new Effect.Renamed(Relative(from), Relative(to)), () =>
    {
        base.Rename(from, to);
        _names.Remove(Relative(from), out var file);
        _names[Relative(to)] = file;
    });

    public override void Delete(string path) => Do(new Effect.Deleted(Relative(path)), () =>
    {
        base.Delete(path);
        _names.Remove(Relative(path));
    });

    public override void MakeDirectory(string path) =>
        Do(new Effect.DirectoryMade(Relative(path)), () => base.MakeDirectory(path));

    public override void FlushNames(string directory) => Do(new Effect.NamesFlushed(Relative(directory)), () => { });

    private string Relative(string path) => Path.GetRelativePath(_root, path);

    private void Do(Effect effect, Action act)
    {
        lock (_gate)
        {
            act();
            _effects.Add(effect);
        }
    }

    private sealed class Recorded(FaultDisk disk, string path, FileMode mode) : DiskFile(path, mode)
    {
        public int Number { get; set; }

        public override void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var copy = bytes.ToArray();
            disk.Do(new Effect.Written(Number, offset, copy), () => base.Write(copy, offset));
        }

        public override void Flush() => disk.Do(new Effect.Flushed(Number), () => { });

        public override void SetLength(long length) =>
            disk.Do(new Effect.LengthSet(Number, length), () => base.SetLength(length));
    }
}

/// <summary>A disk that never waits for the disk: for what is only looked at afterwards.</summary>
internal sealed class QuickDisk : Disk
{
    public override DiskFile Open(string path, FileMode mode) => new Quick(path, mode);
    public override void FlushNames(string directory) { }

    private sealed class Quick(string path, FileMode mode) : DiskFile(path, mode)
    {
        public override void Flush() { }
    }
}
