using System.Diagnostics;
using MicroPoints.Runtime;
using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>The connections of one process to a database, and what to make of their errors.</summary>
internal sealed class Database : IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _source;
    private readonly PostgresOptions _options;

    private Database(NpgsqlConnectionStringBuilder settings, PostgresOptions options)
    {
        (_options, User) = (options, settings.Username ?? "the user");
        Place = $"database {settings.Database ?? settings.Username} at {settings.Host}"
            + (settings.Host?.Contains(',') == true ? "" : $":{settings.Port}");
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(_ => throw new NotSupportedException("connections are opened without blocking"),
            connection => Durability.Check(connection, Place, options.AllowLoss));
        _source = builder.Build();
    }

    /// <summary>Which database this is, for messages; no password is in it.</summary>
    public string Place { get; }

    public string User { get; }

    /// <exception cref="StoreException">The connection string cannot be read.</exception>
    public static Database Of(string connectionString, PostgresOptions options)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(settings.Host)) throw new ArgumentException("it names no Host");
            Default("Maximum Pool Size", () => settings.MaxPoolSize = options.ConnectionsMax);
            Default("Max Auto Prepare", () => settings.MaxAutoPrepare = 30);
            Default("Auto Prepare Min Usages", () => settings.AutoPrepareMinUsages = 2);
            Default("Keepalive", () => settings.KeepAlive = 30);
            if (settings.Host.Contains(','))
            {
                // A standby's answer may be older than what was acknowledged.
                Default("Target Session Attributes", () => settings.TargetSessionAttributes = "primary");
                if (settings.TargetSessionAttributes is not ("primary" or "read-write")) throw new ArgumentException(
                    "of several hosts the primary is needed: say Target Session Attributes=primary");
            }
            // Of several hosts: what was a standby a second ago may be the primary now.
            Default("Host Recheck Seconds", () => settings.HostRecheckSeconds = 1);
            Default("Application Name", () => settings.ApplicationName = "micropoints");
            // Nothing is set on a session but what every session has from its opening.
            settings.NoResetOnClose = true;
            return new Database(settings, options);

            void Default(string keyword, Action set)
            {
                if (!settings.ShouldSerialize(keyword)) set();
            }
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or NotSupportedException)
        {
            throw new StoreException($"the connection string cannot be used: {e.Message}. "
                + "It is like 'Host=db.example;Database=micropoints;Username=micropoints;Password=…'.", e);
        }
    }

    public ValueTask<NpgsqlConnection> Connect(CancellationToken cancel) => _source.OpenConnectionAsync(cancel);

    /// <summary>Asks something that may be asked twice; a database that is away is waited for.</summary>
    /// <exception cref="StoreException">It cannot be asked.</exception>
    public async ValueTask<T> Ask<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await Connect(cancel);
                return await ask(connection);
            }
            catch (Exception e) when (Fault.IsOfDatabase(e) && !cancel.IsCancellationRequested)
            {
                if (!Fault.MayPass(e) || HasWaited(started)) throw new StoreException($"{Place} cannot be asked: {Fault.Text(e)}", e);
                await Wait(e, attempt, cancel);
            }
        }
    }

    /// <summary>Whether a call that began then has waited for the database as long as it may.</summary>
    public bool HasWaited(long started) => Stopwatch.GetElapsedTime(started) > _options.RecoversWithin;

    /// <summary>Waits before the next attempt; connections that were open are not believed any more.</summary>
    public Task Wait(Exception why, int attempt, CancellationToken cancel)
    {
        if (Fault.IsOfConnection(why)) _source.Clear();
        var wait = FirstWait * Math.Pow(2, Math.Min(attempt, 10));
        return Task.Delay(wait < LongestWait ? wait : LongestWait, cancel);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
