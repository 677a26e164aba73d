using System.Net;
using MicroPoints.Api;
using MicroPoints.Conformance.Clients;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Client.Tests;

/// <summary>A server with three chambers of one county, over a journal in a directory of its own, on a free port.</summary>
public abstract class ServedCounty : ClientFixture
{
    private static readonly Actor Founder = new(new ActorId("authority"), Role.Approver, RegionCode.Nation);

    private static readonly (string Id, string Name, string Kind, string Seat)[] Chambers =
    [
        (East, "青石镇商会", "township", "990101101"), (West, "白沙镇商会", "township", "990101102"),
        (Street, "红枫街道商会", "street", "990101001"),
    ];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-client-");
    private RunningServer _server = null!;
    private LosingServer? _losing;
    private string _key = "", _authority = "";

    public override Uri Address => _losing?.Address ?? new Uri(_server.Address);
    public override string Key => _key;
    public override string Authority => _authority;

    public async Task<ClientFixture> Begin(ServerNeeds needs)
    {
        var usual = new ApiOptions();
        _server = await Serve(new ServerOptions
        {
            Data = _directory.FullName,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            LogLevel = LogLevel.None,
            Api = usual with
            {
                RequestsPerSecond = needs.RequestsPerSecond ?? usual.RequestsPerSecond,
                RequestsAtOnce = needs.RequestsPerSecond ?? usual.RequestsAtOnce,
            },
        });
        var workspace = _server.Workspace;
        _key = await Issue("clerk", Role.Clerk, new RegionCode("990101"));
        _authority = await Issue("authority", Role.Approver, RegionCode.Nation);
        foreach (var (id, name, kind, seat) in Chambers)
            await workspace.Register.Put(
                new ChamberId(id), new ChamberProfile(name, kind, new RegionCode(seat)), Founder, CancellationToken.None);
        if (needs.LosesAnAnswer) _losing = await LosingServer.Over(workspace.Log);
        return this;
    }

    /// <summary>Starts the server; whoever serves another way puts that here.</summary>
    protected virtual Task<RunningServer> Serve(ServerOptions options) =>
        Hosting.Start(options, TextWriter.Null, e => Environment.FailFast(e.Message), CancellationToken.None);

    private async Task<string> Issue(string id, Role role, RegionCode scope) => (await _server.Workspace.Keys.Issue(
        new NewKey(new KeyId(id), null, role, scope, null), Founder, CancellationToken.None)).Secret;

    public override async Task<long> Entries(string chamber) =>
        (await _server.Workspace.Log.Cut(RegionCode.Nation, CancellationToken.None))
            .Single(h => h.Stream == StreamId.Of(new ChamberId(chamber))).Head.Sequence;

    public override async ValueTask DisposeAsync()
    {
        if (_losing is not null) await _losing.DisposeAsync();
        await _server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
