namespace MicroPoints.Conformance;

/// <summary>Every question gives what a plain filter of the folded log gives, page by page.</summary>
public abstract class SearchSuite
{
    private static readonly ActivityQuery Any = new(RegionCode.Nation);
    private readonly SearchDesk _desk;
    private readonly List<FoundActivity> _all;
    private readonly IReadOnlyDictionary<ChamberId, RegionCode> _seats;

    protected SearchSuite(Written written) => (_desk, _all, _seats) = (written.Desk, written.All, written.Seats);

    [Fact]
    public Task All_that_stand_over_many_pages() => Same(Any with { Limit = 7 }, _ => true);

    [Theory]
    [InlineData("99")]
    [InlineData("9901")]
    [InlineData("9902")]
    [InlineData("990102")]
    [InlineData("990102101")]
    [InlineData("990203")]
    public Task By_scope(string scope) =>
        Same(new ActivityQuery(new RegionCode(scope)), a => new RegionCode(scope).Contains(_seats[a.Chamber]));

    [Fact]
    public async Task A_scope_without_chambers_has_nothing() =>
        Assert.Empty(await _desk.Find(new ActivityQuery(new RegionCode("45")) { IncludeReversed = true }));

    [Fact]
    public Task By_kind() => Same(Any with { Kind = Sample.Visited, Limit = 3 }, a => a.Fact.Kind == Sample.Visited);

    [Fact]
    public Task By_chamber() => Same(Any with { Chamber = new ChamberId("c-3"), Limit = 5 }, a => a.Chamber.Value == "c-3");

    [Fact]
    public async Task A_chamber_outside_the_scope_has_nothing() =>
        Assert.Empty(await _desk.Find(new ActivityQuery(new RegionCode("9901")) { Chamber = new ChamberId("c-3") }));

    [Fact]
    public Task By_actor() => Same(Any with { By = new ActorId("city-2") }, a => a.By.Value == "city-2");

    [Fact]
    public Task By_key() => Same(Any with { Key = "bridge-2", Limit = 2 }, a => a.Fact.Key == "bridge-2");

    [Theory]
    [InlineData("2026-03-01", "2026-05-01")]
    [InlineData("2026-06-30", "2026-07-01")]
    [InlineData("2025-12-31", "2026-01-01")]
    public Task By_the_days_they_stand_for(string from, string until) => Same(
        Any with { OnFrom = Day(from), OnUntil = Day(until), Limit = 9 }, a => a.Fact.On.Last >= Day(from) && a.Fact.On.Last < Day(until));

    [Fact]
    public async Task By_the_instants_they_were_recorded_at()
    {
        var (from, until) = (_all[50].Recorded, _all[150].Recorded);
        await Same(Any with { RecordedFrom = from, RecordedUntil = until, Limit = 11 }, a => a.Recorded >= from && a.Recorded < until);
        await Same(new ActivityQuery(Sample.County) { Chamber = new ChamberId("c-0"), RecordedFrom = from },
            a => a.Chamber.Value == "c-0" && a.Recorded >= from);
    }

    [Fact]
    public Task Those_taken_back_among_them() => Same(Any with { IncludeReversed = true, Limit = 13 }, _ => true);

    [Fact]
    public Task By_everything_at_once() => Same(
        new ActivityQuery(new RegionCode("99"))
        {
            Kind = Sample.Project,
            By = new ActorId("city-2"),
            Key = "bridge-1",
            OnFrom = Day("2026-01-01"),
            OnUntil = Day("2027-01-01"),
            RecordedFrom = _all[10].Recorded,
            IncludeReversed = true,
            Limit = 1,
        },
        a => a.Fact.Kind == Sample.Project && a.By.Value == "city-2" && a.Fact.Key == "bridge-1"
            && a.Fact.On.Last >= Day("2026-01-01") && a.Recorded >= _all[10].Recorded);

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("bridge-2'; DROP TABLE activity; --")]
    [InlineData("%")]
    public async Task What_looks_like_SQL_is_only_a_key_that_nobody_has(string key)
    {
        Assert.Empty(await _desk.Find(Any with { Key = key }));
        Assert.Empty(await _desk.Find(new ChamberQuery(RegionCode.Nation, key)));
    }

    [Fact]
    public async Task Chambers_by_scope_name_and_page()
    {
        var chambers = await _desk.FoldedChambers();
        Assert.Equal(chambers.Where(c => c.Name.Contains("联合", StringComparison.Ordinal)),
            await _desk.Find(new ChamberQuery(RegionCode.Nation, "联合")));
        Assert.Equal(chambers.Where(c => c.Name.Contains("orth", StringComparison.Ordinal)),
            await _desk.Find(new ChamberQuery(RegionCode.Nation, "ORTH")));
        Assert.Equal(chambers.Where(c => Sample.County.Contains(c.Seat)), await _desk.Find(new ChamberQuery(Sample.County)));
        var first = await _desk.Search.Find(new ChamberQuery(RegionCode.Nation) { Limit = 4 }, CancellationToken.None);
        Assert.Equal(first.Items[^1].Id, first.Next);
        Assert.Equal(chambers.Skip(4), await _desk.Find(new ChamberQuery(RegionCode.Nation) { After = first.Next }));
    }

    [Fact]
    public void A_position_is_read_back_from_its_text()
    {
        Assert.True(ActivityPosition.TryParse(_all[3].Position.ToString(), out var position));
        Assert.Equal(_all[3].Position, position);
        Assert.False(ActivityPosition.TryParse("2026-07-10/c-1/x", out _));
    }

    [Fact]
    public async Task A_page_of_no_size_or_too_large_is_a_fault_of_the_program()
    {
        foreach (var limit in (int[])[0, Limits.PageMax + 1])
            await Assert.ThrowsAsync<InvariantException>(
                async () => await _desk.Search.Find(Any with { Limit = limit }, CancellationToken.None));
    }

    private async Task Same(ActivityQuery query, Func<FoundActivity, bool> holds)
    {
        var expected = _all.Where(holds).Where(a => query.IncludeReversed || a.ReversedBy is null).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await _desk.Find(query));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One seeded county year for all questions.</summary>
    public abstract class Written : IAsyncLifetime
    {
        internal SearchDesk Desk { get; private set; } = null!;
        internal List<FoundActivity> All { get; private set; } = [];
        internal IReadOnlyDictionary<ChamberId, RegionCode> Seats { get; private set; } = new Dictionary<ChamberId, RegionCode>();

        protected abstract Task<SearchDesk> Open();

        public async Task InitializeAsync()
        {
            Desk = await Open();
            var ledgers = new SeededLedgers(Desk, seed: 7);
            await ledgers.Write(steps: 500);
            await ledgers.Restructure();
            All = await Desk.Folded();
            Seats = (await Desk.FoldedChambers()).ToDictionary(c => c.Id, c => c.Seat);
        }

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
