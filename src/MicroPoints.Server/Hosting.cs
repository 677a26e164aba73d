using System.Reflection;
using MicroPoints.Api;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Streams;
using MicroPoints.Web;

namespace MicroPoints.Server;

/// <summary>Composes a server from its options and runs it.</summary>
public static class Hosting
{
    /// <summary>What is built into this program.</summary>
    public static readonly IReadOnlyList<string> Editions =
        [.. BuiltIn, DirectoryStore.Kind, DatabaseStore.Kind];

    internal static IEnumerable<string> BuiltIn =>
        [.. Engines.Names.Select(e => $"engine {e}"), $"entries {SealedEntry.Format}", $"proofs {Proof.Semantics}"];

    internal static string Version => typeof(Hosting).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Opens the store, serves until it is told to stop, lets requests finish and closes the store.</summary>
    public static async Task Run(ServerOptions options, TextWriter output, CancellationToken cancel)
    {
        await using var server = await Start(options, output, EndOn, cancel);
        await server.Stopped(cancel);
    }

    /// <summary>Ends a process that has only this to do: after a failed flush nobody knows what the disk holds.</summary>
    internal static void EndOn(StoreException failed) => Environment.FailFast($"micropoints: {failed.Message}");

    /// <summary>A server that runs; whoever disposes it stops it.</summary>
    /// <param name="onFatal">Called when a write to the disk failed. A process that has only this to do must end.</param>
    public static Task<RunningServer> Start(
        ServerOptions options, TextWriter output, Action<StoreException> onFatal, CancellationToken cancel) => options.Silo is not null
            ? throw new ConfigurationException(
                ["storage, membership, silo, gatewayPort and firstKey are settings of MicroPoints.Silo, the cluster edition"])
            : Start(options, output, (clock, tell) => OpenedStore.Open(options, clock, tell, onFatal, cancel), cancel);

    /// <summary>The same over a store that another program opens, given what tells the time and to whom it tells a line.</summary>
    internal static async Task<RunningServer> Start(
        ServerOptions options, TextWriter output, Func<TimeProvider, Action<string>, Task<OpenedStore>> open, CancellationToken cancel)
    {
        var clock = options.Demo ? new DemoClock(await DemoCounty.Prepare(options.Data, cancel)) : TimeProvider.System;
        var store = await open(options.Clock ?? clock, line => output.WriteLine($"micropoints: {line}"));
        var exporting = new Exporting(options.Otlp);
        WebApplication? app = null;
        try
        {
            app = Build(options, store, exporting);
            await app.StartAsync(cancel);
            var address = app.Urls.First();
            var link = await Welcome(options, output, store, address, cancel);
            return new RunningServer(app, store, exporting, address, link);
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            await store.DisposeAsync();
            exporting.Dispose();
            throw;
        }
    }

    /// <summary>Prints how to get in.</summary>
    /// <returns>Where whoever started it begins: the demo's desk, a password to be set, or the desk that asks for one.</returns>
    private static async Task<string> Welcome(
        ServerOptions options, TextWriter output, OpenedStore store, string address, CancellationToken cancel)
    {
        var reached = Reached.From(options, address);
        if (options.Demo) await output.WriteLineAsync(DemoCounty.Welcome(
            reached, options.DemoTicket, await DemoCounty.Key(options.Data, store.Workspace, cancel)));
        else await output.WriteLineAsync($"micropoints listens on {address}");
        if (Reached.Warning(options) is { } warning) await output.WriteLineAsync(warning);
        if (options.Demo) return DemoCounty.DeskAt(reached, options.DemoTicket);
        if (await FirstAccount.Link(store.Workspace, options.Scope, cancel) is not { } secret) return DeskAt(reached);
        await output.WriteLineAsync(FirstAccount.Words(reached, secret));
        return HandedOn.SetPassword(reached, secret);
    }

    /// <summary>The desk, which asks whoever has not signed in for the password.</summary>
    internal static string DeskAt(string address) => $"{address}{Desk.Home}";

    private static WebApplication Build(ServerOptions options, OpenedStore store, Exporting exporting)
    {
        var certificate = options.Certificate?.Load();
        // Nothing but our own options sets anything: no appsettings.json, no ASPNETCORE_ variables.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The API refuses at its own limits. Somewhat above them the rest is still read, so that the refusal arrives.
            kestrel.Limits.MaxRequestBodySize = 4L * Limits.BatchBodyBytesMax;
            kestrel.Listen(options.Listen, place =>
            {
                if (certificate is not null) place.UseHttps(certificate);
            });
        }).UseKestrelHttpsConfiguration();
        Logs.Add(builder.Logging, options);
        // That cookies' keys lie beside the data as plainly as the data themselves is meant so.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // That pages are kept by nobody, which their forms ask for as well, is said with each of them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        exporting.Add(builder);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopWithin);
        builder.Services.AddSingleton(store.Search);
        builder.Services.AddHttpApi(store.Workspace, YamlRules.Instance, options.Api with
        {
            Editions = [.. BuiltIn, store.Name],
            StoreIsFine = () => store.IsFine,
            Version = Version,
        });
        // What ends last is named first: the backup at the end holds what the pages' long work wrote.
        BackupTurns.Add(builder.Services, options, store.Workspace);
        builder.Services.AddSingleton<IDraftFormat>(YamlRules.Instance).AddPages(Pages(options));
        var app = builder.Build();
        app.UseHttpApi();
        // Pages have their own way in: the cookie of somebody signed in, asked for where nothing else is said.
        var (open, desk) = app.MapPages();
        open.NeedsNoKey();
        desk.NeedsNoKey();
        return app;
    }

    private static PageOptions Pages(ServerOptions options) => new(options.Demo || options.PublicPage,
        options.Demo ? DemoCounty.Scope : options.Scope, options.Demo ? Runtime.Demo.DemoPlan.Year : null)
    {
        Keys = Path.Combine(options.Data, "derived", "cookies"),
        Uploads = Path.Combine(options.Data, "derived", "uploads"),
        AnswersWithin = options.PagesAnswerWithin,
        DemoTicket = options.Demo ? options.DemoTicket : null,
        CookieMark = CookieMark.Of(options),
        IsOnNetwork = options.Lan,
        Address = options is { Lan: true, LanHost: { } host, Listen.Port: > 0 }
            ? Reached.Address(options, host, options.Listen.Port) : null,
    };
}
