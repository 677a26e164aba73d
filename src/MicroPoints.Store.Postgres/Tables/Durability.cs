using MicroPoints.Runtime;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>Looks, on every new connection, whether the server keeps what it acknowledges.</summary>
internal static class Durability
{
    /// <summary>
    /// A process that stands still in a transaction, or is cut off from the network, holds its streams no longer than this.
    /// </summary>
    private const string LetGo = "set idle_in_transaction_session_timeout = '10s'";

    public static async Task Check(NpgsqlConnection connection, string place, bool allowLoss)
    {
        await using (var show = new NpgsqlCommand("show transaction_read_only", connection))
            if (await show.ExecuteScalarAsync() is "on") throw new PostgresException("the server only lets read: it is a standby, "
                + "whose answers may be old; name the primary", "ERROR", "ERROR", PostgresErrorCodes.ReadOnlySqlTransaction);
        foreach (var setting in allowLoss ? (string[])[] : ["fsync", "synchronous_commit"])
        {
            await using var show = new NpgsqlCommand($"show {setting}", connection);
            if (await show.ExecuteScalarAsync() is "off") throw new StoreException(
                $"{place} runs with {setting} = off: what it acknowledges may be lost in a crash. "
                + $"Set {setting} = on in postgresql.conf (or for this user and database) and reload it.");
        }
        if (!allowLoss) await CheckStandby(connection, place);
        try
        {
            await using var set = new NpgsqlCommand(LetGo, connection);
            await set.ExecuteNonQueryAsync();
        }
        // Databases of the family that lack the setting go on without it.
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedObject) { }
    }

    /// <summary>Who names a synchronous standby trusts that it has what was acknowledged; local does not wait for it.</summary>
    /// <remarks>
    /// remote_write waits until the standby has it, though not on its disk: only a crash of both machines at once loses that.
    /// </remarks>
    private static async Task CheckStandby(NpgsqlConnection connection, string place)
    {
        await using var show = new NpgsqlCommand("""
            select current_setting('synchronous_commit') = 'local'
                and coalesce((select setting from pg_settings where name = 'synchronous_standby_names'), '') <> ''
            """, connection);
        if (await show.ExecuteScalarAsync() is true) throw new StoreException(
            $"{place} names synchronous standbys and runs with synchronous_commit = local, which does not wait for them: "
            + "what it acknowledges may be lost with its machine. Set synchronous_commit = on, or leave synchronous_standby_names empty.");
    }
}
