using MicroPoints.Chambers;
using MicroPoints.Ledger;

namespace MicroPoints.Store.Postgres.Tests.Search;

/// <summary>A database whose own tables are asked.</summary>
internal sealed class PostgresDesk : SearchDesk
{
    private readonly TestDatabase _database;
    private readonly PostgresEventLog _log;

    private PostgresDesk(TestDatabase database, PostgresEventLog log)
    {
        (_database, _log, Search) = (database, log, new PostgresSearch(log, Clock));
        Over(log);
    }

    public override IActivitySearch Search { get; }
    public TestDatabase Database => _database;

    public static async Task<PostgresDesk> Open()
    {
        var database = await TestDatabase.New();
        return new PostgresDesk(database, await database.Open());
    }

    public override async Task CaughtUp() => Assert.True(await Search.CatchUp(TimeSpan.Zero, CancellationToken.None));

    public override async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }
}

public sealed class PostgresSearchTests(PostgresSearchTests.InDatabase written)
    : SearchSuite(written), IClassFixture<PostgresSearchTests.InDatabase>
{
    public sealed class InDatabase : Written
    {
        protected override async Task<SearchDesk> Open() => await PostgresDesk.Open();
    }
}

public sealed class CaughtUpTests : IAsyncLifetime
{
    private PostgresDesk _desk = null!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_a_year_of_work_the_tables_say_what_the_log_says(int seed)
    {
        var ledgers = new SeededLedgers(_desk, seed);
        await ledgers.Write(steps: 150);
        await ledgers.Restructure();
        await _desk.EqualsTheLog();
        Assert.True((await PostgresVerify.Run(_desk.Database.Connection)).IsSound);
    }

    [Fact]
    public async Task What_another_process_recorded_is_found_at_once()
    {
        await using var other = await _desk.Database.Open();
        var chain = new Chain(Sample.East, Sample.County);
        await TestDatabase.Append(other, chain.Start(visits: 3));
        var page = await _desk.Search.Find(new ActivityQuery(Sample.County), CancellationToken.None);
        Assert.Equal(["visit-1", "visit-2", "visit-3"], page.Items.Select(i => i.Id.Value));
        Assert.Equal(_desk.Clock.Now, page.CaughtUpTo);
    }

    [Fact]
    public async Task The_stamp_of_a_scope_stands_on_its_pages_and_on_no_others()
    {
        await _desk.Register(Sample.East, Sample.County);
        await _desk.Run(Sample.East, new ChangeChamber(new SetChamberAttribute(
            Sample.Id("stamp"), Chamber.Provenance, "程序生成，非真实数据", new DateOnly(2026, 1, 1))));
        async Task<string?> StampOf(RegionCode scope) => (await _desk.Search.Find(new ChamberQuery(scope), CancellationToken.None)).Stamp;
        Assert.Equal("程序生成，非真实数据", await StampOf(Sample.County));
        Assert.Null(await StampOf(Sample.Elsewhere));
    }

    public async Task InitializeAsync() => _desk = await PostgresDesk.Open();

    public async Task DisposeAsync() => await _desk.DisposeAsync();
}
