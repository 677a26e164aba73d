namespace MicroPoints.Api.Tests;

public sealed class StoppingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task What_was_answered_before_a_stop_is_there_after_a_start()
    {
        var chamber = await server.Chamber();
        using var stop = new CancellationTokenSource();
        var recorded = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var senders = Enumerable.Range(0, 16).Select(sender => Task.Run(async () =>
        {
            var acknowledged = new List<(string Id, string Hash)>();
            for (var i = 0; !stop.IsCancellationRequested; i++)
                try
                {
                    var sent = await server.Record(chamber, Visit.Of($"s{sender}-{i}"));
                    Assert.True(sent.Status == 201, sent.Text);
                    acknowledged.Add(($"s{sender}-{i}", sent["hash"]!));
                    if (Interlocked.Increment(ref recorded) == 200) enough.SetResult();
                }
                catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException) { break; }
            return acknowledged;
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(senders), Task.Delay(TimeSpan.FromSeconds(60)));
        await server.Running.DisposeAsync();
        stop.Cancel();
        var acknowledged = (await Task.WhenAll(senders)).SelectMany(a => a).ToList();
        Assert.True(acknowledged.Count >= 200, $"only {acknowledged.Count} were recorded");
        server.Http.Dispose();
        await server.Start();
        foreach (var (id, hash) in acknowledged.Where((_, i) => i % 7 == 0))
            Assert.Equal(hash, (await server.Get($"/api/v1/chambers/{chamber}/activities/{id}")).Is(200)
                .Json["entry"]!["hash"]!.ToString());
        Assert.True((long)(await server.Get($"/api/v1/chambers/{chamber}")).Json["head"]!["sequence"]! > acknowledged.Count);
    }
}
