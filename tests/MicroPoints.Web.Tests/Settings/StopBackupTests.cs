using System.Net;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Server;

namespace MicroPoints.Web.Tests;

/// <summary>A clerk works for an hour after the day's backup was written, and closes the program.</summary>
public sealed class StopBackupTests : IDisposable
{
    private static readonly Actor By = new(new ActorId("clerk"), Role.Approver, RegionCode.Nation);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-stop-");

    public void Dispose() => _directory.Delete(recursive: true);

    private Task<RunningServer> Start() => Hosting.Start(new ServerOptions
    {
        Data = Path.Combine(_directory.FullName, "data"),
        BackupTo = Directory.CreateDirectory(Path.Combine(_directory.FullName, "second")).FullName,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
    }, TextWriter.Null, e => throw e, default);

    private FileInfo? Written() => new DirectoryInfo(Path.Combine(_directory.FullName, "second")).GetFiles("*.zip").SingleOrDefault();

    [Fact]
    public async Task What_was_recorded_since_is_in_the_backup_when_it_has_stopped()
    {
        byte[] first;
        await using (var server = await Start())
        {
            for (var tries = 0; Written() is null && tries < 600; tries++) await Task.Delay(100);
            first = await File.ReadAllBytesAsync(Written()!.FullName);
            var register = new RegisterChamber(new EntryId("register"), "青石镇商会", "township", new RegionCode("990101001"), [], null);
            Assert.IsType<Answer.Recorded>(
                await server.Workspace.Chambers.Run(new ChamberId("c-01"), By, new ChangeChamber(register), default));
        }
        var last = await File.ReadAllBytesAsync(Written()!.FullName);
        Assert.NotEqual(Digest.Of(first), Digest.Of(last));
    }
}
