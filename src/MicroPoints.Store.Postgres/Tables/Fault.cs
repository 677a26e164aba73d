using System.Net.Sockets;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>What an error of the database means for who called.</summary>
internal static class Fault
{
    private const string DataClass = "22", ConstraintClass = "23", LimitClass = "54";

    public static bool IsOfDatabase(Exception e) => e is NpgsqlException or IOException or SocketException or TimeoutException;

    /// <summary>Whether another attempt may succeed where this one did not reach a commit.</summary>
    public static bool MayPass(Exception e) => e is PostgresException refused
        // A primary that became a standby is found anew by the next connection.
        ? refused.IsTransient || refused.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction || IsOfConnection(e)
        : IsOfDatabase(e);

    /// <summary>Whether the connections that are open are probably lost too.</summary>
    public static bool IsOfConnection(Exception e) => e is PostgresException refused
        ? refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.ReadOnlySqlTransaction || refused.SqlState.StartsWith("08", StringComparison.Ordinal)
        : IsOfDatabase(e);

    /// <summary>Whether what was sent is at fault, and other appends beside it are not.</summary>
    public static bool IsOfContent(Exception e) =>
        e is PostgresException refused && refused.SqlState[..2] is DataClass or ConstraintClass or LimitClass;

    /// <summary>In a line, without anything that was sent.</summary>
    public static string Text(Exception e) => e is PostgresException refused
        ? $"{refused.MessageText} (SQLSTATE {refused.SqlState})"
        : e.InnerException is { } inner && inner.Message != e.Message ? $"{e.Message}: {inner.Message}" : e.Message;
}
