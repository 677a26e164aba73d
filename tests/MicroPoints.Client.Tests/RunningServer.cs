using MicroPoints.Api;
using MicroPoints.Chambers;
using MicroPoints.Conformance;
using MicroPoints.Conformance.Clients;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Store.Embedded;
using Microsoft.AspNetCore.Builder;

namespace MicroPoints.Client.Tests;

/// <summary>The server itself, over a journal in a directory of its own, on a free port.</summary>
internal abstract class RunningServer : ClientFixture
{
    private static readonly Actor Authority = new(new ActorId("authority"), Role.Approver, RegionCode.Nation);

    private static readonly (string Id, string Name, string Kind, string Seat)[] Chambers =
    [
        (East, "青石镇商会", "township", "990101101"), (West, "白沙镇商会", "township", "990101102"),
        (Street, "红枫街道商会", "street", "990101001"),
    ];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-client-");
    private JournalEventLog _log = null!;
    private WebApplication _app = null!;

    public override Uri Address => new(_app.Urls.First());
    public override string Key => _key;
    private string _key = "";

    public async Task<ClientFixture> Begin(ServerNeeds needs)
    {
        _log = JournalEventLog.Open(_directory.FullName, new JournalOptions { OnFatal = e => Environment.FailFast(e.Message) });
        var workspace = await Open(_log);
        _key = (await workspace.Keys.Issue(
            new NewKey(new KeyId("clerk"), null, Role.Clerk, new RegionCode("990101"), null), Authority, CancellationToken.None)).Secret;
        foreach (var (id, name, kind, seat) in Chambers)
            await workspace.Register.Put(
                new ChamberId(id), new ChamberProfile(name, kind, new RegionCode(seat)), Authority, CancellationToken.None);
        // Opened again over a log that fails: nothing is appended by the opening itself.
        if (needs.LosesAnAnswer) workspace = await Open(new FaultyLog(_log, failing: 1, afterAppend: true));
        var api = needs.RequestsPerSecond is { } rate ? new ApiOptions { RequestsPerSecond = rate, RequestsAtOnce = rate } : new ApiOptions();
        _app = Hosting.Build(
            new ServerOptions { Data = _directory.FullName, Url = "http://127.0.0.1:0", Api = api }, workspace);
        await _app.StartAsync();
        return this;
    }

    public override async Task<long> Entries(string chamber) =>
        (await _log.Cut(RegionCode.Nation, CancellationToken.None)).Single(h => h.Stream == StreamId.Of(new ChamberId(chamber))).Head.Sequence;

    public override async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _log.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static ValueTask<Workspace> Open(IEventLog log) => Workspace.Open(
        new WorkspaceParts(log, YamlRules.Instance, TimeProvider.System, new RandomSalts()),
        ShippedFiles.Read(ShippedFiles.Folder), Authority, CancellationToken.None);
}
