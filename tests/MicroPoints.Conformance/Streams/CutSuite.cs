namespace MicroPoints.Conformance;

/// <summary>What every event log does with many streams and many senders.</summary>
public abstract class CutSuite : LogSuite
{
    [Fact]
    public async Task A_cut_names_each_stream_once_in_order_whatever_the_order_of_writing()
    {
        foreach (var name in (string[])["west", "north", "east"]) await Register(name, Sample.County);
        Assert.Equal(["east", "north", "west"], (await Heads()).Select(h => h.Stream.Name));
    }

    [Fact]
    public async Task A_cut_of_a_region_takes_the_chambers_seated_there()
    {
        await Register("east", Sample.County);
        await Register("far", Sample.Elsewhere);
        await Fixture.Reopen();
        var cut = await Log.Cut(Sample.County, CancellationToken.None);
        Assert.Equal("east", Assert.Single(cut).Stream.Name);
    }

    [Fact]
    public async Task A_cut_of_one_type_is_the_cut_with_all_others_left_out()
    {
        await Register("in-the-county", Sample.County);
        await Register("in-a-town", new RegionCode(Sample.County.Value + "101"));
        await Register("far", Sample.Elsewhere);
        await Register("in-the-province", Sample.County.Enclosing(RegionLevel.Province));
        for (var time = 0; time < 2; time++)
        {
            RegionCode[] scopes =
            [
                .. Sample.County.Upwards(), .. Sample.Elsewhere.Upwards(),
                new(Sample.County.Value + "101"), new(Sample.County.Value + "102"),
            ];
            foreach (var scope in scopes)
                foreach (var type in Enum.GetValues<StreamType>())
                    Assert.Equal((await Log.Cut(scope, CancellationToken.None)).Of(type),
                        await Log.Cut(scope, type, CancellationToken.None));
            await Fixture.Reopen();
        }
        Assert.Equal(2, (await Log.Cut(Sample.County, StreamType.Chamber, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_cut_covers_all_that_was_acknowledged_before_it()
    {
        var missed = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var head = await Register($"c{i}", Sample.County);
            var cut = await Log.Cut(Sample.County, CancellationToken.None);
            if (cut.Find(StreamId.Of(new ChamberId($"c{i}"))) != head) Interlocked.Increment(ref missed);
        })));
        Assert.Equal(0, missed);
    }

    [Fact]
    public async Task Of_64_appends_to_one_head_exactly_one_is_taken_and_the_others_learn_the_head()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var entries = new Chain(Sample.East, Sample.County).Start(visits: i);
            return await Log.Append(entries[0].Stream, Head.Empty, entries, CancellationToken.None);
        })));
        var taken = Assert.Single(results.OfType<AppendResult.Appended>()).Head;
        Assert.All(results.OfType<AppendResult.HeadMoved>(), moved => Assert.Equal(taken, moved.Actual));
        Assert.Equal(taken, Assert.Single(await Heads()).Head);
    }

    [Fact]
    public async Task Reading_everything_twice_leaves_every_head_as_it_was()
    {
        for (var i = 0; i < 3; i++) await Register($"c{i}", Sample.County);
        var before = await Heads();
        for (var time = 0; time < 2; time++)
            foreach (var (stream, head) in before)
            {
                Assert.Equal(head, (await Log.Load(stream, 2026, [], CancellationToken.None)).Head);
                Assert.Equal(head.Sequence, await Log.Read(stream, 0, CancellationToken.None).LongCountAsync());
            }
        Assert.Equal(before, await Heads());
    }

    private async Task<Head> Register(string name, RegionCode seat)
    {
        var chain = new Chain(new ChamberId(name), seat);
        await Log.Append(chain.Stream, Head.Empty, chain.Start(visits: 2), CancellationToken.None);
        return chain.Head;
    }
}
