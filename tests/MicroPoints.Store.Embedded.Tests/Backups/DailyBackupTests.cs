namespace MicroPoints.Store.Embedded.Tests;

/// <summary>One backup a day, in a folder where nothing else is touched.</summary>
public sealed class DailyBackupTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly TempStore _folder = new();
    private readonly Clock _clock = new();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private DailyBackup Daily(int keeps = 30) =>
        new(_store.Root, _clock, new DailyBackupOptions { Folder = _folder.Root, Keeps = keeps });

    private string[] Files => [.. Directory.EnumerateFiles(_folder.Root).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Each_day_in_Shanghai_has_one_which_restores_to_the_same_heads()
    {
        var heads = await _store.Write(TempStore.Frames(Sample.East, visits: 5));
        var daily = Daily();
        Assert.True(await daily.RunIfDue(default));
        Assert.False(await daily.RunIfDue(default));
        _clock.Now = new DateTimeOffset(2026, 3, 5, 15, 59, 59, TimeSpan.Zero);
        Assert.False(await daily.RunIfDue(default));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(await daily.RunIfDue(default));
        Assert.Equal(["micropoints-2026-03-05.zip", "micropoints-2026-03-06.zip"], Files);
        Assert.Equal((Files[1], null), (daily.Kept()[0].Name, daily.Failure));
        using var restored = new TempStore();
        JournalRestore.Run(Path.Combine(_folder.Root, Files[0]), restored.Root);
        Assert.Equal(heads, await restored.Reopened());
    }

    [Fact]
    public async Task One_that_is_asked_for_takes_the_place_of_todays_and_holds_what_came_since()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 2));
        var daily = Daily();
        Assert.True(await daily.RunIfDue(default));
        // What a program that was killed while it wrote the second one left.
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, "micropoints-2026-03-05.zip.new"), "half a backup");
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, "micropoints-2026-03-05.zip.new.new"), "half a backup");
        var heads = await _store.Write(TempStore.Frames(Sample.West, visits: 3));
        Assert.True(await daily.RunNow(default));
        Assert.Equal(["micropoints-2026-03-05.zip"], Files);
        using var restored = new TempStore();
        JournalRestore.Run(Path.Combine(_folder.Root, Files[0]), restored.Root);
        Assert.Equal(heads, await restored.Reopened());
    }

    [Fact]
    public async Task The_oldest_go_and_nothing_of_another_name_ever_does()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 1));
        string[] others = ["micropoints-2020-01-01.zip.bak", "micropoints-2020-13-01.zip", "micropoints-2020-1-1.zip",
            "my-micropoints-2020-01-01.zip", "2020.zip"];
        foreach (var other in others) await File.WriteAllTextAsync(Path.Combine(_folder.Root, other), "mine");
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, "micropoints-2026-03-01.zip.new"), "half a backup");
        var daily = Daily(keeps: 3);
        for (var day = 0; day < 5; day++, _clock.Now += TimeSpan.FromDays(1)) Assert.True(await daily.RunIfDue(default));
        string[] kept = ["micropoints-2026-03-07.zip", "micropoints-2026-03-08.zip", "micropoints-2026-03-09.zip"];
        Assert.Equal(kept.Concat(others).Order(StringComparer.Ordinal), Files);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_and_not_made_and_the_backup_is_made_up_for_once_it_is_back()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 1));
        var daily = Daily();
        Directory.Delete(_folder.Root);
        Assert.False(await daily.RunIfDue(default));
        Assert.Contains("找不到文件夹", daily.Failure!.Zh, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Root));
        Directory.CreateDirectory(_folder.Root);
        Assert.True(await daily.RunIfDue(default));
        Assert.Null(daily.Failure);
    }

    [Fact]
    public async Task Backups_of_other_data_are_neither_taken_for_these_nor_deleted()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 1));
        using var other = new TempStore();
        await other.Write(TempStore.Frames(Sample.West, visits: 1));
        foreach (var day in (int[])[3, 4, 5])
            JournalBackup.Run(other.Root, Path.Combine(_folder.Root, $"micropoints-2026-03-0{day}.zip"), Sample.Now);
        var daily = Daily(keeps: 1);
        Assert.False(await daily.RunIfDue(default));
        Assert.Contains("另一套数据", daily.Failure!.Zh, StringComparison.Ordinal);
        Assert.Equal(3, Files.Length);
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, "micropoints-2026-03-05.zip"), "no archive");
        Assert.False(await daily.RunIfDue(default));
        Assert.Contains("不是完好的备份", daily.Failure!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_that_is_named_at_the_desk_outlives_a_restart_and_is_never_within_the_data()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 1));
        var daily = new DailyBackup(_store.Root, _clock, new DailyBackupOptions());
        Assert.False(await daily.RunIfDue(default));
        var link = Path.Combine(_folder.Root, "link");
        Directory.CreateSymbolicLink(link, _store.Root);
        foreach (var within in (string[])[_store.Root, Path.Combine(_store.Root, "derived", "b"), Path.Combine(link, "b"),
            Path.Combine(_folder.Root, "..", Path.GetFileName(_store.Root), "b")])
            Assert.Contains("备份不能放在数据文件夹里", daily.SendTo(within)!.Zh, StringComparison.Ordinal);
        foreach (var vague in (string[])["", "backups", "./x", new string('/', 500), "/tmp/a\nb"])
            Assert.Contains("完整的路径", daily.SendTo(vague)!.Zh, StringComparison.Ordinal);
        Assert.Contains("找不到文件夹", daily.SendTo("/no/such/place")!.Zh, StringComparison.Ordinal);
        Assert.Null(daily.Folder);
        Assert.Null(daily.SendTo(Path.Combine(_folder.Root, "积分备份")));
        var restarted = new DailyBackup(_store.Root, _clock, new DailyBackupOptions());
        Assert.Equal(Path.Combine(_folder.Root, "积分备份"), restarted.Folder);
        Assert.True(await restarted.RunIfDue(default));
        Assert.Single(restarted.Kept());
        Assert.Contains("启动时指定", Daily().SendTo(_folder.Root)!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_and_backups_are_not_started_in_one_place()
    {
        var within = new DailyBackupOptions { Folder = Path.Combine(_store.Root, "b") };
        Assert.Contains("备份不能放在数据文件夹里",
            Assert.Throws<StoreException>(() => new DailyBackup(_store.Root, _clock, within)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_data_are_told_and_no_backup_is_written()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 5));
        var (from, until) = _store.Groups()[2];
        await using (var file = File.Open(_store.Journal, FileMode.Open))
        {
            file.Position = (from + until) / 2;
            file.WriteByte(0x55);
        }
        var daily = Daily();
        Assert.False(await daily.RunIfDue(default));
        Assert.Contains("联系技术人员", daily.Failure!.Zh, StringComparison.Ordinal);
        Assert.Empty(Files);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 5, 1, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
