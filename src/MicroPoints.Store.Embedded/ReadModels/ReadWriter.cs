using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>The one writer of the read model: turns entries into rows, in transactions that also say how far they reach.</summary>
internal sealed class ReadWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly IEventLog _log;
    private readonly List<ReadStatement> _statements = [];
    private readonly ReadStatement _insert, _reverse, _register, _rename, _end, _stamp, _seat, _reached, _reach;
    private readonly ReadStatement[] _forget;
    private readonly ReadStatement _begin, _commit, _rollBack;
    private bool _isOpen;

    /// <param name="log">Asked for the place of what a reversal takes back.</param>
    public ReadWriter(SqliteConnection connection, IEventLog log)
    {
        (_connection, _log) = (connection, log);
        _insert = Prepare($"INSERT INTO activity ({ReadSchema.ActivityColumns}) VALUES "
            + "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)", 24);
        _reverse = Prepare("UPDATE activity SET reversed_by = ?1 WHERE chamber = ?2 AND sequence = ?3", 3);
        _register = Prepare($"INSERT INTO chamber ({ReadSchema.ChamberColumns}) VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL)", 5);
        _rename = Prepare("UPDATE chamber SET name = ?1 WHERE id = ?2", 2);
        _end = Prepare("UPDATE chamber SET ended_on = ?1 WHERE id = ?2", 2);
        _stamp = Prepare("UPDATE chamber SET stamp = ?1 WHERE id = ?2", 2);
        _seat = Prepare("SELECT seat FROM chamber WHERE id = ?1", 1);
        _reached = Prepare("SELECT sequence, hash FROM stream WHERE stream = ?1", 1);
        _reach = Prepare("INSERT INTO stream (stream, sequence, hash) VALUES (?1, ?2, ?3) "
            + "ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash", 3);
        (_begin, _commit, _rollBack) = (Prepare("BEGIN IMMEDIATE", 0), Prepare("COMMIT", 0), Prepare("ROLLBACK", 0));
        _forget =
        [
            Prepare("DELETE FROM activity WHERE chamber = ?1", 1),
            Prepare("DELETE FROM chamber WHERE id = ?1", 1),
            Prepare("DELETE FROM stream WHERE stream = 'chamber:' || ?1", 1),
        ];
    }

    /// <summary>How far a stream was taken in.</summary>
    public Head Reached(StreamId stream) => _reached.One(
        row => new Head(row.GetInt64(0), Digest.Read((byte[])row.GetValue(1))), stream.ToString()) ?? Head.Empty;

    /// <summary>How far every stream was taken in.</summary>
    public List<StreamHead> Reached()
    {
        using var all = Prepare("SELECT stream, sequence, hash FROM stream", 0);
        return all.All(row => new StreamHead(
            StreamId.Parse(row.GetString(0)), new Head(row.GetInt64(1), Digest.Read((byte[])row.GetValue(2)))));
    }

    public string? SeatOf(StreamId stream) => _seat.Value<string>(stream.Name);

    public void Begin()
    {
        _begin.Run();
        _isOpen = true;
    }

    public void Commit()
    {
        _commit.Run();
        _isOpen = false;
    }

    /// <summary>Leaves the file as it was before <see cref="Begin"/>.</summary>
    public void RollBack()
    {
        if (!_isOpen) return;
        _isOpen = false;
        try { _rollBack.Run(); }
        catch (SqliteException) { /* What made it fail has rolled it back already. */ }
    }

    public void Reach(StreamId stream, Head head)
    {
        var hash = new byte[Digest.Bytes];
        head.Hash.Write(hash);
        _reach.Run(stream.ToString(), head.Sequence, hash);
    }

    /// <summary>Deletes every row of a stream.</summary>
    public void Forget(StreamId stream)
    {
        foreach (var statement in _forget) statement.Run(stream.Name);
    }

    /// <summary>Writes what an entry changes; an entry of a type that nobody thought of stops it.</summary>
    public void Take(SealedEntry entry, ref string? seat)
    {
        switch (entry.Body)
        {
            case ActivityRecorded or ActivityCarried:
                Fact fact = LedgerState.FactOf(entry)!;
                _insert.Run(ActivityRow.Values(entry, fact, seat ?? throw new InvariantException(
                    $"{entry.Stream} has an activity at sequence {entry.Sequence} before its registration")));
                break;
            case ActivityReversed reversed:
                Invariant.Holds(_reverse.Run(entry.Id.Value, entry.Stream.Name, SequenceOf(entry.Stream, reversed.Target)) == 1,
                    "a reversal takes back one activity");
                break;
            case ChamberRegistered registered:
                seat = registered.Seat.Value;
                _register.Run(entry.Stream.Name, registered.Name, registered.Kind, seat, Day(registered.Founded));
                break;
            case ChamberRenamed renamed: _rename.Run(renamed.Name, entry.Stream.Name); break;
            case ChamberDissolved dissolved: _end.Run(Day(dissolved.On), entry.Stream.Name); break;
            case ChamberMerged merged: _end.Run(Day(merged.On), entry.Stream.Name); break;
            case ChamberSplit split: _end.Run(Day(split.On), entry.Stream.Name); break;
            case ChamberAttributeSet set:
                if (set.Attribute == Chamber.Provenance) _stamp.Run(set.Value, entry.Stream.Name);
                break;
            case ChamberSucceeded or PeriodClosed or LateWindowOpened: break;
            default: throw new InvariantException($"{entry.Stream}: the read model does not know {entry.Body.TypeName}");
        }
    }

    public void Dispose()
    {
        RollBack();
        foreach (var statement in _statements) statement.Dispose();
        _connection.Dispose();
    }

    private long SequenceOf(StreamId stream, EntryId id)
    {
        var found = _log.Find(stream, [id], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return found is [var target] ? target.Sequence
            : throw new InvariantException($"{stream} reverses {id}, which it does not hold");
    }

    private static string? Day(DateOnly? day) => day is { } known ? Calendar.Text(known) : null;

    private ReadStatement Prepare(string sql, int parameters)
    {
        var statement = new ReadStatement(_connection, sql, parameters);
        _statements.Add(statement);
        return statement;
    }
}
