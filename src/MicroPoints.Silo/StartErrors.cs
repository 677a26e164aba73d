using System.Net.Sockets;
using Azure.Storage.Blobs;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Npgsql;

namespace MicroPoints.Silo;

/// <summary>Says of a silo that cannot start which setting is to be looked at, and never shows a connection's text.</summary>
internal static class StartErrors
{
    /// <exception cref="StoreException">A connection's text is malformed.</exception>
    public static void Check(SiloSettings settings)
    {
        if (settings.Storage is { Kind: GrainStorageKind.Azure } azure)
            Read("--storage", "azure: and an Azure Storage account's connection string",
                () => _ = new BlobServiceClient(azure.Connection.Reveal()));
        const string database = "'Host=db.example;Database=micropoints;Username=micropoints'";
        if (settings.Storage is { Kind: GrainStorageKind.Postgres } postgres)
            Read("--storage", $"postgres: and a connection such as {database}", () => Host(postgres.Connection));
        if (settings.Membership is { } membership) Read("--membership", $"a connection such as {database}", () => Host(membership));
    }

    /// <summary>Starts a silo, or disposes it.</summary>
    /// <exception cref="StoreException">It cannot start.</exception>
    public static async Task<IHost> Start(IHost silo, SiloSettings settings, CancellationToken cancel)
    {
        try
        {
            await silo.StartAsync(cancel);
            return silo;
        }
        catch (Exception e)
        {
            silo.Dispose();
            if (cancel.IsCancellationRequested) throw;
            throw new StoreException(Told(Causes(e).ToList(), settings), e);
        }
    }

    private static string Told(List<Exception> causes, SiloSettings settings)
    {
        if (causes.OfType<SocketException>().FirstOrDefault(s => s.SocketErrorCode
            is SocketError.AddressAlreadyInUse or SocketError.AddressNotAvailable or SocketError.AccessDenied) is { } port)
            return $"the silo cannot listen on port {settings.Advertised.Port} (--silo) or {Gateway(settings)} (--gateway-port): "
                + $"{port.Message}. End what listens there, or set other ports";
        if (causes.OfType<Azure.RequestFailedException>().FirstOrDefault() is { } azure) return
            $"the grains' storage does not answer as it must: {FirstLine(azure)}. "
            + "Look at --storage, and whether the account can be reached";
        if (causes.OfType<NpgsqlException>().FirstOrDefault() is { } database) return
            $"the silo's database does not answer as it must: {FirstLine(database)}. Look at --storage and --membership";
        return $"the silo does not start: {FirstLine(causes[^1])}. "
            + "Look at --storage, --membership, --silo and --gateway-port, and whether what they name can be reached";
    }

    private static string Gateway(SiloSettings settings) =>
        settings.GatewayPort is { } port ? $"{port}" : settings.Membership is null ? $"{SiloHosting.GatewayPortAlone}" : "none";

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd('\r', '.', ' ');

    /// <summary>An error with all that is inside of it, the innermost last.</summary>
    private static IEnumerable<Exception> Causes(Exception e) =>
        [e, .. (e is AggregateException many ? many.InnerExceptions : e.InnerException is { } one ? [one] : (IReadOnlyList<Exception>)[])
            .SelectMany(Causes)];

    private static void Host(ConnectionText database)
    {
        if (string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(database.Reveal()).Host)) throw new FormatException();
    }

    private static void Read(string setting, string wanted, Action read)
    {
        // What the reader says may quote the text, and with it a password.
        try { read(); }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new StoreException($"{setting} cannot be read: it must be {wanted}");
        }
    }
}
