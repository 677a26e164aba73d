using System.Globalization;
using MicroPoints.Runtime;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>Makes the tables where there are none, and refuses those of another program or of a later version.</summary>
internal static class Preparation
{
    private const int AttemptsMax = 5;

    public static async Task Run(Database database, CancellationToken cancel, bool forMigration = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await database.Connect(cancel);
            if (await IsThere(connection, cancel))
            {
                await CheckForm(database, connection, cancel, forMigration);
                return;
            }
            try
            {
                await Make(connection, cancel);
                return;
            }
            // Another process makes them at this moment: what it made is looked at again.
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable
                or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DeadlockDetected)
            {
                if (attempt == AttemptsMax) throw new StoreException($"{database.Place} has tables of MicroPoints' names without "
                    + $"{Schema.Store}: they are another program's, or what is left of a store. Name an empty database.", e);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new StoreException($"{database.Place} has no tables yet and {database.User} may not make them: {e.MessageText}. "
                    + $"Let the database's owner run 'grant create on schema public to {database.User}'.", e);
            }
        }
    }

    /// <summary>Refuses a database without this program's tables, and makes none.</summary>
    public static async Task CheckOnly(
        Database database, NpgsqlConnection connection, CancellationToken cancel, bool forMigration = false)
    {
        if (!await IsThere(connection, cancel)) throw new StoreException(
            $"{database.Place} holds no MicroPoints: see that the connection string names the right database.");
        await CheckForm(database, connection, cancel, forMigration);
    }

    private static async Task<bool> IsThere(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = $1", connection)
        {
            Parameters = { new() { Value = Schema.Store } },
        };
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) > 0;
    }

    /// <summary>All in one transaction: a process that dies in it leaves nothing.</summary>
    private static async Task Make(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var sql in Schema.Tables.Prepend(Schema.StoreTable))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    private static async Task CheckForm(
        Database database, NpgsqlConnection connection, CancellationToken cancel, bool forMigration)
    {
        try
        {
            await using var command = new NpgsqlCommand($"select form, version from {Schema.Store}", connection);
            await using var row = await command.ExecuteReaderAsync(cancel);
            if (!await row.ReadAsync(cancel) || row.GetString(0) is not (Schema.Form or Schema.Migrating)) throw Foreign(database, null);
            if (row.GetString(0) == Schema.Migrating && !forMigration) throw new StoreException($"{database.Place} holds a part of "
                + "what is being migrated into it: run the same 'micropoints migrate' again, which goes on where it broke off.");
            if (row.GetInt32(1) is var version && version != Schema.Version) throw new StoreException(
                $"{database.Place} is of version {version}, this program reads version {Schema.Version}: "
                + (version > Schema.Version ? "start the newer program again." : "start the older program again and migrate with it."));
            if (await row.ReadAsync(cancel)) throw Foreign(database, null);
        }
        catch (Exception e) when (e is InvalidCastException
            or PostgresException { SqlState: PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.WrongObjectType })
        {
            throw Foreign(database, e);
        }
    }

    private static StoreException Foreign(Database database, Exception? inner) => new(
        $"{database.Place} has a table {Schema.Store} that is not MicroPoints'. Name an empty database, or one of MicroPoints.", inner);
}
