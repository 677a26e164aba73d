namespace MicroPoints.Simulation;

/// <summary>What a directory's disk surely holds, and what it may hold: contents of files, and names.</summary>
internal sealed class Platter(string root)
{
    private sealed record NameChange(string? Taken, string? Given, Inode? File);

    private readonly Dictionary<string, Inode> _names = [];
    private readonly Dictionary<string, Inode> _lasting = [];
    private readonly List<NameChange> _namesSince = [];

    /// <summary>The file of a name, which a creation makes anew.</summary>
    public Inode Open(string path, bool create)
    {
        var name = Relative(path);
        if (!create && _names.TryGetValue(name, out var known)) return known;
        var file = _names[name] = new Inode([]);
        _namesSince.Add(new NameChange(null, name, file));
        return file;
    }

    public void Rename(string from, string to)
    {
        _names.Remove(Relative(from), out var file);
        _names[Relative(to)] = file!;
        _namesSince.Add(new NameChange(Relative(from), Relative(to), file));
    }

    public void Delete(string path)
    {
        _names.Remove(Relative(path));
        _namesSince.Add(new NameChange(Relative(path), null, null));
    }

    public void FlushNames(string directory)
    {
        var name = Relative(directory);
        var last = _namesSince.FindLastIndex(c => IsIn(c.Taken, name) || IsIn(c.Given, name));
        Apply(last + 1);
    }

    /// <summary>Cuts the power: puts into the directory what the disk then holds, and goes on from there.</summary>
    public void Cut(Tearing tearing)
    {
        Apply((int)Math.Round(_namesSince.Count * tearing.NamesPart));
        var left = _lasting.ToDictionary(f => f.Key, f => tearing.Leave(f.Key, f.Value));
        foreach (var directory in Directory.EnumerateDirectories(root)) Directory.Delete(directory, recursive: true);
        foreach (var file in Directory.EnumerateFiles(root)) File.Delete(file);
        foreach (var (name, bytes) in left)
        {
            var path = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
        TakeUp();
    }

    /// <summary>Counts what lies in the directory as flushed.</summary>
    public void TakeUp()
    {
        _names.Clear();
        _lasting.Clear();
        _namesSince.Clear();
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            if (Path.GetFileName(file) != "lock") _names[Relative(file)] = _lasting[Relative(file)] = new Inode(File.ReadAllBytes(file));
    }

    private void Apply(int count)
    {
        foreach (var change in _namesSince.Take(count))
        {
            if (change.Taken is not null) _lasting.Remove(change.Taken);
            if (change.Given is not null) _lasting[change.Given] = change.File!;
        }
        _namesSince.RemoveRange(0, count);
    }

    private static bool IsIn(string? path, string directory) =>
        path is not null && (Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".") == directory;

    private string Relative(string path) => Path.GetRelativePath(root, path);
}
