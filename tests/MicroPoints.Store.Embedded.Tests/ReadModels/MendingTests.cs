namespace MicroPoints.Store.Embedded.Tests.ReadModels;

/// <summary>Whatever became of the file, the log says it all again.</summary>
public sealed class MendingTests : IAsyncLifetime
{
    private readonly ReadDesk _desk = new();

    [Fact]
    public async Task A_deleted_file_is_built_anew()
    {
        await _desk.Reopen(() => File.Delete(_desk.File));
        await _desk.EqualsTheLog();
        Assert.Empty(_desk.Told);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_truncated_file_is_built_anew(double part)
    {
        await _desk.Reopen(() =>
        {
            using var file = File.OpenWrite(_desk.File);
            file.SetLength((long)(file.Length * part));
        });
        await _desk.EqualsTheLog();
        Assert.Contains(_desk.Told, line => line.Contains("built anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Garbage_is_built_anew()
    {
        await _desk.Reopen(() => File.WriteAllText(_desk.File, new string('x', 100_000)));
        await _desk.EqualsTheLog();
        Assert.Contains(_desk.Told, line => line.Contains("it is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_zeros_in_the_middle_is_built_anew()
    {
        await _desk.Reopen(() =>
        {
            using var file = File.OpenWrite(_desk.File);
            file.Position = file.Length / 4096 / 2 * 4096;
            file.Write(new byte[4096]);
        });
        await _desk.EqualsTheLog();
        Assert.Contains(_desk.Told, line => line.Contains("it is damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE about SET schema = 0", "version 0")]
    [InlineData("UPDATE about SET schema = 99", "version 99")]
    [InlineData("DROP TABLE about", "another program")]
    public async Task Tables_of_another_version_are_built_anew(string sql, string told)
    {
        await _desk.Reopen(() => _desk.Sql(sql));
        await _desk.EqualsTheLog();
        Assert.Contains(_desk.Told, line => line.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_is_behind_goes_on_where_it_was()
    {
        await _desk.Reopen(() => _desk.Sql("DELETE FROM activity WHERE chamber = 'east' AND sequence > 100; "
            + "UPDATE stream SET sequence = 100, hash = x'" + HashAt(100) + "' WHERE stream = 'chamber:east'"));
        await _desk.EqualsTheLog();
        Assert.Equal(201, _desk.Model.Status.Entries);
    }

    [Theory]
    [InlineData("sequence = sequence + 1")]
    [InlineData("sequence = 100")]
    [InlineData("hash = zeroblob(32)")]
    public async Task A_stream_that_is_ahead_of_the_log_or_of_another_hash_is_taken_in_anew(string change)
    {
        await _desk.Reopen(() => _desk.Sql($"UPDATE stream SET {change} WHERE stream = 'chamber:east'; "
            + "UPDATE activity SET kind = 'wrong' WHERE chamber = 'east'"));
        await _desk.EqualsTheLog();
        Assert.Contains(_desk.Told, line => line.Contains("chamber:east", StringComparison.Ordinal));
        Assert.Equal(301, _desk.Model.Status.Entries);
    }

    [Fact]
    public async Task A_stream_that_the_log_does_not_have_is_forgotten()
    {
        await _desk.Reopen(() => _desk.Sql("INSERT INTO stream VALUES ('chamber:ghost', 1, zeroblob(32)); "
            + "INSERT INTO chamber VALUES ('ghost', 'Ghost', 'township', '990102', NULL, NULL, NULL)"));
        await _desk.EqualsTheLog();
    }

    [Fact]
    public async Task A_file_that_is_damaged_while_it_is_used_is_built_anew()
    {
        // Closed once, so that all of it is in the one file and nothing beside it.
        await _desk.Reopen();
        await _desk.CaughtUp();
        await using (var file = File.Open(_desk.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            file.Write(new byte[file.Length]);
        await Assert.ThrowsAsync<StoreException>(async () =>
            await _desk.Model.Find(new ActivityQuery(RegionCode.Nation) { IncludeReversed = true, Limit = 500 }, CancellationToken.None));
        await _desk.EqualsTheLog();
    }

    private string HashAt(int sequence)
    {
        using var log = new Opened(_desk.Store);
        return log.Entry(StreamId.Of(Sample.East), sequence).Hash.ToString();
    }

    public async Task InitializeAsync()
    {
        await _desk.Append(Sample.East, 300);
        await _desk.Append(Sample.West, 300);
        await _desk.EqualsTheLog();
        _desk.Told.Clear();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    private sealed class Opened(TempStore store) : IDisposable
    {
        private readonly JournalEventLog _log = store.Open();

        public SealedEntry Entry(StreamId stream, int sequence) =>
            _log.Read(stream, sequence - 1, CancellationToken.None).ToBlockingEnumerable().First();

        public void Dispose() => _log.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
