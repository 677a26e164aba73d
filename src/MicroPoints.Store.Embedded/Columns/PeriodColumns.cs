using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>The columns of a data directory, in <c>derived/columns</c>: one file for a period and a vector of heads.</summary>
/// <param name="directory">The data directory.</param>
/// <param name="log">Its log.</param>
/// <param name="failed">Is told of columns that could not be written or read; rounds are then folded from the ledgers.</param>
public sealed class PeriodColumns(string directory, IEventLog log, Action<Exception>? failed = null) : IPeriodColumns, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>Deletes all columns of a data directory; they are derived.</summary>
    public static void DeleteAll(string directory)
    {
        if (Directory.Exists(FolderOf(directory))) Directory.Delete(FolderOf(directory), recursive: true);
    }

    /// <summary>Writes a period's columns through some heads, where they do not stand yet.</summary>
    /// <exception cref="StoreException">The log does not hold the heads.</exception>
    public static async Task Write(string directory, Period period, Heads heads, IEventLog log, CancellationToken cancel)
    {
        var (chambers, folder) = (heads.Of(StreamType.Chamber), FolderOf(directory));
        var path = PathOf(directory, period, ColumnFooter.DigestOf(chambers));
        if (File.Exists(path)) return;
        Directory.CreateDirectory(folder);
        Durable.FlushNames(Path.GetDirectoryName(folder)!);
        await ColumnWriter.Write(path, period, chambers, log, cancel);
    }

    /// <summary>Opens the columns of a period through exactly these heads; null where there are none.</summary>
    /// <exception cref="StoreException">The file is damaged, of another layout, period or heads.</exception>
    public static IColumnFile? Open(string directory, Period period, Heads heads)
    {
        var digest = ColumnFooter.DigestOf(heads.Of(StreamType.Chamber));
        var path = PathOf(directory, period, digest);
        return File.Exists(path) ? ColumnFile.Open(path, period, digest) : null;
    }

    /// <summary>Done when all columns begun so far are written, or have failed.</summary>
    public Task Settled { get { lock (_gate) return _writing; } }

    public void Begin(Period period, Heads heads)
    {
        lock (_gate) _writing = After(_writing, period, heads);
    }

    /// <summary>Columns that cannot be opened are no columns: whoever asked folds, which gives the same.</summary>
    public IColumnFile? Find(Period period, Heads heads)
    {
        try { return Open(directory, period, heads); }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            failed?.Invoke(e);
            return null;
        }
    }

    public void Tell(StoreException damaged) => failed?.Invoke(damaged);

    /// <summary>Breaks off what is being written: what is unfinished never stood under its name.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Settled;
        _stop.Dispose();
    }

    private async Task After(Task before, Period period, Heads heads)
    {
        await before;
        try { await Task.Run(() => Write(directory, period, heads, log, _stop.Token)); }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested) { }
        // Whatever stops a compaction, nothing but speed is lost by it.
        catch (Exception e) when (e is not OutOfMemoryException) { failed?.Invoke(e); }
    }

    private static string FolderOf(string directory) => Path.Combine(new DataDirectory(directory).Derived, "columns");

    private static string PathOf(string directory, Period period, Digest heads) =>
        Path.Combine(FolderOf(directory), $"{period}-{heads.ToString()[..32]}.col");
}
