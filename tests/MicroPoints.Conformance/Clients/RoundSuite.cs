using System.Security.Cryptography;
using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>A round from draft to its proof.</summary>
public abstract class RoundSuite : ClientServerSuite
{
    private const string Round = "r-2026";

    private static RoundToOpen ToOpen => new()
    {
        Id = Round,
        Scope = "990101",
        Period = "2026",
        Purpose = RoundPurpose.Rehearsal,
    };

    private static DecisionToRecord Decision(params SelectionDeparture[] departures) => new()
    {
        Meeting = "主席办公会",
        On = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)),
        Minutes = "〔2026〕1号",
        Departures = departures,
    };

    [Fact]
    public async Task A_round_goes_from_draft_to_its_proof_and_every_step_again_exists()
    {
        await using var server = await Start();
        var client = server.ClientOf(server.Authority);
        New(await client.Record(East, Visit("visit-1", 3)));
        foreach (var (step, status) in (IEnumerable<(Func<Task<Sent<RecordedRoundStep>>>, RoundStatus)>)
        [
            (() => client.OpenRound(ToOpen), RoundStatus.Draft), (() => client.ApplyToRound(Round, East), RoundStatus.Draft),
            (() => client.LockRound(Round), RoundStatus.Locked), (() => client.DecideRound(Round, Decision()), RoundStatus.Decided),
            (() => client.SealRound(Round), RoundStatus.Sealed),
        ])
        {
            Assert.Equal(status, New(await step()).Round.Status);
            Assert.Equal(status, Known(await step()).Round.Status);
        }
        var seal = (await client.Round(Round)).Value!.Sealed!;
        var proof = await client.Proof(Round);
        Assert.Equal(seal.Proof, Convert.ToHexStringLower(SHA256.HashData(proof.Value!)));
        Assert.True((await client.Proof(Round, proof.ETag)).IsUnchanged);
    }

    [Fact]
    public async Task Results_are_provisional_once_locked_and_stay_as_they_were()
    {
        await using var server = await Start();
        var client = server.ClientOf(server.Authority);
        New(await client.Record(East, Visit("visit-1", 3)));
        New(await client.OpenRound(ToOpen));
        Assert.Equal("round-wrong-state", (await Told(() => client.RoundResults(Round))).Refusal);
        Assert.Equal("round-wrong-state", (await Told(() => client.ExplainResult(Round, East))).Refusal);
        New(await client.LockRound(Round));
        New(await client.Record(East, Visit("visit-2", 3)));
        var results = (await client.RoundResults(Round)).Value!;
        Assert.True(results.Provisional);
        Assert.Equal([East, West, Street], results.Results.Select(r => r.Chamber).Order());
        var why = await client.ExplainResult(Round, East);
        Assert.Equal((true, "3"), (why.Value!.Provisional, why.Value.Lines.Single(l => l.Id == "M1").Facts.Single(f => f.Counts).Amount));
        Assert.True((await client.ExplainResult(Round, East, why.ETag)).IsUnchanged);
        Assert.Equal("chamber-unknown", (await Told(() => client.ExplainResult(Round, "nobody"))).Refusal);
        Assert.Equal(1.5m, results.Results.Single(r => r.Chamber == East).Points - results.Results.Single(r => r.Chamber == West).Points);
    }

    [Fact]
    public async Task What_may_not_be_done_to_a_round_is_refused_by_name()
    {
        await using var server = await Start();
        var client = server.ClientOf(server.Authority);
        New(await client.OpenRound(ToOpen));
        Assert.Equal("round-wrong-state", Refused(await client.DecideRound(Round, Decision())).Refusal);
        Assert.Equal("chamber-unknown", Refused(await client.ApplyToRound(Round, "nobody")).Refusal);
        New(await client.LockRound(Round));
        Assert.Equal("round-wrong-state", Refused(await client.ApplyToRound(Round, East)).Refusal);
        Assert.Equal("chamber-unknown", Refused(await client.DecideRound(Round, Decision(new SelectionDeparture
        {
            Outcome = "award-nomination",
            Chamber = "nobody",
            Selected = true,
            Reason = "会议决定",
        }))).Refusal);
        Assert.Equal("role-not-sufficient", Refused(await server.Client().DecideRound(Round, Decision())).Refusal);
        Assert.Equal("round-wrong-state", (await Told(() => client.Proof(Round))).Refusal);
        Assert.Equal("round-unknown", (await Told(() => client.Round("r-2031"))).Refusal);
    }

    [Fact]
    public async Task A_draft_is_abandoned_with_a_reason_and_takes_no_further_step()
    {
        await using var server = await Start();
        var client = server.ClientOf(server.Authority);
        New(await client.OpenRound(ToOpen));
        Assert.Equal("reason-missing", Refused(await client.AbandonRound(Round, new RoundToAbandon { Reason = " " })).Refusal);
        var why = new RoundToAbandon { Reason = "开错了年度" };
        var abandoned = New(await client.AbandonRound(Round, why)).Round;
        Assert.Equal((RoundStatus.Abandoned, "开错了年度"), (abandoned.Status, abandoned.Abandoned!.Reason));
        Assert.Equal(RoundStatus.Abandoned, Known(await client.AbandonRound(Round, why)).Round.Status);
        Assert.Equal("exists-with-different-reason",
            Refused(await client.AbandonRound(Round, new RoundToAbandon { Reason = "别的" })).Refusal);
        Assert.Equal("round-given-up", Refused(await client.LockRound(Round)).Refusal);
        Assert.Equal("round-given-up", Refused(await client.DecideRound(Round, Decision())).Refusal);
    }

    [Fact]
    public async Task Rounds_of_a_scope_are_listed_and_what_the_caller_has_is_not_sent_again()
    {
        await using var server = await Start();
        var client = server.ClientOf(server.Authority);
        Assert.Empty(await List(client.Rounds("990101")));
        New(await client.OpenRound(ToOpen));
        var listed = Assert.Single(await List(client.Rounds("990101")));
        Assert.Equal((Round, RoundStatus.Draft), (listed.Id, listed.Status));
        var round = await client.Round(Round);
        Assert.True((await client.Round(Round, round.ETag)).IsUnchanged);
        New(await client.ApplyToRound(Round, West));
        Assert.Equal([West], (await client.Round(Round, round.ETag)).Value!.Applicants);
    }

    private static Task<ProblemException> Told(Func<Task> call) => Assert.ThrowsAsync<ProblemException>(call);
}
