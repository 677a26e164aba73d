using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using MicroPoints.Client;
using MicroPoints.Rounds;
using MicroPoints.Server;
using MicroPoints.Streams;

namespace MicroPoints.Cli.Terminal;

/// <summary>Prints the version and what was built in, and that of a server that is named.</summary>
internal sealed class VersionText : AsynchronousCommandLineAction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private VersionText() { }

    /// <summary>The option; others that every verb has may stand beside it, but no verb.</summary>
    public static VersionOption Option()
    {
        var option = new VersionOption { Action = new VersionText() };
        option.Validators.Clear();
        option.Validators.Add(result =>
        {
            if (result.Parent is CommandResult all && all.Children.Any(c => c is not OptionResult))
                result.AddError("--version stands without a verb, alone or with --server");
        });
        return option;
    }

    public override Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default) =>
        Guard.Run(() => Print(parseResult, cancellationToken));

    private static async Task<int> Print(ParseResult parsed, CancellationToken cancel)
    {
        var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        // Asked first, so that what is printed is the whole answer.
        var served = Place.ServerOf(parsed) is { } server ? await OfServer(ServerAccess.Address(server), cancel) : null;
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"""
            micropoints {version}
            engines: {string.Join(", ", Engines.Names)}
            entries: {SealedEntry.Format}; proofs: {Proof.Semantics}
            stores: embedded journal, PostgreSQL
            not built in: {(Engines.Others.Count == 0 ? "NRules, " : "")}Orleans grains and Azure Storage (MicroPoints.Silo), Refit client
            """);
        if (served is not null) await output.WriteLineAsync(served);
        return ExitCode.Fine;
    }

    private static async Task<string> OfServer(Uri address, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = address, Timeout = Patience };
        var client = new MicroPointsClient(http, new ClientOptions { Retry = new RetryOptions { Attempts = 1 } });
        var health = await client.GetHealth(cancel);
        return $"""
            server {address.AbsoluteUri.TrimEnd('/')}: micropoints {health.Version ?? "of a version that it does not name"}
              {string.Join("; ", health.Editions)}
            """;
    }
}
