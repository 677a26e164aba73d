namespace MicroPoints.Store.Embedded.Tests.ReadModels;

/// <summary>Rebuilding compares what was there with what the log says, row by row, and puts the new in its place.</summary>
public sealed class ReadRebuildTests : IAsyncLifetime
{
    private readonly ReadDesk _desk = new();

    [Fact]
    public async Task What_is_right_has_no_differences()
    {
        var report = await Rebuild();
        Assert.Empty(report.Differences);
        Assert.Equal((2, 80), (report.Chambers, report.Activities));
    }

    [Fact]
    public async Task What_is_behind_is_no_difference()
    {
        await _desk.Run(Sample.East, Sample.Visit("late"), Sample.Reversal("undo", "visit-1"));
        Assert.Empty((await Rebuild()).Differences);
        await _desk.EqualsTheLog();
    }

    [Fact]
    public async Task What_is_absent_is_built_without_a_difference() =>
        Assert.Empty((await Rebuild(() => File.Delete(_desk.File))).Differences);

    [Theory]
    [InlineData("UPDATE activity SET number = 900 WHERE chamber = 'east' AND sequence = 3", "activity east 3 is not what the log says")]
    [InlineData("UPDATE activity SET reversed_by = 'x' WHERE chamber = 'west' AND sequence = 9",
        "activity west 9 is not what the log says")]
    [InlineData("DELETE FROM activity WHERE chamber = 'east' AND sequence = 41", "activity east 41 was missing")]
    [InlineData("INSERT INTO activity SELECT 'west', 99, seat, id, kind, nature, on_last, precision, expires, recorded_ms, "
        + "recorded_by, key, part, measure, number, option, answered, satisfied, asked, done, due, reversed_by, origin, post_close "
        + "FROM activity LIMIT 1",
        "activity west 99 is not in the log")]
    [InlineData("UPDATE chamber SET name = 'other' WHERE id = 'west'", "chamber west is not what the log says")]
    [InlineData("UPDATE stream SET sequence = 400 WHERE stream = 'chamber:east'", "chamber:east")]
    [InlineData("UPDATE about SET schema = 7", "version 7")]
    public async Task What_differs_is_named_and_made_right(string sql, string named)
    {
        var report = await Rebuild(() => _desk.Sql(sql));
        Assert.Contains(named, Assert.Single(report.Differences), StringComparison.Ordinal);
        Assert.Empty((await Rebuild()).Differences);
        await _desk.EqualsTheLog();
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public async Task Garbage_is_named_and_made_right()
    {
        var report = await Rebuild(() => File.WriteAllText(_desk.File, new string('x', 9000)));
        Assert.Contains("damaged", Assert.Single(report.Differences), StringComparison.Ordinal);
        await _desk.EqualsTheLog();
    }

    private async Task<ReadModelReport> Rebuild(Action? before = null)
    {
        await _desk.Close();
        before?.Invoke();
        var report = await ReadModelRebuild.Run(_desk.Store.Root, compare: true, CancellationToken.None);
        await _desk.Reopen();
        Assert.Equal(["read.sqlite"], Directory.GetFiles(_desk.Store.Places.Derived, "read*").Select(Path.GetFileName));
        return report;
    }

    public async Task InitializeAsync()
    {
        await _desk.Append(Sample.East, 40);
        await _desk.Append(Sample.West, 40);
        await _desk.CaughtUp();
        await _desk.Reopen();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();
}
