namespace MicroPoints.Store.Embedded;

/// <summary>The tables of the read model, and the indexes that its questions walk.</summary>
/// <remarks>
/// Rows of <c>activity</c> lie in the order of chamber and sequence, and every index ends in these two, so that each page
/// is a walk along one index. No reason, no evidence and no person's name is in it.
/// </remarks>
internal static class ReadSchema
{
    /// <summary>Of these tables; a file of another version is built anew.</summary>
    public const long Version = 1;

    public const string ByRecorded = "activity_by_recorded";
    public const string ByCounty = "activity_by_county";
    public const string ByKind = "activity_by_kind";
    public const string ByKey = "activity_by_key";
    public const string ByActor = "activity_by_actor";

    /// <summary>A seat's county; no seat is above one.</summary>
    public const string County = "substr(seat, 1, 6)";

    /// <summary>All columns of an activity, in the order of <see cref="ActivityRow"/>.</summary>
    public const string ActivityColumns = """
        chamber, sequence, seat, id, kind, nature, on_last, precision, expires, recorded_ms, recorded_by, "key", part,
        measure, number, option, answered, satisfied, asked, done, due, reversed_by, origin, post_close
        """;

    public const string ChamberColumns = "id, name, kind, seat, founded, ended_on, stamp";

    public const string Tables = $"""
        CREATE TABLE about (schema INTEGER NOT NULL);
        CREATE TABLE stream (
          stream TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE chamber (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, seat TEXT NOT NULL,
          founded TEXT, ended_on TEXT, stamp TEXT) STRICT, WITHOUT ROWID;
        CREATE INDEX chamber_by_stamp ON chamber (seat) WHERE stamp IS NOT NULL;
        CREATE TABLE activity (
          chamber TEXT NOT NULL, sequence INTEGER NOT NULL, seat TEXT NOT NULL, id TEXT NOT NULL,
          kind TEXT NOT NULL, nature INTEGER NOT NULL, on_last TEXT NOT NULL, precision INTEGER NOT NULL, expires TEXT,
          recorded_ms INTEGER NOT NULL, recorded_by TEXT NOT NULL, "key" TEXT, part TEXT,
          measure INTEGER NOT NULL, number INTEGER NOT NULL, option TEXT, answered INTEGER, satisfied INTEGER, asked INTEGER,
          done INTEGER, due INTEGER, reversed_by TEXT, origin TEXT, post_close INTEGER NOT NULL,
          PRIMARY KEY (chamber, sequence)) STRICT, WITHOUT ROWID;
        CREATE INDEX {ByRecorded} ON activity (recorded_ms);
        CREATE INDEX {ByCounty} ON activity ({County}, recorded_ms);
        CREATE INDEX {ByKind} ON activity (kind, recorded_ms);
        CREATE INDEX {ByKey} ON activity ("key", recorded_ms) WHERE "key" IS NOT NULL;
        CREATE INDEX {ByActor} ON activity (recorded_by, recorded_ms);
        """;
}
