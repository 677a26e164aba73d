namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A data directory of one test, deleted afterwards.</summary>
internal sealed class TempStore : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("micropoints-");

    public string Root => _root.FullName;
    public string Journal => Places.Journal;
    public DataDirectory Places => new(Root);

    public JournalEventLog Open(JournalOptions? options = null) => JournalEventLog.Open(Root, options);

    /// <summary>Opens, appends each list of entries as one frame, and closes cleanly.</summary>
    public async Task<Heads> Write(params SealedEntry[][] appends)
    {
        await using var log = Open();
        foreach (var entries in appends) Assert.IsType<AppendResult.Appended>(await Append(log, entries));
        return await log.Cut(RegionCode.Nation, CancellationToken.None);
    }

    /// <summary>Appends entries where their own first one says.</summary>
    public static Task<AppendResult> Append(JournalEventLog log, params SealedEntry[] entries)
    {
        var expected = new Head(entries[0].Sequence - 1, entries[0].Previous);
        return log.Append(entries[0].Stream, expected, entries, CancellationToken.None).AsTask();
    }

    /// <summary>
    /// Puts frames of these entries into the journal, whatever they say, and forgets what was derived.
    /// </summary>
    public async Task Forge(params SealedEntry[][] frames)
    {
        await Write();
        ForgetDerived();
        await using (var file = File.Open(Journal, FileMode.Open)) file.SetLength(SegmentHeader.Bytes);
        for (var i = 0; i < frames.Length; i++) await AppendGroup(Frame.Encode(frames[i]), number: i + 1);
    }

    /// <summary>Puts a journal of format 1 here: one file of bare frames.</summary>
    public void PutFormat1(params SealedEntry[][] frames)
    {
        File.WriteAllText(Places.Format, "micropoints-journal/1\n");
        File.WriteAllBytes(Journal, [.. frames.SelectMany(Frame.Encode)]);
    }

    /// <summary>Puts bytes behind the journal, sealed as a group of this number.</summary>
    public async Task AppendGroup(byte[] frames, long number)
    {
        using var files = new SegmentFiles(Root);
        var header = files.Header(1)!.Value;
        var group = new byte[GroupHeader.Aligned(frames.Length)];
        frames.CopyTo(group, GroupHeader.Bytes);
        new GroupHeader(frames.Length, number, new Place(1, files.Length(1))).Seal(group, header.Seed);
        await using var file = File.Open(Journal, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(group);
    }

    /// <summary>The first segment as far as it holds groups; it is cut there.</summary>
    public async Task<byte[]> Whole()
    {
        var end = Groups() is [.., var last] ? last.Until : SegmentHeader.Bytes;
        await using (var file = File.Open(Journal, FileMode.Open)) file.SetLength(end);
        return await File.ReadAllBytesAsync(Journal);
    }

    /// <summary>Where the groups of the first segment stand.</summary>
    public List<(int From, int Until)> Groups()
    {
        using var files = new SegmentFiles(Root);
        var reader = new GroupReader(files, files.Header(1)!.Value, new Place(1, SegmentHeader.Bytes), 0);
        var groups = new List<(int, int)>();
        while (reader.Find() == Found.Intact && reader.At.Segment == 1)
            groups.Add(((int)reader.At.Offset, (int)reader.Next.Offset));
        return groups;
    }

    /// <summary>As if no checkpoint had ever been written; the heads of a clean close stay.</summary>
    public void ForgetCheckpoint() => File.Delete(Places.Checkpoint);

    public void ForgetDerived() => Directory.Delete(Places.Derived, recursive: true);

    public async Task<Heads> Reopened()
    {
        await using var log = Open();
        return await log.Cut(RegionCode.Nation, CancellationToken.None);
    }

    public string RefusedToOpen() => Assert.ThrowsAny<StoreException>(() => Open()).Message;

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A chamber's registration and some visits, each to be appended alone.</summary>
    public static SealedEntry[][] Frames(ChamberId chamber, int visits) =>
        [.. new Chain(chamber, Sample.County).Start(visits).Select(e => (SealedEntry[])[e])];
}
