using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests;

public sealed class IdContractTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string Digest = new('a', 64), OtherDigest = new('b', 64);

    private static readonly string Full = $$"""
        {"id":"full","kind":"project.brokered","on":"2026-01-12","option":"signed","key":"plant-1","part":"1/2",
         "submitted":"2026-01-13","reason":"签约","evidence":["sha256:{{Digest}}"]}
        """;

    [Fact]
    public async Task Sending_the_same_again_answers_200_with_the_first_sequence_and_hash()
    {
        var chamber = await server.Chamber();
        var first = (await server.Record(chamber, Full)).Is(201);
        await server.Record(chamber, Visit.Of("between"));
        var again = (await server.Record(chamber, Full)).Is(200);
        Assert.Equal(("recorded", "exists"), (first["answer"], again["answer"]));
        Assert.Equal((first["sequence"], first["hash"]), (again["sequence"], again["hash"]));
        Assert.Equal($"/api/v1/chambers/{chamber}/activities/full", first.Location);
    }

    [Theory]
    [InlineData("kind", "\"member.visited\"", "kind")]
    [InlineData("on", "\"2026-01-11\"", "on")]
    [InlineData("submitted", "\"2026-01-14\"", "submitted")]
    [InlineData("option", "\"landed\"", "option")]
    [InlineData("key", "\"plant-2\"", "key")]
    [InlineData("part", "\"1/3\"", "part")]
    [InlineData("reason", "\"另因\"", "reason")]
    [InlineData("evidence", "[]", "evidence")]
    public async Task Each_changed_member_is_refused_by_its_name(string member, string value, string named)
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Full);
        var changed = JsonNode.Parse(Full)!.AsObject();
        changed[member] = JsonNode.Parse(value);
        (await server.Record(chamber, changed.ToJsonString())).IsProblem(409, $"exists-with-different-{named}");
    }

    [Theory]
    [InlineData("member.visited", "\"count\":1", "\"count\":2", "count")]
    [InlineData("member.visited", "\"count\":1", "\"quantity\":1", "measure")]
    [InlineData("volunteer.served", "\"quantity\":1.5", "\"quantity\":1.51", "quantity")]
    [InlineData("member.satisfaction", "\"answered\":8,\"satisfied\":7,\"asked\":9",
        "\"answered\":8,\"satisfied\":6,\"asked\":9", "satisfied")]
    [InlineData("member.satisfaction", "\"answered\":8,\"satisfied\":7,\"asked\":9",
        "\"answered\":9,\"satisfied\":7,\"asked\":9", "answered")]
    [InlineData("member.satisfaction", "\"answered\":8,\"satisfied\":7,\"asked\":9",
        "\"answered\":8,\"satisfied\":7,\"asked\":10", "asked")]
    [InlineData("pledge.signed", "\"done\":7,\"of\":9", "\"done\":8,\"of\":9", "done")]
    [InlineData("pledge.signed", "\"done\":7,\"of\":9", "\"done\":7,\"of\":10", "of")]
    [InlineData("finance-rules.adopted", "\"flag\":true", "\"flag\":false", "flag")]
    [InlineData("finance-rules.adopted", "\"flag\":true,\"expires\":\"2027-01-01\"",
        "\"flag\":true,\"expires\":\"2027-01-02\"", "expires")]
    [InlineData("finance-rules.adopted", "\"flag\":true,\"expires\":\"2027-01-01\"", "\"flag\":true", "expires")]
    [InlineData("member.visited", "\"count\":1", "\"submitted\":\"2026-01-13\"", "submitted")]
    [InlineData("member.visited", "\"count\":1", "\"key\":\"x\"", "measure")]
    [InlineData("member.visited", "\"count\":1", "\"count\":1,\"quantity\":1", "measure")]
    [InlineData("finance-rules.adopted", "\"flag\":true", "\"reason\":\"x\"", "measure")]
    [InlineData("member.satisfaction", "\"answered\":8,\"satisfied\":7,\"asked\":9", "\"answered\":8", "measure")]
    [InlineData("federation.awarded", "\"points\":1,\"reason\":\"r\"", "\"points\":2,\"reason\":\"r\"", "points")]
    public async Task Each_changed_measure_is_refused_by_its_name(string kind, string first, string second, string named)
    {
        var chamber = await server.Chamber();
        var body = $$"""{"id":"m","kind":"{{kind}}","on":"2026-01-12",{{first}}}""";
        (await server.Record(chamber, body)).Is(201);
        var changed = body.Replace(first, second);
        (await server.Record(chamber, changed)).IsProblem(409, $"exists-with-different-{named}");
        (await server.Post($"/api/v1/chambers/{chamber}/activities/preview", changed)).IsProblem(409, $"exists-with-different-{named}");
        var batch = (await server.Post($"/api/v1/chambers/{chamber}/activities/batch", $$"""{"activities":[{{changed}}]}"""))
            .IsProblem(409, "batch-refused");
        Assert.Equal($"exists-with-different-{named}", batch.Json["lines"]![0]!["refusal"]!.ToString());
    }

    [Fact]
    public async Task Without_a_measure_a_new_id_is_refused_for_that()
    {
        var chamber = await server.Chamber();
        const string Bare = """{"id":"m","kind":"member.visited","on":"2026-01-12"}""";
        (await server.Record(chamber, Bare)).IsProblem(422, "measure-missing");
        (await server.Record(chamber, Bare.Replace("}", ",\"count\":1,\"flag\":true}"))).IsProblem(422, "measure-not-of-kind");
    }

    [Fact]
    public async Task Sixty_four_senders_of_the_same_thousand_ids_make_a_thousand_entries()
    {
        var chamber = await server.Chamber();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async sender =>
        {
            var seen = new List<(string Id, int Status, string Sequence, string Hash)>();
            for (var i = 0; i < 1_000; i += 50)
            {
                // Each begins elsewhere, so that all meet at all ids.
                var at = (i + sender * 50) % 1_000;
                var body = $$"""{"activities":[{{string.Join(",", Enumerable.Range(at, 50).Select(n => Visit.Of($"v-{n}")))}}]}""";
                var sent = await server.Post($"/api/v1/chambers/{chamber}/activities/batch", body);
                Assert.True(sent.Status is 200 or 201, sent.Text);
                seen.AddRange(sent.Json["lines"]!.AsArray().Select(l =>
                    (l!["id"]!.ToString(), l["answer"]!.ToString() == "recorded" ? 201 : 200,
                    l["sequence"]!.ToString(), l["hash"]!.ToString())));
            }
            return seen;
        }));
        var all = answers.SelectMany(a => a).ToList();
        Assert.Equal(1_000, all.Count(a => a.Status == 201));
        Assert.Equal(1_000, all.Select(a => (a.Id, a.Sequence, a.Hash)).Distinct().Count());
        Assert.Equal("1001", (await server.Get($"/api/v1/chambers/{chamber}")).Json["head"]!["sequence"]!.ToString());
    }

    [Fact]
    public async Task Many_senders_of_one_id_record_it_once()
    {
        var chamber = await server.Chamber();
        var sent = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => server.Record(chamber, Visit.Of("one"))));
        Assert.Single(sent, s => s.Status == 201);
        Assert.Equal(63, sent.Count(s => s.Status == 200));
        Assert.Single(sent.Select(s => (s["sequence"], s["hash"])).Distinct());
    }

    [Fact]
    public async Task What_brings_awards_to_zero_is_answered_also_where_one_of_them_was_out_of_bounds()
    {
        var chamber = await server.Chamber();
        foreach (var (id, points) in ((string, string)[])[("a-1", "1.5"), ("a-2", "99")])
            (await server.Record(chamber, $$"""
                {"id":"{{id}}","kind":"federation.awarded","on":"2026-05-08","points":{{points}},"reason":"抗旱送水"}
                """)).Is(201);
        var sent = (await server.Record(chamber,
            """{"id":"f-1","kind":"material.fabricated","on":"2026-05-09","count":1,"key":"federation.awarded"}""")).Is(201);
        var lines = sent.Json["credited"]!.AsArray().ToDictionary(l => l!["indicator"]!.ToString(), l => l!["counted"]!.ToJsonString());
        Assert.Equal(("-5", "-1.5"), (lines["K2"], lines["J5"]));
    }

    [Fact]
    public async Task Recording_says_what_it_credits_and_why_not_more()
    {
        var chamber = await server.Chamber();
        var first = (await server.Record(chamber, Visit.Of("v-1", 1))).Json["credited"]!.AsArray().Single()!;
        Assert.Equal(("micro-points@2026.1", "M1", "0.5", "0.5"), (first["ruleset"]!.ToString(), first["indicator"]!.ToString(),
            first["points"]!.ToJsonString(), first["counted"]!.ToJsonString()));
        var capped = (await server.Record(chamber, Visit.Of("v-2", 100))).Json["credited"]!.AsArray().Single()!;
        Assert.Contains("cap-reached", capped["because"]!.AsArray().Select(b => b!.ToString()));
        Assert.Equal(50m, capped["points"]!.GetValue<decimal>());
        Assert.True(capped["counted"]!.GetValue<decimal>() < 50m);
    }
}
