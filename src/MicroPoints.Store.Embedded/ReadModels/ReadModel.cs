using MicroPoints.Runtime;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>How the read model stands to the log.</summary>
/// <param name="CaughtUpTo">All that was acknowledged before this instant is in.</param>
/// <param name="Lag">How long ago the oldest append came that is not in yet; zero where all is.</param>
/// <param name="LastLag">How long what was last taken in had waited.</param>
/// <param name="Entries">Entries taken in since the start.</param>
/// <param name="Trouble">Why it is not getting on; null while it does.</param>
public sealed record ReadModelStatus(
    DateTimeOffset CaughtUpTo, TimeSpan Lag, TimeSpan LastLag, long Entries, string? Trouble);

/// <summary>
/// Activities and chambers in SQLite, for questions over many ledgers: derived from the log alone, and always behind it.
/// </summary>
/// <remarks>
/// Recording never waits for it. It begins with what the log has more than its tables, then follows every append. A file
/// that is damaged, foreign or of other tables is deleted and built anew.
/// </remarks>
public sealed class ReadModel : IActivitySearch, IAsyncDisposable
{
    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(5);

    private readonly ReadFile _file;
    private readonly WatchedLog _log;
    private readonly ReadNotes _notes;
    private readonly ReadQuestions _questions;
    private readonly ReadFollower _follower;
    private bool _disposed;

    private ReadModel(ReadFile file, WatchedLog log, TimeProvider clock, Action<string> tell)
    {
        (_file, _log, _notes, _questions) = (file, log, new ReadNotes(clock), new ReadQuestions(file));
        // Listening first: what is appended before the follower looks at the heads is then noted or in them.
        log.Appended += _notes.Note;
        _follower = new ReadFollower(file, log, _notes, _questions, tell);
    }

    /// <summary>Begins to follow a log; dispose it before the log.</summary>
    /// <param name="directory">The data directory; the file lies in its <c>derived</c>.</param>
    /// <param name="tell">Told in a line what went wrong and what was done about it.</param>
    public static ReadModel Follow(string directory, WatchedLog log, TimeProvider clock, Action<string> tell) =>
        new(ReadFile.In(new DataDirectory(directory)), log, clock, tell);

    public DateTimeOffset CaughtUpTo => _notes.CaughtUpTo;

    public ReadModelStatus Status =>
        new(_notes.CaughtUpTo, _notes.Lag, _notes.LastLag, _follower.Entries, _follower.Trouble);

    public async ValueTask<bool> CatchUp(TimeSpan within, CancellationToken cancel)
    {
        try
        {
            await _notes.Caught().WaitAsync(within, cancel);
            return true;
        }
        catch (TimeoutException) { return false; }
    }

    public ValueTask<FoundActivities> Find(ActivityQuery query, CancellationToken cancel)
    {
        Check(query.Limit);
        var parameters = ReadPaths.Parameters(query);
        return Ask(question =>
        {
            // Read before the rows: they may reach further than this says, never less far.
            var reached = CaughtUpTo;
            var items = question.All(ReadPaths.Sql(ReadPaths.Of(query)), parameters, ActivityRow.Read);
            var isLast = items.Count <= query.Limit;
            if (!isLast) items.RemoveAt(query.Limit);
            return new FoundActivities(items, isLast ? null : items[^1].Position, reached, Stamp(question, query.Scope));
        }, cancel);
    }

    public ValueTask<FoundChambers> Find(ChamberQuery query, CancellationToken cancel)
    {
        Check(query.Limit);
        var parameters = ReadPaths.Parameters(query);
        return Ask(question =>
        {
            var reached = CaughtUpTo;
            var items = question.All(ReadPaths.Chambers, parameters, ActivityRow.ReadChamber);
            var isLast = items.Count <= query.Limit;
            if (!isLast) items.RemoveAt(query.Limit);
            return new FoundChambers(items, isLast ? null : items[^1].Id, reached, Stamp(question, query.Scope));
        }, cancel);
    }

    /// <summary>Ends the follower with its transaction; what is not in yet is taken in after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        _log.Appended -= _notes.Note;
        _notes.Close();
        await Task.Run(_follower.Join);
    }

    private async ValueTask<T> Ask<T>(Func<ReadQuestion, T> ask, CancellationToken cancel)
    {
        try { await _questions.Opened.WaitAsync(OpensWithin, cancel); }
        catch (TimeoutException)
        {
            throw new StoreException($"the read model cannot be asked yet: {_follower.Trouble ?? $"{_file.Path} is being checked"}. "
                + "Recording goes on; ask again in a moment.");
        }
        try { return _questions.Ask(ask); }
        catch (SqliteException e)
        {
            if (ReadFile.IsDamage(e)) _follower.Distrust();
            throw new StoreException(ReadFile.IsDamage(e)
                ? $"{_file.Path} is damaged and is being built anew from the log: ask again in a moment"
                : $"{_file.Path} cannot be asked: {e.Message}. Recording goes on; ask again in a moment.", e);
        }
    }

    private static string? Stamp(ReadQuestion question, RegionCode scope) =>
        question.All(ReadPaths.Stamp, ReadPaths.Parameters(scope), row => row.GetString(0)).FirstOrDefault();

    private static void Check(int limit) =>
        Invariant.Holds(limit is >= 1 and <= Limits.PageMax, $"a page has 1–{Limits.PageMax} items");
}
