using MicroPoints.Streams;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>A row of entries as it is stored, with every column that was derived from its bytes.</summary>
internal sealed record StoredRow(long Stream, EntryRow Entry, string? Chamber, string? Seat)
{
    public static StoredRow Read(NpgsqlDataReader row)
    {
        return new StoredRow(row.GetInt64(0),
        new EntryRow(row.GetInt64(1), row.GetString(2), row.GetFieldValue<byte[]>(3), Text(4), Text(7), Text(8), Text(9),
            row.IsDBNull(10) ? null : row.GetInt32(10), row.IsDBNull(11) ? null : row.GetInt64(11)), Text(5), Text(6));

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    /// <summary>The first column that says something else than the entry; null where all agree.</summary>
    public string? Difference(SealedEntry entry, StreamRow stream)
    {
        var right = EntryRow.Of(entry);
        var isActivity = right.Kind is not null;
        return Entry.Id != right.Id ? "id" : Entry.Target != right.Target ? "target" : Entry.Kind != right.Kind ? "kind"
            : Entry.Key != right.Key ? "object_key" : Entry.Actor != right.Actor ? "actor" : Entry.OnLast != right.OnLast ? "on_last"
            : Entry.Recorded != right.Recorded ? "recorded" : Chamber != (isActivity ? stream.Stream.Name : null) ? "chamber"
            : Seat != (isActivity ? stream.Seat : null) ? "seat" : null;
    }
}
