using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Server;

/// <summary>Sees to it that each day's backup is written at its first opportunity, and tells the log.</summary>
internal sealed partial class BackupTurns(IDailyBackup backup, Workspace workspace, ILogger<BackupTurns> log) : BackgroundService
{
    /// <summary>A new day or a disk that was plugged in is noticed within.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>A county's own data in a directory are backed up; a database has its own ways, and a demo nothing to lose.</summary>
    public static void Add(IServiceCollection services, ServerOptions options, Workspace workspace)
    {
        if (options is not { Database: null, Silo: null, Demo: false }) return;
        services.AddSingleton<IDailyBackup>(new DailyBackup(options.Data, workspace.Clock, new DailyBackupOptions
        {
            Folder = options.BackupTo,
            Keeps = options.BackupsKept,
        }));
        services.AddHostedService(of => new BackupTurns(
            of.GetRequiredService<IDailyBackup>(), workspace, of.GetRequiredService<ILogger<BackupTurns>>()));
    }

    /// <summary>How far the log was when it was backed up, or when the program started.</summary>
    private long _kept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, workspace.Clock);
        Title? told = null;
        _kept = workspace.Watched.Changes;
        do
        {
            var changes = workspace.Watched.Changes;
            if (await backup.RunIfDue(stoppingToken)) Tell(changes);
            if (backup.Failure is { } failure && failure != told) Failed(log, failure.EnOrZh);
            told = backup.Failure;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What was recorded since the day's backup is backed up before the program ends: a clerk may be back in a week.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var changes = workspace.Watched.Changes;
        if (changes == _kept) return;
        if (await backup.RunNow(cancellationToken)) Tell(changes);
        else if (backup.Failure is { } failure) Failed(log, failure.EnOrZh);
    }

    private void Tell(long changes)
    {
        _kept = changes;
        if (backup.Kept() is [var latest, ..]) Written(log, latest.Name, latest.Bytes);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "backup {Name} written, {Bytes} bytes")]
    private static partial void Written(ILogger log, string name, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "no backup today: {Why}")]
    private static partial void Failed(ILogger log, string why);
}
