namespace MicroPoints.Store.Embedded.Tests;

/// <summary>What a power cut keeps of bytes that were written and not flushed.</summary>
internal enum Keeps
{
    Nothing,
    All,
    Prefix,
    Sectors,
    SectorsWithinTheOldLength,
    AllButOneSector,
}

/// <summary>What it keeps of names that were given or taken and not flushed, in their order.</summary>
internal enum KeepsNames
{
    None,
    All,
    Some,
}

/// <summary>Acts out a power cut: puts into a directory what a disk may hold after so many effects.</summary>
internal sealed class PowerCut(FaultDisk disk, int effects, Keeps keeps, KeepsNames names, Random random)
{
    private const int Sector = 512;

    private sealed class Inode(byte[] flushed)
    {
        public byte[] Flushed { get; set; } = flushed;
        public List<Effect> Since { get; } = [];
    }

    private readonly Dictionary<int, Inode> _files = [];
    private readonly Dictionary<string, int> _names = [];
    private readonly List<Effect> _namesSince = [];

    public void Leave(string directory)
    {
        foreach (var (path, bytes) in disk.Before)
        {
            _files[_names.Count] = new Inode(bytes);
            _names[path] = _names.Count;
        }
        foreach (var effect in disk.Effects.Take(effects)) Act(effect);

        var kept = names switch
        {
            KeepsNames.None => 0,
            KeepsNames.All => _namesSince.Count,
            _ => random.Next(_namesSince.Count + 1),
        };
        foreach (var effect in _namesSince.Take(kept)) ActName(effect);
        foreach (var (path, number) in _names)
        {
            var file = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, Content(_files[number]));
        }
    }

    private void Act(Effect effect)
    {
        switch (effect)
        {
            case Effect.Created created:
                _files[created.File] = new Inode([]);
                _namesSince.Add(created);
                break;
            case Effect.Written written: _files[written.File].Since.Add(written); break;
            case Effect.LengthSet set: _files[set.File].Since.Add(set); break;
            case Effect.Flushed flushed:
                var file = _files[flushed.File];
                file.Flushed = file.Since.Aggregate(file.Flushed, With);
                file.Since.Clear();
                break;
            case Effect.NamesFlushed flushed:
                var last = _namesSince.FindLastIndex(e => Concerns(e, flushed.Directory));
                foreach (var name in _namesSince.Take(last + 1)) ActName(name);
                _namesSince.RemoveRange(0, last + 1);
                break;
            default: _namesSince.Add(effect); break;
        }
    }

    private void ActName(Effect effect)
    {
        switch (effect)
        {
            case Effect.Created created: _names[created.Path] = created.File; break;
            case Effect.Deleted deleted: _names.Remove(deleted.Path); break;
            case Effect.Renamed renamed when _names.Remove(renamed.From, out var file): _names[renamed.To] = file; break;
        }
    }

    private static bool Concerns(Effect effect, string directory)
    {
        string[] paths = effect switch
        {
            Effect.Created created => [created.Path],
            Effect.Deleted deleted => [deleted.Path],
            Effect.DirectoryMade made => [made.Path],
            Effect.Renamed renamed => [renamed.From, renamed.To],
            _ => [],
        };
        return paths.Any(p => (Path.GetDirectoryName(p) is { Length: > 0 } parent ? parent : ".") == directory);
    }

    private byte[] Content(Inode file) => keeps switch
    {
        Keeps.Nothing => file.Flushed,
        Keeps.All => file.Since.Aggregate(file.Flushed, With),
        Keeps.Prefix => Prefix(file),
        Keeps.Sectors => file.Since.Aggregate(file.Flushed, WithSome),
        Keeps.SectorsWithinTheOldLength => WithinOldLength(file),
        Keeps.AllButOneSector => Garbled(file),
        _ => throw new InvalidOperationException(),
    };

    private static byte[] With(byte[] content, Effect effect)
    {
        if (effect is Effect.LengthSet set) { Array.Resize(ref content, (int)set.Length); return content; }
        var written = (Effect.Written)effect;
        byte[] grown = new byte[Math.Max(content.Length, written.Offset + written.Bytes.Length)];
        content.CopyTo(grown, 0);
        written.Bytes.CopyTo(grown, written.Offset);
        return grown;
    }

    private byte[] Prefix(Inode file)
    {
        var whole = random.Next(file.Since.Count + 1);
        var content = file.Since.Take(whole).Aggregate(file.Flushed, With);
        return file.Since.ElementAtOrDefault(whole) is Effect.Written next
            ? With(content, next with { Bytes = next.Bytes[..random.Next(next.Bytes.Length)] }) : content;
    }

    /// <summary>Of a write some sectors; where the file grew, the others read as zeros.</summary>
    private byte[] WithSome(byte[] content, Effect effect)
    {
        if (effect is not Effect.Written written) return random.Next(2) == 0 ? content : With(content, effect);
        var all = With(content, effect);
        for (var at = written.Offset / Sector * Sector; at < written.Offset + written.Bytes.Length; at += Sector)
        {
            if (random.Next(2) == 0) continue;
            var sector = all.AsSpan((int)at, (int)Math.Min(Sector, all.Length - at));
            sector.Clear();
            if (at < content.Length) content.AsSpan((int)at, (int)Math.Min(Sector, content.Length - at)).CopyTo(sector);
        }
        return all;
    }

    private byte[] WithinOldLength(Inode file)
    {
        var content = file.Since.OfType<Effect.Written>().Aggregate(file.Flushed, WithSome);
        return content[..Math.Min(content.Length, file.Flushed.Length)];
    }

    private byte[] Garbled(Inode file)
    {
        var content = (byte[])file.Since.Aggregate(file.Flushed, With).Clone();
        if (file.Since.OfType<Effect.Written>().Where(w => w.Bytes.Length > 0).ToList() is not { Count: > 0 } writes) return content;
        var write = writes[random.Next(writes.Count)];
        var at = (write.Offset + random.Next(write.Bytes.Length)) / Sector * Sector;
        if (at < content.Length) random.NextBytes(content.AsSpan((int)at, (int)Math.Min(Sector, content.Length - at)));
        return content;
    }
}
