using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Server;

/// <summary>Sees to it that each day's backup is written at its first opportunity, and tells the log.</summary>
internal sealed partial class BackupTurns(IDailyBackup backup, TimeProvider clock, ILogger<BackupTurns> log) : BackgroundService
{
    /// <summary>A new day or a disk that was plugged in is noticed within.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>A county's own data in a directory are backed up; a database has its own ways, and a demo nothing to lose.</summary>
    public static void Add(IServiceCollection services, ServerOptions options, TimeProvider clock)
    {
        if (options is not { Database: null, Silo: null, Demo: false }) return;
        services.AddSingleton<IDailyBackup>(new DailyBackup(options.Data, clock, new DailyBackupOptions
        {
            Folder = options.BackupTo,
            Keeps = options.BackupsKept,
        }));
        services.AddHostedService(of => new BackupTurns(
            of.GetRequiredService<IDailyBackup>(), clock, of.GetRequiredService<ILogger<BackupTurns>>()));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        Title? told = null;
        do
        {
            if (await backup.RunIfDue(stoppingToken)) Written(log, backup.Kept()[0].Name, backup.Kept()[0].Bytes);
            if (backup.Failure is { } failure && failure != told) Failed(log, failure.EnOrZh);
            told = backup.Failure;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "backup {Name} written, {Bytes} bytes")]
    private static partial void Written(ILogger log, string name, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "no backup today: {Why}")]
    private static partial void Failed(ILogger log, string why);
}
