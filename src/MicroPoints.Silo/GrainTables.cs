using System.Net.Sockets;
using MicroPoints.Runtime;
using Npgsql;

namespace MicroPoints.Silo;

/// <summary>PostgreSQL tables for Orleans' ADO.NET providers: the states of grains, and which silos there are.</summary>
/// <remarks>
/// The providers name a query by its key and hand it parameters by name; the tables are our own. A state's key is unique here, so of two
/// silos that write a state for the first time one is refused: without that, two could each believe to have begun a stream.
/// </remarks>
internal static class GrainTables
{
    /// <summary>The ADO.NET provider, as Orleans names it.</summary>
    public const string Invariant = "Npgsql";

    private const int AttemptsMax = 5;

    private const string Tables = """
        create table if not exists OrleansQuery (QueryKey varchar(64) primary key, QueryText varchar(8000) not null);
        create table if not exists mp_grain_state (
            service varchar(150) not null, kind varchar(512) not null, n0 bigint not null, n1 bigint not null, name varchar(512) not null,
            payload bytea, version integer not null, primary key (service, kind, n0, n1, name));
        create table if not exists mp_cluster (
            deployment varchar(150) primary key, version integer not null, changed timestamp with time zone not null);
        create table if not exists mp_silo (
            deployment varchar(150) not null references mp_cluster, address varchar(45) not null, port integer not null,
            generation integer not null, name varchar(150) not null, host varchar(150) not null, status integer not null, gateway integer,
            suspected varchar(8000), started timestamp with time zone not null, alive timestamp with time zone not null,
            primary key (deployment, address, port, generation));
        """;

    private const string State = """
        service = @ServiceId and kind = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
            and name = coalesce(cast(@GrainIdExtensionString as varchar), '')
        """;

    private const string Silo = "deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation";

    private const string Silos = """
        select c.deployment as DeploymentId, s.address as Address, s.port as Port, s.generation as Generation, s.name as SiloName,
            s.host as HostName, s.status as Status, s.gateway as ProxyPort, s.suspected as SuspectTimes, s.started as StartTime,
            s.alive as IAmAliveTime, c.version as Version
        from mp_cluster c left join mp_silo s on s.deployment = c.deployment
        """;

    private const string NextVersion = """
        with moved as (update mp_cluster set version = version + 1, changed = now()
            where deployment = @DeploymentId and version = @Version returning 1)
        """;

    /// <summary>Begins each query of ours, so that those of another application are told from our older ones.</summary>
    private const string Marker = "/* micropoints */ ";

    private static readonly Dictionary<string, string> Queries = new()
    {
        ["ReadFromStorageKey"] = $"select payload as PayloadBinary, version as Version from mp_grain_state where {State}",
        // No new version is the answer where another was faster, which the provider takes for a conflict.
        ["WriteToStorageKey"] = $"""
            with known as (update mp_grain_state set payload = @PayloadBinary, version = version + 1
                where {State} and version = cast(@GrainStateVersion as integer) returning version),
            first as (insert into mp_grain_state (service, kind, n0, n1, name, payload, version)
                select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1,
                    coalesce(cast(@GrainIdExtensionString as varchar), ''), @PayloadBinary, 1
                where cast(@GrainStateVersion as integer) is null on conflict do nothing returning version)
            select coalesce((select version from known), (select version from first), cast(@GrainStateVersion as integer))
                as NewGrainStateVersion
            """,
        ["ClearStorageKey"] = $"""
            update mp_grain_state set payload = null, version = version + 1
            where {State} and version = cast(@GrainStateVersion as integer) returning version as NewGrainStateVersion
            """,
        ["DeleteStorageKey"] = $"""
            delete from mp_grain_state where {State} and version = cast(@GrainStateVersion as integer)
            returning version + 1 as NewGrainStateVersion
            """,
        ["InsertMembershipVersionKey"] = """
            with made as (insert into mp_cluster (deployment, version, changed) values (@DeploymentId, 0, now())
                on conflict do nothing returning 1)
            select cast(count(*) as integer) from made
            """,
        ["InsertMembershipKey"] = $"""
            {NextVersion}, added as (insert into mp_silo
                (deployment, address, port, generation, name, host, status, gateway, started, alive)
                select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
                from moved returning 1)
            select cast(count(*) as integer) from added
            """,
        ["UpdateMembershipKey"] = $"""
            {NextVersion}, known as (update mp_silo set status = @Status, suspected = @SuspectTimes, alive = @IAmAliveTime
                from moved where {Silo} returning 1)
            select cast(count(*) as integer) from known
            """,
        ["UpdateIAmAlivetimeKey"] = $"update mp_silo set alive = @IAmAliveTime where {Silo}",
        ["MembershipReadRowKey"] = $"""
            {Silos} and s.address = @Address and s.port = @Port and s.generation = @Generation where c.deployment = @DeploymentId
            """,
        ["MembershipReadAllKey"] = $"{Silos} where c.deployment = @DeploymentId",
        ["GatewaysQueryKey"] = """
            select address as Address, gateway as ProxyPort, generation as Generation from mp_silo
            where deployment = @DeploymentId and status = @Status and gateway > 0
            """,
        ["DeleteMembershipTableEntriesKey"] = """
            delete from mp_silo where deployment = @DeploymentId; delete from mp_cluster where deployment = @DeploymentId
            """,
        ["CleanupDefunctSiloEntriesKey"] = """
            delete from mp_silo where deployment = @DeploymentId and alive < @IAmAliveTime and status <> 3
            """,
    };

    /// <summary>Makes what is not there yet; several silos may start at once.</summary>
    /// <param name="setting">What names the database, for the words of a refusal.</param>
    /// <exception cref="StoreException">The database cannot be reached, does not let us, or is another application's.</exception>
    public static async Task Prepare(string connection, string setting, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await using var database = new NpgsqlConnection(connection);
                await database.OpenAsync(cancel);
                await using var transaction = await database.BeginTransactionAsync(cancel);
                await Run(database, Tables, cancel);
                await Run(database, "lock table OrleansQuery in exclusive mode", cancel);
                if (await Foreign(database, cancel) is { } foreign) throw new StoreException(
                    $"{setting} names a database that another Orleans application uses: its OrleansQuery holds a {foreign} "
                    + "that is not ours. Name another database, or another schema by Search Path");
                foreach (var (key, text) in Queries) await Run(database, """
                    insert into OrleansQuery (QueryKey, QueryText) values ($1, $2)
                    on conflict (QueryKey) do update set QueryText = excluded.QueryText
                    """, cancel, key, Marker + text);
                await transaction.CommitAsync(cancel);
                return;
            }
            // Another silo made the same table at this moment.
            catch (PostgresException) when (attempt < AttemptsMax) { await Task.Delay(attempt * 50, cancel); }
            catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException or ArgumentException)
            {
                throw new StoreException($"the database that {setting} names cannot be prepared: {e.Message}. "
                    + "Look whether it runs and can be reached, and whether its user may make tables (grant create on schema)", e);
            }
    }

    /// <summary>The key of a query that somebody else wrote; null where there is none.</summary>
    private static async Task<string?> Foreign(NpgsqlConnection database, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select QueryKey from OrleansQuery where QueryKey = any($1) and not starts_with(QueryText, $2) order by 1 limit 1", database);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Queries.Keys] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Marker });
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    private static async Task Run(NpgsqlConnection database, string sql, CancellationToken cancel, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, database);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
