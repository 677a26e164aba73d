namespace MicroPoints.Store.Embedded.Tests;

public sealed class DirectoryTests : IDisposable
{
    private readonly TempStore _store = new();

    [Fact]
    public async Task A_directory_is_held_by_one_log_and_free_again_once_it_is_closed()
    {
        await using (_store.Open()) Assert.Contains("in use", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.Empty(await _store.Reopened());
    }

    [Fact]
    public async Task An_opening_that_is_refused_lets_the_directory_go()
    {
        await _store.Forge(TempStore.Frames(Sample.East, visits: 1)[1]);
        _store.RefusedToOpen();
        Assert.Contains("goes on at sequence 2", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("micropoints-journal/3\n", "is in format 3")]
    [InlineData("somebody-else/1\n", "of another program")]
    [InlineData("", "of another program")]
    public async Task Newer_and_foreign_data_is_refused(string format, string expected)
    {
        await _store.Write();
        await File.WriteAllTextAsync(_store.Places.Format, format);
        Assert.Contains(expected, _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<StoreException>(() => JournalVerify.Run(_store.Root)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_journal_is_never_replaced_by_an_empty_one()
    {
        await _store.Write();
        File.Delete(_store.Journal);
        Assert.Contains("is missing", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.False(File.Exists(_store.Journal));
    }

    [Fact]
    public async Task A_journal_without_its_format_is_refused()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 0));
        File.Delete(_store.Places.Format);
        Assert.Contains("no file 'format'", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_of_other_files_is_refused_and_left_as_it_was()
    {
        File.WriteAllText(Path.Combine(_store.Root, "a.txt"), "mine");
        Assert.Contains("holds a.txt and no MicroPoints data", _store.RefusedToOpen(), StringComparison.Ordinal);
        Assert.Equal(["a.txt"], Directory.GetFileSystemEntries(_store.Root).Select(f => Path.GetFileName(f)));
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("format.new")]
    [InlineData("journal-000001.log.new")]
    public async Task What_an_earlier_making_left_is_no_reason_to_refuse(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_store.Root, name), "");
        Assert.Single(await _store.Write(TempStore.Frames(Sample.East, visits: 0)));
    }

    [Fact]
    public async Task The_root_of_a_fresh_file_system_is_an_empty_directory()
    {
        Directory.CreateDirectory(Path.Combine(_store.Root, "lost+found"));
        Assert.Single(await _store.Write(TempStore.Frames(Sample.East, visits: 0)));
    }

    [Fact]
    public async Task An_interrupted_making_is_taken_up_again()
    {
        await File.WriteAllBytesAsync(_store.Journal, []);
        Assert.Single(await _store.Write(TempStore.Frames(Sample.East, visits: 0)));
    }

    [OnlyWhere(Condition.SystemFiles)]
    public void A_file_system_that_takes_no_files_is_refused_with_what_to_do()
    {
        var said = Assert.Throws<StoreException>(() => JournalEventLog.Open("/sys/kernel/micropoints")).Message;
        Assert.Matches("cannot be (written|used).*(choose another|Check that)", said);
    }

    [OnlyWhere(Condition.NoRoot)]
    public void A_read_only_directory_is_refused_with_what_to_do()
    {
        const UnixFileMode readOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_store.Root, readOnly);
        Assert.Contains("cannot be written", _store.RefusedToOpen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_reports_its_progress_through_the_whole_journal()
    {
        await _store.Write(TempStore.Frames(Sample.East, visits: 3));
        var reports = new List<(long, long)>();
        await using var log = _store.Open(new JournalOptions { Progress = new Told(reports) });
        var length = new FileInfo(_store.Journal).Length;
        Assert.Equal((length, length), reports[^1]);
    }

    public void Dispose() => _store.Dispose();

    private sealed class Told(List<(long, long)> reports) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => reports.Add(value);
    }
}
