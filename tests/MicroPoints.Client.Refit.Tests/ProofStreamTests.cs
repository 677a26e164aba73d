using MicroPoints.Conformance.Clients;
using MicroPoints.Contracts;
using Xunit;

namespace MicroPoints.Client.Refit.Tests;

/// <summary>A proof that is read as it comes.</summary>
public sealed class ProofStreamTests
{
    [Fact]
    public async Task A_proof_as_a_stream_has_the_same_bytes_and_before_the_seal_it_is_refused()
    {
        await using var server = await new RefitClients().Begin(new ServerNeeds());
        using var apis = new MicroPointsApis(server.Address, new ClientOptions { Key = server.Authority });
        await apis.Rounds.OpenRound(new RoundToOpen { Id = "r", Scope = "990101", Period = "2026", Purpose = RoundPurpose.Rehearsal });
        var told = await Assert.ThrowsAsync<ProblemException>(() => apis.Rounds.OpenProof("r"));
        Assert.Equal("round-wrong-state", told.Refusal);

        await apis.Rounds.LockRound("r");
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1));
        await apis.Rounds.DecideRound("r", new DecisionToRecord { Meeting = "主席办公会", On = yesterday, Minutes = "1号" });
        Assert.IsType<Sent<RecordedRoundStep>.Recorded>(await apis.Rounds.SealRound("r"));
        using var whole = new MemoryStream();
        await using (var proof = await apis.Rounds.OpenProof("r"))
        {
            Assert.False(proof.CanSeek, "it was read to its end before it was handed over");
            await proof.CopyToAsync(whole);
        }
        Assert.Equal((await apis.Rounds.GetProof("r")).Value, whole.ToArray());
    }

    [Fact]
    public async Task A_stream_whose_request_is_lost_on_the_way_is_opened_by_the_next_attempt()
    {
        await using var server = await new RefitClients().Begin(new ServerNeeds());
        await using var proxy = new CuttingProxy(server.Address, Cut.BeforeAnswer);
        using var apis = new MicroPointsApis(proxy.Address, new ClientOptions { Key = server.Authority, Clock = new HurriedClock() });
        var told = await Assert.ThrowsAsync<ProblemException>(() => apis.Rounds.OpenProof("nothing"));
        Assert.Equal(("round-unknown", 1), (told.Refusal, proxy.Broken));
    }

    [Fact]
    public async Task An_attempt_without_an_answer_ends_in_time_and_is_made_again()
    {
        using var silent = new Silence();
        var options = new ClientOptions { Retry = new RetryOptions { Attempts = 2 }, Clock = new HurriedClock() };
        var handler = new AnswerHandler(options) { InnerHandler = silent, AttemptTimeout = TimeSpan.FromMilliseconds(50) };
        using var http = new HttpClient(handler);
        var told = await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetAsync("http://127.0.0.1:5080/"));
        Assert.IsType<TimeoutException>(told.InnerException);
        Assert.Equal(2, silent.Asked);
    }

    /// <summary>A network that never answers.</summary>
    private sealed class Silence : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            Asked++;
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException("an endless wait ended");
        }
    }
}
