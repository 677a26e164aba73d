using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>An activity as a row: every column of a fact, both ways.</summary>
internal static class ActivityRow
{
    /// <summary>The values of a new row, in the order of <see cref="ReadSchema.ActivityColumns"/>.</summary>
    public static object?[] Values(SealedEntry entry, Fact fact, string seat) =>
    [
        entry.Stream.Name, entry.Sequence, seat, entry.Id.Value, fact.Kind.Value, (long)fact.Nature,
        Calendar.Text(fact.On.Last), (long)fact.On.Precision, fact.Expires is { } expires ? Calendar.Text(expires) : null,
        entry.At.ToUnixTimeMilliseconds(), entry.By.Value, fact.Key, fact.Part?.ToString(),
        .. Measure(fact.Measured), null, (entry.Body as ActivityCarried)?.Origin.Value,
        entry.Body is ActivityRecorded { IsPostClose: true } ? 1L : 0L,
    ];

    public static FoundActivity Read(SqliteDataReader row) => new(
        new ChamberId(row.GetString(0)), row.GetInt64(1), new EntryId(row.GetString(3)), ReadFact(row),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)), new ActorId(row.GetString(10)),
        Text(row, 21) is { } reversal ? new EntryId(reversal) : null,
        Text(row, 22) is { } origin ? new ChamberId(origin) : null, row.GetInt64(23) != 0);

    public static FoundChamber ReadChamber(SqliteDataReader row) => new(
        new ChamberId(row.GetString(0)), row.GetString(1), row.GetString(2), new RegionCode(row.GetString(3)),
        ReadDay(row, 4), ReadDay(row, 5));

    /// <summary>The columns measure through due. The number is in hundredths, as the tally takes it.</summary>
    private static object?[] Measure(Measured measured)
    {
        var row = new object?[8];
        (row[0], row[1], row[2]) = ((long)measured.Type, measured.NumberHundredths, measured.Choice);
        switch (measured)
        {
            case Measured.Rate rate:
                (row[3], row[4], row[5]) = (rate.Answered, rate.Satisfied, rate.Asked);
                break;
            case Measured.Share share:
                (row[6], row[7]) = (share.Done, share.Of);
                break;
        }
        return row;
    }

    private static Fact ReadFact(SqliteDataReader row) => new(
        new KindId(row.GetString(4)), (Nature)row.GetInt64(5),
        On.Ending(ReadDay(row, 6)!.Value, (Precision)row.GetInt64(7)), ReadDay(row, 8), ReadMeasure(row),
        Text(row, 11), Part.TryParse(Text(row, 12), out var part) ? part : null);

    private static Measured ReadMeasure(SqliteDataReader row) => (MeasureType)row.GetInt64(13) switch
    {
        MeasureType.Count => new Measured.Count(row.GetInt64(14) / 100),
        MeasureType.Quantity => new Measured.Quantity(row.GetInt64(14)),
        MeasureType.Rate => new Measured.Rate(row.GetInt64(16), row.GetInt64(17), row.GetInt64(18)),
        MeasureType.Share => new Measured.Share(row.GetInt64(19), row.GetInt64(20)),
        MeasureType.Option => new Measured.Option(row.GetString(15)),
        MeasureType.Flag => new Measured.Flag(row.GetInt64(14) != 0),
        MeasureType.Points => new Measured.Awarded(new Points(row.GetInt64(14))),
        _ => throw new InvariantException("a row has a measure that this version does not write"),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? ReadDay(SqliteDataReader row, int column) => Text(row, column) is not { } text ? null
        : Calendar.TryParseDay(text, out var day) ? day : throw new InvariantException($"'{text}' in a row is not a day");
}
