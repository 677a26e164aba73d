using MicroPoints.Streams;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>A stream's row: its number in this database, where it belongs and where it ends.</summary>
/// <param name="Head">Empty for a row that was made for a first append that did not come to be.</param>
internal sealed record StreamRow(long Number, StreamId Stream, string Seat, Head Head)
{
    public const string Columns = "s.number, s.type, s.name, s.seat, s.sequence, s.hash";

    public static StreamRow Read(NpgsqlDataReader row) => new(row.GetInt64(0), IdOf(row, 1), row.GetString(3),
        new Head(row.GetInt64(4), Digest.Read(row.GetFieldValue<byte[]>(5))));

    public static StreamId IdOf(NpgsqlDataReader row, int column) =>
        new((StreamType)row.GetInt32(column), row.GetString(column + 1));

    public static byte[] Bytes(Digest digest)
    {
        var bytes = new byte[Digest.Bytes];
        digest.Write(bytes);
        return bytes;
    }
}
