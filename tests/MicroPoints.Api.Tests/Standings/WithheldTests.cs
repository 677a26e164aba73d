using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests;

/// <summary>What explaining, advising and supposing tell nobody, or not everybody: reference opinions, others' amounts, reasons.</summary>
public sealed class WithheldTests(RoundServer server) : IClassFixture<RoundServer>, IAsyncLifetime
{
    private const string Asked = "ruleset=vitality&period=2026Q4";

    private static readonly string[] Lively =
    [
        """{"id":"party","kind":"party.coverage","on":"2026-10-01","option":"organisation"}""",
        """{"id":"studio","kind":"secretary-studio.established","on":"2026-10-01","flag":true}""",
        """{"id":"liaison","kind":"united-front-liaison.appointed","on":"2026-10-01","flag":true}""",
        """{"id":"education","kind":"education.held","on":"2026-10-10","count":2}""",
        """{"id":"delegation","kind":"delegation.received","on":"2026-10-15","count":1}""",
        """{"id":"promotion","kind":"promotion.joined","on":"2026-10-12","count":1}""",
        """{"id":"exhibition","kind":"exhibition.held","on":"2026-10-12","count":1}""",
        """{"id":"salon","kind":"policy-session.held","on":"2026-10-20","count":3}""",
        """{"id":"requests","kind":"request.resolved","on":"2026-10-25","count":4}""",
        """{"id":"lectures","kind":"lecture.held","on":"2026-10-25","count":2}""",
        """{"id":"deals","kind":"cooperation.matched","on":"2026-10-10","count":4}""",
        """{"id":"donations","kind":"donation.made","on":"2026-10-28","count":2}""",
        """{"id":"hours","kind":"volunteer.served","on":"2026-10-05","quantity":80}""",
        """{"id":"charter","kind":"charter.adopted","on":"2026-10-01","flag":true}""",
        """{"id":"finance","kind":"finance-rules.adopted","on":"2026-10-01","flag":true}""",
        """{"id":"council","kind":"council.met","on":"2026-10-30","count":1}""",
    ];

    private static string Batch(params string[] lines) => $$"""{"activities":[{{string.Join(',', lines)}}]}""";

    private static string VisitOn(int count, string more = "") =>
        $$"""{"id":"v","kind":"member.visited","on":"2026-10-12"{{more}},"count":{{count}} }""";

    private Task<Sent> Suppose(string chamber, string body, Role role = Role.Reader) =>
        server.Send(HttpMethod.Post, $"/api/v1/chambers/{chamber}/what-if?{Asked}", body, role);

    /// <summary>The region asks for the opinion; the same again is a replay.</summary>
    public async Task InitializeAsync() => Assert.InRange((await server.Post("/api/v1/adoptions", $$"""
        {"id":"adopted","region":"{{TestServer.County}}","ruleset":"vitality","version":"2026.1","from":"2026-01-01",
         "settings":{"political-reference":true} }
        """, Role.Approver)).Status, 200, 201);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_reference_opinion_is_told_by_no_answer_though_the_region_asks_for_it_and_the_chamber_has_it()
    {
        var chamber = $"{await server.Town(1)}-a";
        (await server.Post($"/api/v1/chambers/{chamber}/activities/batch", Batch(Lively))).Is(201);
        var seen = await server.Running.Workspace.Standings.Ask(new StandingsQuery("vitality", Period.Parse("2026Q4"),
            new RegionCode(TestServer.County), null, null, []), new ChamberId(chamber), default);
        var opinion = seen.Cards.Single().Outcomes.Single(o => o.Outcome.Kind == OutcomeKind.Reference);
        Assert.True(opinion.IsEligible);

        var explained = (await server.Get($"/api/v1/chambers/{chamber}/explain?{Asked}")).Is(200);
        // A later outcome asks for another one: there the opinion would stand among what the chamber is eligible for.
        Assert.Contains("\"of\":\"eligible\"", explained.Text);
        foreach (var sent in (Sent[])[explained, await server.Get($"/api/v1/chambers/{chamber}/scorecard?{Asked}"),
            await server.Get($"/api/v1/chambers/{chamber}/advice?{Asked}"), await Suppose(chamber, Batch(VisitOn(3)))])
            foreach (var word in (string[])[opinion.Outcome.Id, opinion.Outcome.Title.Zh, opinion.Outcome.Title.En!])
                Assert.DoesNotContain(word, sent.Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_words_is_not_told_whether_a_reason_is_the_one_that_was_given()
    {
        var chamber = $"{await server.Town(1)}-a";
        (await server.Record(chamber, VisitOn(3, ",\"reason\":\"会长住院\""))).Is(201);
        string[] guesses = [VisitOn(3, ",\"reason\":\"会长住院\""), VisitOn(3, ",\"reason\":\"换届\""), VisitOn(3), VisitOn(5),
            """{"id":"v","kind":"no.such","on":"2026-10-12","count":1}"""];
        var other = VisitOn(2).Replace("\"v\"", "\"w\"");
        foreach (var more in (string[][])[[], [other], [VisitOn(2).Replace("\"v\"", "\"x y\"")]])
        {
            var answers = new List<string>();
            foreach (var guess in guesses)
            {
                var told = System.Text.Json.Nodes.JsonNode.Parse((await Suppose(chamber, Batch([guess, .. more]))).Text)!.AsObject();
                // Every request has an id of its own.
                told.Remove("requestId");
                answers.Add(told.ToJsonString());
            }
            Assert.Single(answers.Distinct());
        }
        var mixed = (await Suppose(chamber, Batch(guesses[1], other))).Is(200);
        Assert.Equal(("1", "1"), (mixed["supposed"], mixed["existing"]));
        var refused = (await Suppose(chamber, Batch(guesses[1], """{"id":"w","kind":"no.such","on":"2026-10-12","count":1}""")))
            .IsProblem(422, "batch-refused");
        Assert.Equal("1", refused.Json["lines"]!.AsArray().Single()!["index"]!.ToString());
        var clerk = await Suppose(chamber, Batch(guesses[1]), Role.Clerk);
        Assert.Equal("exists-with-different-reason", clerk.IsProblem(409, "batch-refused").Json["lines"]![0]!["refusal"]!.ToString());
    }

    [Fact]
    public async Task What_the_least_and_the_most_of_few_peers_have_is_told_to_keys_that_reach_all_of_them()
    {
        var (town, other) = (await server.Town(1), await server.Town(2));
        foreach (var (chamber, visits) in ((string, int)[])[($"{town}-a", 4), ($"{other}-a", 2), ($"{other}-b", 17)])
            (await server.Record(chamber, VisitOn(visits))).Is(201);
        var whole = await Peers(server.Key(Role.Reader));
        Assert.Equal(("4", "17"), (whole.Own, whole.Most));
        var (_, secret) = await server.Running.Workspace.Keys.Issue(new NewKey(null, null, Role.Reader, new RegionCode(town), null),
            new Actor(new ActorId("f"), Role.Approver, RegionCode.Nation), default);
        var part = await Peers(secret);
        Assert.Equal((whole.Own, whole.Peers, null), (part.Own, part.Peers, part.Most));
        Assert.DoesNotContain("17", part.Steps, StringComparison.Ordinal);
        Assert.Contains("家可比商会相比", part.Steps, StringComparison.Ordinal);

        async Task<(string Own, string Peers, string? Most, string Steps)> Peers(string key)
        {
            var told = (await server.SendWith(key, HttpMethod.Get, $"/api/v1/chambers/{town}-a/explain?{Asked}")).Is(200);
            var line = told.Json["lines"]!.AsArray().Single(l => l!["id"]!.ToString() == "M1")!;
            return (line["peers"]!["own"]!.ToString(), line["peers"]!["peers"]!.ToString(), line["peers"]!["most"]?.ToString(),
                string.Join(' ', line["steps"]!.AsArray().Select(s => s!["zh"]!.ToString())));
        }
    }
}
