using System.Collections.Concurrent;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests;

/// <summary>Several processes serve one database: whichever is asked, the answer is of one ledger.</summary>
public sealed class TwoServersTests(TwoServers two) : IClassFixture<TwoServers>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_one_recorded_the_other_has_in_its_ledger_and_its_scorecard_at_once()
    {
        var chamber = await two.A.Chamber();
        (await two.B.Get($"/api/v1/chambers/{chamber}/scorecard?period=2026")).Is(200);
        var recorded = (await two.A.Record(chamber, Visit.Of("v-1", 2))).Is(201);
        var ledger = (await two.B.Get($"/api/v1/chambers/{chamber}/ledger")).Is(200);
        Assert.Contains(recorded["hash"]!, ledger.Text);
        var cards = new List<string>();
        foreach (var server in two.Both)
            cards.Add((await server.Get($"/api/v1/chambers/{chamber}/scorecard?period=2026")).Is(200)["total"]!);
        Assert.Equal(cards[0], cards[1]);
        var again = (await two.B.Record(chamber, Visit.Of("v-1", 2))).Is(200);
        Assert.Equal((recorded["sequence"], recorded["hash"]), (again["sequence"], again["hash"]));
        (await two.B.Record(chamber, Visit.Of("v-1", 3))).Is(409);
    }

    [Fact]
    public async Task Standings_of_the_other_show_it_within_a_second_and_a_page_that_was_kept_is_not_taken_for_it()
    {
        var chamber = await two.A.Chamber();
        var path = $"/api/v1/standings?period=2026&chamber={chamber}";
        await TwoServers.Until(async () => (await two.B.Get(path)).Is(200).Json["asked"] is not null, "the chamber is not listed");
        var before = await two.B.Get(path);
        (await two.A.Record(chamber, Visit.Of("v-1", 3))).Is(201);
        Sent after = before;
        var took = await TwoServers.Until(async () => (after = await Again()).Status == 200, "the page never changes");
        Assert.InRange(took, TimeSpan.Zero, Promised);
        Assert.NotEqual(before.Json["asked"]!["points"]!.ToString(), after.Json["asked"]!["points"]!.ToString());
        // Once both have seen it, they name the same page alike: a balancer may send its reader to either.
        await TwoServers.Until(async () => (await two.A.Get(path)).ETag == (await two.B.Get(path)).ETag, "their pages differ");

        Task<Sent> Again() => two.B.Get(path, headers: ("If-None-Match", before.ETag!));
    }

    [Fact]
    public async Task An_activity_recorded_on_one_is_found_on_the_other_at_once()
    {
        var chamber = await two.A.Chamber();
        (await two.A.Record(chamber, Visit.Of("v-1", 2))).Is(201);
        Assert.Single((await two.B.Get($"/api/v1/activities?chamber={chamber}")).Is(200).Json["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_round_goes_from_one_to_the_other_and_two_seals_at_once_give_one_proof()
    {
        var town = await two.A.Opened();
        (await two.A.Record($"{town}-a", Visit.Of("v-1", 10))).Is(201);
        (await two.B.Lock(town, """{"closePeriod":true}""")).Is(201);
        (await two.A.Record($"{town}-a", Visit.Of("late"))).IsProblem(409, "period-closed");
        (await two.A.Decide(town)).Is(201);
        var seals = await Task.WhenAll(two.B.Seal(town), two.A.Seal(town));
        Assert.Equal([200, 201], seals.Select(s => s.Status).Order());
        Assert.Equal(seals[0].Json["round"]!["sealed"]!.ToJsonString(), seals[1].Json["round"]!["sealed"]!.ToJsonString());
        foreach (var server in two.Both)
            Assert.Equal($"\"{seals[0].Json["round"]!["sealed"]!["proof"]}\"",
                (await server.Get($"/api/v1/rounds/{town}/proof", Role.Auditor)).Is(200).ETag);
    }

    [Fact]
    public async Task Sixty_four_senders_through_both_record_each_id_once()
    {
        const int senders = 64, ids = 6, chambersCount = 16;
        var chambers = new List<string>();
        for (var i = 0; i < chambersCount; i++) chambers.Add(await two.A.Chamber());
        var hashes = new ConcurrentDictionary<(string, string), ConcurrentBag<string>>();
        await Task.WhenAll(Enumerable.Range(0, senders).Select(async sender =>
        {
            // Four senders share a chamber's ids, and each begins at the other server.
            var chamber = chambers[sender % chambersCount];
            for (var i = 0; i < ids; i++)
                foreach (var server in sender % 2 == 0 ? two.Both : two.Both.Reverse())
                    hashes.GetOrAdd((chamber, $"v-{i}"), _ => []).Add(await Recorded(server, chamber, Visit.Of($"v-{i}", 1)));
        }));
        Assert.Equal(chambersCount * ids, hashes.Count);
        Assert.All(hashes, h => Assert.Single(h.Value.Distinct()));
        foreach (var chamber in chambers)
        {
            var state = await two.B.Running.Workspace.Log.LoadWhole<LedgerState>(StreamId.Of(new ChamberId(chamber)), default);
            Assert.Equal(1 + ids, state.Head.Sequence);
        }
    }

    [Fact]
    public async Task Sixty_four_senders_of_one_chamber_through_both_are_recorded_and_none_is_told_to_send_again()
    {
        const int senders = 64, each = 6;
        var chamber = await two.A.Chamber();
        await Task.WhenAll(Enumerable.Range(0, senders).Select(async sender =>
        {
            for (var i = 0; i < each; i++) (await two.Both[sender % 2].Record(chamber, Visit.Of($"v-{sender}-{i}", 1))).Is(201);
        }));
        var head = (await two.A.Running.Workspace.Log.Load(StreamId.Of(new ChamberId(chamber)), 2026, [], default)).Head;
        Assert.Equal(1 + senders * each, head.Sequence);
    }

    private static async Task<string> Recorded(TestServer server, string chamber, string activity)
    {
        var sent = await server.Record(chamber, activity);
        Assert.True(sent.Status is 200 or 201, $"{sent.Status} {sent.Text}");
        return sent["hash"]!;
    }

    [Fact]
    public async Task A_key_revoked_on_one_is_refused_on_the_other_within_a_second()
    {
        var issued = (await two.A.Post("/api/v1/keys", """{"id":"k-two","role":"reader","scope":"990101"}""", Role.Approver)).Is(201);
        await TwoServers.Until(async () => await Status(two.B, issued["secret"]!) == 200, "the key is not known");
        (await two.A.SendWith(two.A.Key(Role.Approver), HttpMethod.Delete, "/api/v1/keys/k-two", """{"reason":"人员调整"}""")).Is(200);
        Assert.Equal(401, await Status(two.A, issued["secret"]!));
        Assert.InRange(await TwoServers.Until(async () => await Status(two.B, issued["secret"]!) == 401, "the key still acts"),
            TimeSpan.Zero, Promised);
    }

    private static async Task<int> Status(TestServer server, string secret) =>
        (await server.SendWith(secret, HttpMethod.Get, "/api/v1/identity")).Status;

    [Fact]
    public async Task One_that_was_stopped_knows_after_its_start_what_the_other_recorded_meanwhile()
    {
        var chamber = await two.A.Chamber(TestServer.Elsewhere);
        await two.A.Stop();
        (await two.B.SendWith(two.B.Key(Role.Approver, TestServer.Elsewhere), HttpMethod.Post,
            $"/api/v1/chambers/{chamber}/activities", Visit.Of("meanwhile", 1))).Is(201);
        await two.A.Start();
        var ledger = await two.A.SendWith(two.B.Key(Role.Approver, TestServer.Elsewhere), HttpMethod.Get,
            $"/api/v1/chambers/{chamber}/ledger");
        Assert.Contains("meanwhile", ledger.Is(200).Text);
    }

    [Fact]
    public async Task Health_names_the_store_and_not_where_it_is()
    {
        var health = (await two.A.Get("/health/ready", null)).Is(200);
        var editions = health.Json["editions"]!.AsArray().Select(e => e!.ToString()).ToList();
        Assert.Contains("PostgreSQL", editions);
        Assert.DoesNotContain("embedded journal", editions);
        Assert.DoesNotContain("127.0.0.1", health.Text);
    }
}
