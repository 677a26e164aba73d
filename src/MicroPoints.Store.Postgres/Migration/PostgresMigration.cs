using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>Copies another log into an empty database, entry by entry as they were sealed, and proves that both are equal.</summary>
/// <remarks>
/// The tables bear a mark from the first entry to the proof, so that nothing works with a half of it; whoever begins again after it
/// broke off goes on where it broke off.
/// </remarks>
public sealed class PostgresMigration : IAsyncDisposable
{
    private const int StreamsAtOnce = 64;

    /// <summary>Entries of one append: few enough that many streams share a transaction.</summary>
    private const int EntriesMax = 200;

    private const string IsEmpty = "not exists (select 1 from mp_stream where sequence > 0)";

    private readonly string _connection;
    private readonly PostgresEventLog _log;
    private readonly IEventLog _from;

    private PostgresMigration(string connection, PostgresEventLog log, IEventLog from, Heads wanted, Heads known) =>
        (_connection, _log, _from, Wanted, Known) = (connection, log, from, wanted, known);

    /// <summary>Where every stream ends that is to be copied.</summary>
    public Heads Wanted { get; }

    /// <summary>Where the streams ended that the database had already.</summary>
    public Heads Known { get; }

    /// <summary>Which database it is; without a password.</summary>
    public string Place => _log.Place;

    /// <summary>Where proofs are to be kept.</summary>
    public PostgresProofs Proofs => new(_log);

    /// <summary>Opens an empty database, one that was left half-filled from the same log, or one that holds exactly that log.</summary>
    /// <exception cref="StoreException">It holds something else; nothing was changed.</exception>
    public static async Task<PostgresMigration> Begin(string connectionString, IEventLog from, CancellationToken cancel)
    {
        var log = await PostgresEventLog.Open(connectionString, null, forMigration: true, cancel);
        try
        {
            var (wanted, known) = (await from.Cut(RegionCode.Nation, cancel), await log.Cut(RegionCode.Nation, cancel));
            if (known.Equals(wanted)) return new PostgresMigration(connectionString, log, from, wanted, known);
            if (!await Mark(log, cancel)) throw new StoreException($"{log.Place} holds entries already, and not exactly those of "
                + "the directory: a migration goes into an empty database. Name another one; nothing was changed.");
            await CheckPrefix(log, from, wanted, known, cancel);
            return new PostgresMigration(connectionString, log, from, wanted, known);
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    /// <summary>Copies what the database has not yet.</summary>
    /// <param name="progress">Told how many entries are there, and of how many.</param>
    public async Task Copy(IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (done, total) = (Known.Sum(h => h.Head.Sequence), Wanted.Sum(h => h.Head.Sequence));
        var limits = new ParallelOptions { MaxDegreeOfParallelism = StreamsAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(Wanted, limits, async (wanted, stop) =>
        {
            var entries = new List<SealedEntry>(EntriesMax);
            var head = Known.Find(wanted.Stream);
            if (head == wanted.Head) return;
            await foreach (var entry in _from.Read(wanted.Stream, head.Sequence, stop))
            {
                entries.Add(entry);
                if (entries.Count < EntriesMax && entry.Sequence < wanted.Head.Sequence) continue;
                await Append(wanted.Stream, head, entries, stop);
                progress?.Report((Interlocked.Add(ref done, entries.Count), total));
                (head, entries) = (entry.Head, new List<SealedEntry>(EntriesMax));
                if (entry.Sequence == wanted.Head.Sequence) break;
            }
        });
    }

    /// <summary>
    /// Walks every chain in the database from its rows alone and holds it against the other log's heads. Only where all are equal
    /// is the database opened for work.
    /// </summary>
    /// <returns>What is not equal; null where everything is.</returns>
    public async Task<string?> Finish(IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var report = await PostgresVerify.Run(_connection, Wanted, progress, forMigration: true, cancel);
        if (report.Broken is { } broken) return broken.ToString();
        if (!report.Heads.Equals(Wanted)) return report.Heads.Except(Wanted).Select(h => $"{h.Stream} ends at {h.Head} in the database, "
            + $"at {Wanted.Find(h.Stream)} in the directory").FirstOrDefault() ?? "the database lacks a stream of the directory";
        await Execute(_log, $"update mp_store set form = '{Schema.Form}' where form = '{Schema.Migrating}'", cancel);
        return null;
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private async Task Append(StreamId stream, Head head, List<SealedEntry> entries, CancellationToken cancel)
    {
        if (await _log.Append(stream, head, entries, cancel) is AppendResult.HeadMoved moved) throw new StoreException(
            $"{stream} ends at {moved.Actual} in {_log.Place}, not at {head}: somebody else writes there. Stop it, and migrate into an "
            + "empty database.");
    }

    /// <summary>What is there must be what the other log begins with.</summary>
    private static async Task CheckPrefix(PostgresEventLog log, IEventLog from, Heads wanted, Heads known, CancellationToken cancel)
    {
        foreach (var (stream, head) in known)
        {
            if (wanted.Find(stream) == head) continue;
            await foreach (var entry in from.Read(stream, head.Sequence - 1, cancel))
            {
                if (entry.Head == head) break;
                throw Another(stream, head);
            }
            if (wanted.Find(stream).Sequence < head.Sequence) throw Another(stream, head);
        }

        StoreException Another(StreamId stream, Head head) => new($"{log.Place} holds {stream} at {head}, which is not in the "
            + "directory: another one was being migrated into it. Name that one, or an empty database.");
    }

    /// <summary>Whether the database is this migration's to fill: an empty one, or one that bears the mark already.</summary>
    private static async Task<bool> Mark(PostgresEventLog log, CancellationToken cancel) => await Execute(log,
        $"update mp_store set form = '{Schema.Migrating}' where form = '{Schema.Migrating}' or {IsEmpty}", cancel) > 0;

    private static ValueTask<int> Execute(PostgresEventLog log, string sql, CancellationToken cancel) => log.Database.Ask(
        async connection =>
        {
            await using var command = connection.Command(sql);
            return await command.ExecuteNonQueryAsync(cancel);
        }, cancel);
}
