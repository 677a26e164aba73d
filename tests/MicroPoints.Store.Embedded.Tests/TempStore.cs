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
        await File.WriteAllBytesAsync(Journal, [.. frames.SelectMany(Frame.Encode)]);
    }

    public void ForgetDerived() => Directory.Delete(Places.Derived, recursive: true);

    public async Task<Heads> Reopened()
    {
        await using var log = Open();
        return await log.Cut(RegionCode.Nation, CancellationToken.None);
    }

    public string RefusedToOpen() => Assert.Throws<StoreException>(() => Open()).Message;

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A chamber's registration and some visits, each to be appended alone.</summary>
    public static SealedEntry[][] Frames(ChamberId chamber, int visits) =>
        [.. new Chain(chamber, Sample.County).Start(visits).Select(e => (SealedEntry[])[e])];
}
