namespace MicroPoints.Store.Postgres;

/// <summary>The tables, in SQL that databases of PostgreSQL's family understand too.</summary>
/// <remarks>
/// Names and ids are compared byte by byte, as the core does. Rows of <c>mp_entry</c> are only ever added. What stands
/// beside an entry's bytes is derived from them, for questions; verify compares it.
/// </remarks>
internal static class Schema
{
    /// <summary>What these tables are; a store of another form is not this program's.</summary>
    public const string Form = "micropoints-postgres";

    /// <summary>The form while another store is copied into these tables: nobody else works with a half of it.</summary>
    public const string Migrating = "micropoints-postgres-migrating";

    public const int Version = 1;

    public const string Store = "mp_store";

    /// <summary>Made first, so that of several processes one makes the rest.</summary>
    public const string StoreTable = """
        create table mp_store (form text not null, version integer not null, mark bigint not null)
        """;

    /// <summary>A seat's county; no seat is above one.</summary>
    public const string County = "substr(seat, 1, 6)";

    public static readonly IReadOnlyList<string> Tables =
    [
        "create sequence mp_stream_number",
        """
        create table mp_stream (
          number bigint primary key, type integer not null, name text collate "C" not null, seat text collate "C" not null,
          sequence bigint not null, hash bytea not null, changed bigint not null, unique (name, type)) with (fillfactor = 70)
        """,
        "create index mp_stream_by_seat on mp_stream (type, seat)",
        "create index mp_stream_by_change on mp_stream (changed) where type <> 1",
        """
        create table mp_entry (
          stream bigint not null, sequence bigint not null, id text collate "C" not null, bytes bytea not null,
          target text collate "C", chamber text collate "C", seat text collate "C", kind text collate "C",
          object_key text collate "C", actor text collate "C", on_last integer, recorded bigint,
          primary key (stream, sequence))
        """,
        "create index mp_entry_by_id on mp_entry (stream, id)",
        "create index mp_entry_by_target on mp_entry (stream, target) where target is not null",
        "create index mp_entry_by_recorded on mp_entry (recorded) where recorded is not null",
        $"create index mp_entry_by_county on mp_entry ({County}, recorded) where recorded is not null",
        "create index mp_entry_by_kind on mp_entry (kind, recorded) where recorded is not null",
        "create index mp_entry_by_key on mp_entry (object_key, recorded) where object_key is not null",
        "create index mp_entry_by_actor on mp_entry (actor, recorded) where recorded is not null",
        """
        create table mp_chamber (
          id text collate "C" primary key, name text not null, kind text not null, seat text collate "C" not null,
          founded integer, ended_on integer, stamp text)
        """,
        "create index mp_chamber_by_seat on mp_chamber (seat)",
        """
        create table mp_proof (
          round text collate "C" primary key, kept bigint not null, digest bytea not null, bytes bigint not null)
        """,
        """
        create table mp_proof_part (
          round text collate "C" not null, part integer not null, bytes bytea not null, primary key (round, part))
        """,
        $"insert into mp_store (form, version, mark) values ('{Form}', {Version}, 0)",
    ];
}
