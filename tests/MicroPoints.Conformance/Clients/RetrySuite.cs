using System.Diagnostics;
using MicroPoints.Client;

namespace MicroPoints.Conformance.Clients;

/// <summary>Lost connections, servers in a hurry and servers out of order: what is sent again is recorded once.</summary>
public abstract class RetrySuite : ClientServerSuite
{
    private static readonly RetryOptions Quick = new() { FirstWait = TimeSpan.FromMilliseconds(5) };

    [Theory]
    [InlineData(Cut.BeforeAnswer)]
    [InlineData(Cut.InsideAnswer)]
    public async Task An_answer_lost_on_the_way_back_comes_as_exists_and_one_entry_is_there(Cut cut)
    {
        await using var server = await Start();
        await using var proxy = new CuttingProxy(server.Address, cut);
        var before = await server.Entries(East);
        var client = server.Client(proxy.Address, new ClientOptions { Key = server.Key, Retry = Quick });
        var visit = Known(await client.Record(East, Visit("visit-1")));
        Assert.Equal((1, before + 1, before + 1), (proxy.Broken, visit.Sequence, await server.Entries(East)));
    }

    [Fact]
    public async Task A_request_lost_on_the_way_there_is_recorded_by_the_next_attempt()
    {
        await using var server = await Start();
        await using var proxy = new CuttingProxy(server.Address, Cut.BeforeRequest, times: 2);
        var client = server.Client(proxy.Address, new ClientOptions { Key = server.Key, Retry = Quick });
        New(await client.Record(East, Visit("visit-1")));
        Assert.Equal(2, proxy.Broken);
    }

    [Fact]
    public async Task Attempts_end_where_the_options_say()
    {
        await using var server = await Start();
        await using var proxy = new CuttingProxy(server.Address, Cut.BeforeAnswer, times: 9);
        var client = server.Client(proxy.Address, new ClientOptions { Key = server.Key, Retry = Quick with { Attempts = 3 } });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.Record(East, Visit("visit-1")));
        Assert.Equal(3, proxy.Broken);
        Known(await server.Client().Record(East, Visit("visit-1")));
    }

    [Fact]
    public async Task Waits_grow_and_are_never_longer_than_the_options_say()
    {
        await using var server = await Start();
        await using var proxy = new CuttingProxy(server.Address, Cut.BeforeRequest, times: 6);
        var clock = new HurriedClock();
        var retry = new RetryOptions
        {
            Attempts = 7,
            FirstWait = TimeSpan.FromSeconds(1),
            LongestWait = TimeSpan.FromSeconds(5),
        };
        New(await server.Client(proxy.Address, new ClientOptions { Key = server.Key, Retry = retry, Clock = clock })
            .Record(East, Visit("visit-1")));
        double[] longest = [1, 2, 4, 5, 5, 5];
        Assert.All(clock.Waits.Zip(longest), w => Assert.InRange(w.First.TotalSeconds, w.Second / 2, w.Second));
        Assert.Equal(longest.Length, clock.Waits.Count);
    }

    [Fact]
    public async Task Sending_too_fast_is_waited_out_as_long_as_the_server_asks()
    {
        await using var server = await Start(new ServerNeeds(RequestsPerSecond: 1));
        var started = Stopwatch.GetTimestamp();
        for (var i = 1; i <= 2; i++) New(await server.Client().Record(East, Visit($"visit-{i}")));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.9, 30);
    }

    [Fact]
    public async Task Sending_too_fast_without_patience_is_told()
    {
        await using var server = await Start(new ServerNeeds(RequestsPerSecond: 1));
        var client = server.Client(server.Address, new ClientOptions { Key = server.Key, Retry = RetryOptions.Never });
        await client.Record(East, Visit("visit-1"));
        var told = await Assert.ThrowsAsync<ProblemException>(() => client.Record(East, Visit("visit-2")));
        Assert.Equal(("rate-limited", 429), (told.Refusal, told.Status));
    }

    [Fact]
    public async Task A_store_that_lost_its_answer_is_asked_again_when_it_says_and_answers_exists()
    {
        await using var server = await Start(new ServerNeeds(LosesAnAnswer: true));
        var (before, clock) = (await server.Entries(East), new HurriedClock());
        var client = server.Client(server.Address, new ClientOptions { Key = server.Key, Clock = clock });
        Known(await client.Record(East, Visit("visit-1")));
        Assert.Equal(before + 1, await server.Entries(East));
        Assert.Equal([TimeSpan.FromSeconds(5)], clock.Waits);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_patience_than_there_is_ends_the_attempts()
    {
        await using var server = await Start(new ServerNeeds(LosesAnAnswer: true));
        var retry = new RetryOptions { LongestRetryAfter = TimeSpan.FromSeconds(4) };
        var client = server.Client(server.Address, new ClientOptions { Key = server.Key, Retry = retry });
        var told = await Assert.ThrowsAsync<ProblemException>(() => client.Record(East, Visit("visit-1")));
        Assert.Equal(("append-unknown", 503), (told.Refusal, told.Status));
    }

    [Fact]
    public async Task A_caller_who_gives_up_ends_the_waiting()
    {
        await using var server = await Start();
        await using var proxy = new CuttingProxy(server.Address, Cut.BeforeRequest, times: 9);
        var patient = new RetryOptions { FirstWait = TimeSpan.FromMinutes(5), LongestWait = TimeSpan.FromMinutes(5) };
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.Client(proxy.Address, new ClientOptions { Key = server.Key, Retry = patient })
                .Record(East, Visit("visit-1"), cancel: giveUp.Token));
    }
}
