using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded.Tests.ReadModels;

/// <summary>The read model says what the log says, and recording never waits for it.</summary>
public sealed class FollowTests : IAsyncLifetime
{
    private readonly ReadDesk _desk = new();

    [Fact]
    public async Task What_is_recorded_is_found()
    {
        _ = _desk.Model;
        await _desk.Visits(Sample.East, 3);
        var found = await _desk.Find(new ActivityQuery(Sample.County));
        Assert.Equal(["visit-1", "visit-2", "visit-3"], found.Select(a => a.Id.Value));
    }

    [Fact]
    public async Task What_was_recorded_while_nobody_followed_is_found_after_the_next_start()
    {
        await _desk.Visits(Sample.East, 3);
        await _desk.EqualsTheLog();
        await _desk.Reopen();
        await _desk.Run(Sample.East, Sample.Reversal("undo", "visit-2"));
        await _desk.EqualsTheLog();
        Assert.Equal(1, _desk.Model.Status.Entries);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20260710)]
    public async Task It_equals_a_fold_of_the_log_through_reversals_a_merger_and_a_split(int seed)
    {
        var ledgers = new SeededLedgers(_desk, seed);
        _ = _desk.Model;
        await ledgers.Write(steps: 400);
        await _desk.EqualsTheLog();
        await ledgers.Restructure();
        await _desk.EqualsTheLog();
        var found = await _desk.Find(new ActivityQuery(RegionCode.Nation) { IncludeReversed = true });
        Assert.Contains(found, a => a.Origin is not null);
        Assert.Contains(found, a => a.ReversedBy is not null);
        Assert.Contains(found, a => a.Fact.Part is not null);
        Assert.Contains(await _desk.Find(new ChamberQuery(RegionCode.Nation)), c => c.EndedOn is not null);
    }

    [Fact]
    public async Task Many_chambers_recorded_at_once_are_followed()
    {
        _ = _desk.Model;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await _desk.Register(new ChamberId($"c-{i}"), Sample.County);
            for (var n = 0; n < 50; n++) await _desk.Run(new ChamberId($"c-{i}"), Sample.Visit($"v-{n}"));
        })));
        await _desk.EqualsTheLog();
    }

    [Fact]
    public async Task Recording_goes_on_while_the_file_is_locked_and_it_is_caught_up_afterwards()
    {
        await _desk.Visits(Sample.East, 1);
        await _desk.CaughtUp();
        await using (var other = new SqliteConnection($"Data Source={_desk.File};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();
            await _desk.Run(Sample.East, Sample.Visit("meanwhile"));
            var before = _desk.Model.CaughtUpTo;
            Assert.False(await _desk.Model.CatchUp(TimeSpan.FromMilliseconds(1500), CancellationToken.None));
            Assert.Contains("locked", _desk.Model.Status.Trouble, StringComparison.Ordinal);
            Assert.True(_desk.Model.Status.Lag > TimeSpan.FromSeconds(1));
            _desk.Clock.Now += TimeSpan.FromHours(1);
            await _desk.Run(Sample.East, Sample.Visit("still"));
            Assert.Equal(before, _desk.Model.CaughtUpTo);
            Assert.Single((await _desk.Model.Find(new ActivityQuery(Sample.County), CancellationToken.None)).Items);
        }
        await _desk.EqualsTheLog();
        Assert.Null(_desk.Model.Status.Trouble);
        Assert.Equal(_desk.Clock.Now, _desk.Model.CaughtUpTo, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Twenty_thousand_activities_are_caught_up()
    {
        const int Chambers = 20, Visits = 1000;
        for (var i = 0; i < Chambers; i++) await _desk.Append(new ChamberId($"c-{i:00}"), Visits);
        await _desk.CaughtUp();
        Assert.Equal(Chambers * (Visits + 1), _desk.Model.Status.Entries);
        Assert.Equal(Chambers * Visits, (await _desk.Find(new ActivityQuery(RegionCode.Nation))).Count);
        Assert.True(_desk.Model.Status.LastLag > TimeSpan.Zero);
    }

    [Fact]
    public async Task Neither_reasons_nor_names_of_people_are_in_the_file()
    {
        await _desk.Register(Sample.East, Sample.County);
        await _desk.Run(Sample.East, Sample.Visit("v-1") with { Reason = "visited Wang Xiaoming at home" });
        await _desk.CaughtUp();
        await _desk.Close();
        var bytes = await File.ReadAllTextAsync(_desk.File, System.Text.Encoding.Latin1);
        Assert.Contains("member.visited", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("Xiaoming", bytes, StringComparison.Ordinal);
        await _desk.Reopen();
    }

    public Task InitializeAsync() => Task.CompletedTask;
    public async Task DisposeAsync() => await _desk.DisposeAsync();
}
