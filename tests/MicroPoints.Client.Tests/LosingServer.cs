using System.Net;
using MicroPoints.Activities;
using MicroPoints.Api;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MicroPoints.Client.Tests;

/// <summary>The API over a log whose next append succeeds without anybody learning of it.</summary>
internal sealed class LosingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LosingServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<LosingServer> Over(IEventLog log)
    {
        // The log was opened before, so nothing is appended by this opening.
        var workspace = await Workspace.Open(
            new WorkspaceParts(new FaultyLog(log, failing: 1, afterAppend: true), YamlRules.Instance, TimeProvider.System,
                new RandomSalts()),
            ShippedFiles.Read(ShippedFiles.Folder), new Actor(new ActorId("server"), Role.Approver, RegionCode.Nation),
            CancellationToken.None);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHttpApi(workspace, new NoChecks(), new ApiOptions());
        var app = builder.Build();
        app.UseHttpApi();
        await app.StartAsync();
        return new LosingServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class NoChecks : IRuleChecks
    {
        public CheckedRules Check(ReadOnlyMemory<byte> rules, ReadOnlyMemory<byte> activities, KindCatalogue known) =>
            throw new NotSupportedException();

        public bool IsActivities(ReadOnlyMemory<byte> file) => throw new NotSupportedException();

        public CheckedKinds CheckActivities(ReadOnlyMemory<byte> activities) => throw new NotSupportedException();

        public RuleTestFindings Test(ReadOnlyMemory<byte> tests, string file, Ruleset ruleset, KindCatalogue kinds) =>
            throw new NotSupportedException();
    }
}
