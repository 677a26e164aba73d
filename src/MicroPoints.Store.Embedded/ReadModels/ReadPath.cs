using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>The index that a question about activities walks; the first of these that it has something for.</summary>
internal enum ReadPath
{
    Chamber = 1,
    Key = 2,
    Kind = 3,
    Actor = 4,
    County = 5,
    Recorded = 6,
}

/// <summary>The questions as SQL: one fixed text for each path, whatever is asked; all that is given is a parameter.</summary>
internal static class ReadPaths
{
    public const string Chambers = $"""
        SELECT {ReadSchema.ChamberColumns} FROM chamber
        WHERE id > $after AND seat >= $seat_from AND seat < $seat_until
          AND ($name IS NULL OR instr(lower(name), lower($name)) > 0)
        ORDER BY id LIMIT $limit
        """;

    public const string Stamp =
        "SELECT stamp FROM chamber WHERE seat >= $seat_from AND seat < $seat_until AND stamp IS NOT NULL ORDER BY seat LIMIT 1";

    public static ReadPath Of(ActivityQuery query) =>
        query.Chamber is not null ? ReadPath.Chamber
        : query.Key is not null ? ReadPath.Key
        : query.Kind is not null ? ReadPath.Kind
        : query.By is not null ? ReadPath.Actor
        : query.Scope.Value.Length >= (int)RegionLevel.County ? ReadPath.County
        : ReadPath.Recorded;

    /// <remarks>
    /// The index is named, so that a text has one plan for ever: SQLite refuses to run it any other way. Instants never
    /// run backwards in a chamber, so its rows lie in the order of all paths already.
    /// </remarks>
    public static string Sql(ReadPath path) => path switch
    {
        ReadPath.Chamber => Text("NOT INDEXED", "chamber = $chamber AND sequence > $chamber_after", "sequence"),
        ReadPath.Key => Text($"INDEXED BY {ReadSchema.ByKey}", "\"key\" = $key", InOrder),
        ReadPath.Kind => Text($"INDEXED BY {ReadSchema.ByKind}", "kind = $kind", InOrder),
        ReadPath.Actor => Text($"INDEXED BY {ReadSchema.ByActor}", "recorded_by = $by", InOrder),
        ReadPath.County => Text($"INDEXED BY {ReadSchema.ByCounty}", $"{ReadSchema.County} = $county", InOrder),
        ReadPath.Recorded => Text($"INDEXED BY {ReadSchema.ByRecorded}", "$chamber IS NULL", InOrder),
        _ => throw new InvalidOperationException("unknown path"),
    };

    private const string InOrder = "recorded_ms, chamber, sequence";

    private static string Text(string index, string lead, string order) => $"""
        SELECT {ReadSchema.ActivityColumns} FROM activity {index}
        WHERE {lead}
          AND ({InOrder}) > ($after_ms, $after_chamber, $after_sequence) AND recorded_ms < $recorded_until
          AND seat >= $seat_from AND seat < $seat_until
          AND ($kind IS NULL OR kind = $kind) AND ($by IS NULL OR recorded_by = $by) AND ($key IS NULL OR "key" = $key)
          AND on_last >= $on_from AND on_last < $on_until AND ($reversed OR reversed_by IS NULL)
        ORDER BY {order} LIMIT $limit
        """;

    public static IReadOnlyDictionary<string, object?> Parameters(ActivityQuery query)
    {
        var after = After(query);
        return new Dictionary<string, object?>
        {
            ["$chamber"] = query.Chamber?.Value,
            ["$chamber_after"] = query.After is { } cursor && cursor.Chamber == query.Chamber ? cursor.Sequence : 0,
            ["$kind"] = query.Kind?.Value,
            ["$by"] = query.By?.Value,
            ["$key"] = query.Key,
            ["$county"] = query.Scope.Enclosing(RegionLevel.County).Value,
            ["$after_ms"] = after.Milliseconds,
            ["$after_chamber"] = after.Chamber,
            ["$after_sequence"] = after.Sequence,
            ["$recorded_until"] = query.RecordedUntil?.ToUnixTimeMilliseconds() ?? long.MaxValue,
            ["$seat_from"] = SeatFrom(query.Scope),
            ["$seat_until"] = SeatUntil(query.Scope),
            ["$on_from"] = query.OnFrom is { } from ? Calendar.Text(from) : "",
            ["$on_until"] = query.OnUntil is { } until ? Calendar.Text(until) : "~",
            ["$reversed"] = query.IncludeReversed ? 1L : 0L,
            ["$limit"] = query.Limit + 1L,
        };
    }

    public static IReadOnlyDictionary<string, object?> Parameters(ChamberQuery query) => new Dictionary<string, object?>
    {
        ["$after"] = query.After?.Value ?? "",
        ["$seat_from"] = SeatFrom(query.Scope),
        ["$seat_until"] = SeatUntil(query.Scope),
        ["$name"] = query.NameContains,
        ["$limit"] = query.Limit + 1L,
    };

    public static IReadOnlyDictionary<string, object?> Parameters(RegionCode scope) => new Dictionary<string, object?>
    {
        ["$seat_from"] = SeatFrom(scope),
        ["$seat_until"] = SeatUntil(scope),
    };

    /// <summary>Where the walk begins: after the page before, or before the first instant that can be meant.</summary>
    private static (long Milliseconds, string Chamber, long Sequence) After(ActivityQuery query)
    {
        var first = (Math.Max(query.RecordedFrom?.ToUnixTimeMilliseconds() ?? 0, DayOf(query.OnFrom)), "", 0L);
        return query.After is { } after && after.Recorded.ToUnixTimeMilliseconds() is var instant && instant >= first.Item1
            ? (instant, after.Chamber.Value, after.Sequence) : first;
    }

    /// <summary>Nothing is recorded before the day it stands for.</summary>
    private static long DayOf(DateOnly? on) => on is { } day ? Calendar.StartOf(day).ToUnixTimeMilliseconds() : 0;

    /// <summary>Seats within a region are a range of texts: a colon follows the digits.</summary>
    private static string SeatFrom(RegionCode scope) => scope.IsNation ? "" : scope.Value;

    private static string SeatUntil(RegionCode scope) => scope.IsNation ? ":" : $"{scope.Value}:";
}
