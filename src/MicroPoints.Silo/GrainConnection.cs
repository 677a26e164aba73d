using System.Data.Common;
using MicroPoints.Server;
using Npgsql;

namespace MicroPoints.Silo;

/// <summary>How the states' database is connected to where the setting leaves it open.</summary>
internal static class GrainConnection
{
    private const int StatementsMax = 20, ConnectionsMin = 8, ConnectionsPerProcessor = 4;

    /// <summary>Statements are prepared once a connection, and few connections write much; what the setting says stays.</summary>
    /// <remarks>
    /// With a hundred connections the database's processes are in each other's way: measured, eight that keep their statements take
    /// 1.7 times as many writes a second. A pooler that gives each transaction another session needs Max Auto Prepare=0.
    /// </remarks>
    public static string Of(ConnectionText connection)
    {
        var text = new NpgsqlConnectionStringBuilder(connection.Reveal());
        var said = new DbConnectionStringBuilder { ConnectionString = connection.Reveal() }.Keys.Cast<string>()
            .Select(k => k.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!said.Overlaps(["MaximumPoolSize", "MaxPoolSize"]))
            text.MaxPoolSize = Math.Max(ConnectionsMin, Environment.ProcessorCount * ConnectionsPerProcessor);
        if (!said.Contains("MaxAutoPrepare")) (text.MaxAutoPrepare, text.NoResetOnClose) = (StatementsMax, true);
        return text.ConnectionString;
    }
}
