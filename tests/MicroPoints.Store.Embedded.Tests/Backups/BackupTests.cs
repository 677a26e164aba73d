using System.IO.Compression;

namespace MicroPoints.Store.Embedded.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly TempStore _place = new();
    private readonly TempStore _restored = new();
    private readonly SealedEntry[][] _frames = [.. TempStore.Frames(Sample.East, visits: 20), .. TempStore.Frames(Sample.West, visits: 2)];

    private string Backup => Path.Combine(_place.Root, "backup.zip");

    [Fact]
    public async Task What_was_backed_up_is_restored_with_every_hash_and_goes_on()
    {
        var heads = await _store.Write(_frames);
        Directory.CreateDirectory(Path.Combine(_store.Root, "proofs"));
        await File.WriteAllTextAsync(Path.Combine(_store.Root, "proofs", "2026 年.zip"), "a proof");
        var manifest = JournalBackup.Run(_store.Root, Backup, Sample.Now);
        Assert.Equal((2, 24L, Sample.Now), (manifest.Streams, manifest.Entries, manifest.At));
        JournalRestore.Run(Backup, _restored.Root);
        Assert.Equal(heads, await _restored.Reopened());
        Assert.Equal("a proof", await File.ReadAllTextAsync(Path.Combine(_restored.Root, "proofs", "2026 年.zip")));
        await _restored.Write([new Chain(Sample.Union, Sample.County).Registration()]);
        Assert.Equal(25, JournalVerify.Run(_restored.Root).Entries);
    }

    [Fact]
    public async Task A_log_that_is_being_written_is_backed_up_through_a_whole_group()
    {
        await using var log = _store.Open(new JournalOptions { SegmentBytes = 64 << 10 });
        using var ending = new CancellationTokenSource();
        var chain = new Chain(Sample.East, Sample.County);
        await TempStore.Append(log, chain.Registration());
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !ending.IsCancellationRequested; i++) await TempStore.Append(log, chain.Visit($"visit-{i}"));
        });
        for (var round = 0; round < 5; round++)
        {
            var before = (await log.Cut(RegionCode.Nation, CancellationToken.None))[0].Head;
            File.Delete(Backup);
            var manifest = JournalBackup.Run(_store.Root, Backup, Sample.Now);
            Assert.True(manifest.Entries >= before.Sequence, "what was acknowledged before is in the backup");
            using var restored = new TempStore();
            JournalRestore.Run(Backup, restored.Root);
            Assert.Equal(manifest.Entries, (await restored.Reopened())[0].Head.Sequence);
        }
        await ending.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task The_same_data_at_the_same_instant_gives_the_same_backup()
    {
        await _store.Write(_frames);
        JournalBackup.Run(_store.Root, Backup, Sample.Now);
        var first = await File.ReadAllBytesAsync(Backup);
        File.Delete(Backup);
        JournalBackup.Run(_store.Root, Backup, Sample.Now);
        Assert.Equal(first, await File.ReadAllBytesAsync(Backup));
    }

    [Fact]
    public async Task A_backup_with_any_byte_damaged_is_refused_or_restores_what_was_backed_up()
    {
        var heads = await _store.Write(_frames[..3]);
        JournalBackup.Run(_store.Root, Backup, Sample.Now);
        var whole = await File.ReadAllBytesAsync(Backup);
        var refused = 0;
        for (var at = 0; at < whole.Length; at += 3)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x04;
            await File.WriteAllBytesAsync(Backup, damaged);
            using var target = new TempStore();
            try { JournalRestore.Run(Backup, target.Root); }
            catch (StoreException e)
            {
                Assert.Contains("backup.zip", e.Message, StringComparison.Ordinal);
                Assert.Empty(Directory.EnumerateFileSystemEntries(target.Root));
                refused++;
                continue;
            }
            // A flipped bit in a date or in the archive's own notes concerns no file in it.
            Assert.Equal(heads, await target.Reopened());
        }
        Assert.True(refused > whole.Length / 3 / 2, $"only {refused} of {whole.Length / 3} damages were refused");
    }

    [Fact]
    public async Task A_file_changed_in_the_backup_is_named()
    {
        await _store.Write(_frames);
        JournalBackup.Run(_store.Root, Backup, Sample.Now);
        using (var zip = ZipFile.Open(Backup, ZipArchiveMode.Update))
        {
            zip.GetEntry("heads")!.Delete();
            using var heads = new StreamWriter(zip.CreateEntry("heads").Open());
            heads.Write("micropoints-heads/1\nend 0\n");
        }
        Assert.Contains("heads in it is damaged", Refused(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_restored.Root));
    }

    [Fact]
    public async Task A_directory_that_holds_anything_is_not_restored_into()
    {
        await _store.Write(_frames);
        JournalBackup.Run(_store.Root, Backup, Sample.Now);
        await File.WriteAllTextAsync(Path.Combine(_restored.Root, "notes.txt"), "mine");
        Assert.Contains("it holds notes.txt", Refused(), StringComparison.Ordinal);
        var said = Assert.Throws<StoreException>(() => JournalRestore.Run(Backup, _store.Root)).Message;
        Assert.Contains("is not empty", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_restored_directory_does_not_open_and_is_restored_again()
    {
        var heads = await _store.Write(_frames);
        JournalBackup.Run(_store.Root, Backup, Sample.Now);
        await File.WriteAllTextAsync(_restored.Places.Restoring, "");
        await File.WriteAllTextAsync(_restored.Journal, "half a segment");
        Assert.Contains("half restored", _restored.RefusedToOpen(), StringComparison.Ordinal);
        JournalRestore.Run(Backup, _restored.Root);
        Assert.Equal(heads, await _restored.Reopened());
        Assert.False(File.Exists(_restored.Places.Restoring));
    }

    [Fact]
    public async Task A_damaged_journal_is_not_backed_up_as_if_it_were_whole()
    {
        await _store.Forge(_frames);
        var bytes = await File.ReadAllBytesAsync(_store.Journal);
        var from = _store.Groups()[5].From;
        bytes[from + 40] ^= 1;
        await File.WriteAllBytesAsync(_store.Journal, bytes);
        var said = Assert.Throws<StoreException>(() => JournalBackup.Run(_store.Root, Backup, Sample.Now)).Message;
        Assert.Contains($"at byte {from}", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_place.Root));
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await _store.Write(_frames);
        await File.WriteAllTextAsync(Backup, "an earlier one");
        Assert.Contains("is there already", Assert.Throws<StoreException>(() => JournalBackup.Run(_store.Root, Backup, Sample.Now)).Message,
            StringComparison.Ordinal);
        Assert.Equal("an earlier one", await File.ReadAllTextAsync(Backup));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(Backup, "nothing of the kind");
        Assert.Contains("is no backup", Refused(), StringComparison.Ordinal);
        File.Delete(Backup);
        Assert.Contains("there is no backup", Refused(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _store.Dispose();
        _place.Dispose();
        _restored.Dispose();
    }

    private string Refused() => Assert.Throws<StoreException>(() => JournalRestore.Run(Backup, _restored.Root)).Message;
}
