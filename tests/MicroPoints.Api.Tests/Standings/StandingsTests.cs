using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class StandingsTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("1950", "period-not-of-ruleset", "2025 at the earliest")]
    [InlineData("2024", "period-not-of-ruleset", "2025 at the earliest")]
    [InlineData("2190", "on-in-future", "nothing to score yet")]
    public async Task A_period_that_no_round_can_be_of_is_refused_and_says_why(string period, string refusal, string saying)
    {
        var chamber = await server.Chamber();
        foreach (var path in (string[])[$"/api/v1/chambers/{chamber}/scorecard", "/api/v1/standings"])
            Assert.Contains(saying, (await server.Get($"{path}?period={period}")).IsProblem(422, refusal)["detail"]);
        (await server.Get($"/api/v1/chambers/{chamber}/scorecard?period=2025")).Is(200);
    }

    [Fact]
    public async Task Standings_come_in_order_of_place_over_all_pages_with_the_asked_chamber()
    {
        for (var i = 1; i <= 5; i++) await server.Record(await server.Chamber(), Visit.Of("v", i));
        var asked = await server.Chamber();
        var (rows, next) = (new List<(int Place, decimal Points)>(), (string?)"");
        while (next is not null)
        {
            var path = $"/api/v1/standings?period=2026&limit=2&chamber={asked}";
            var page = (await server.Get(next == "" ? path : $"{path}&cursor={next}")).Is(200);
            Assert.Equal(asked, page.Json["asked"]!["chamber"]!.ToString());
            rows.AddRange(page.Json["standings"]!.AsArray().Select(r => ((int)r!["place"]!, r["points"]!.GetValue<decimal>())));
            next = page["next"];
        }
        Assert.True(rows.Count >= 6);
        Assert.Equal(rows.OrderBy(r => r.Place).ThenByDescending(r => r.Points), rows);
    }

    [Fact]
    public async Task Only_chambers_of_the_peer_group_asked_for_are_listed()
    {
        var (township, street) = (await server.Chamber(), $"street-{Guid.NewGuid():N}");
        (await server.Send(HttpMethod.Put, $"/api/v1/chambers/{street}",
            $$"""{"name":"江北街道商会","kind":"street","seat":"{{TestServer.County}}102"}""", Role.Approver)).Is(201);
        Assert.Equal(["street"], await Kinds("street"));
        Assert.Equal(["township"], await Kinds("township"));
        var (streets, townships) = (await Listed("street"), await Listed("township"));
        Assert.Equal((true, false), (streets.Contains(street), townships.Contains(street)));
        Assert.Equal((false, true), (streets.Contains(township), townships.Contains(township)));
        var refused = (await server.Get("/api/v1/standings?period=2026&peerGroup=harbour")).IsProblem(422, "peer-group-not-of-ruleset");
        Assert.Contains("township, street", refused["detail"]);

        async Task<List<string>> Listed(string group) => [..
            (await server.Get($"/api/v1/standings?period=2026&limit=500&peerGroup={group}")).Is(200)
            .Json["standings"]!.AsArray().Select(r => r!["chamber"]!.ToString())];

        async Task<IEnumerable<string>> Kinds(string group)
        {
            var kinds = new HashSet<string>();
            foreach (var id in await Listed(group)) kinds.Add((await server.Get($"/api/v1/chambers/{id}")).Is(200)["kind"]!);
            return kinds;
        }
    }

    [Fact]
    public async Task A_scorecard_shows_every_line_and_never_a_reference_opinion()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v", 3));
        var card = (await server.Get($"/api/v1/chambers/{chamber}/scorecard?ruleset=micro-points&period=2026")).Is(200);
        Assert.Equal("1.5", card.Json["lines"]!.AsArray().Single(l => l!["id"]!.ToString() == "M1")!["points"]!.ToJsonString());
        Assert.Equal("True", card["provisional"], ignoreCase: true);
        Assert.All(card.Json["lines"]!.AsArray(), l => Assert.NotEmpty(l!["clause"]!.ToString()));
        Assert.DoesNotContain("reference", card.Json["outcomes"]!.ToJsonString());
    }

    [Fact]
    public async Task What_was_known_before_an_entry_does_not_hold_it()
    {
        var chamber = await server.Chamber();
        var before = server.Running.Workspace.Clock.GetUtcNow();
        await Task.Delay(20);
        await server.Record(chamber, Visit.Of("v", 3));
        var path = $"/api/v1/chambers/{chamber}/scorecard?period=2026&knownAt=";
        var known = Uri.EscapeDataString(Calendar.Text(before));
        Assert.Equal(("0", "1.5"), (Visits(await server.Get(path + known)), Visits(await server.Get(path + Uri.EscapeDataString(
            Calendar.Text(server.Running.Workspace.Clock.GetUtcNow()))))));

        static string Visits(Sent card) => card.Is(200).Json["lines"]!.AsArray()
            .Single(l => l!["id"]!.ToString() == "M1")!["points"]!.ToJsonString();
    }

    [Theory]
    [InlineData("ruleset=nothing", 409, "nothing-adopted")]
    [InlineData("period=2026Q1", 422, "period-not-of-ruleset")]
    [InlineData("asOf=2199-01-01", 422, "on-in-future")]
    [InlineData("period=26", 400, "query-invalid")]
    [InlineData("asOf=yesterday", 400, "query-invalid")]
    [InlineData("knownAt=now", 400, "query-invalid")]
    [InlineData("ruleset=", 400, "query-invalid")]
    [InlineData("perod=2026", 400, "query-invalid")]
    [InlineData("period=2026&period=2025", 400, "query-invalid")]
    [InlineData("limit=0", 400, "limit-out-of-range")]
    [InlineData("limit=501", 400, "limit-out-of-range")]
    [InlineData("limit=-1", 400, "query-invalid")]
    [InlineData("cursor=AAAA", 400, "cursor-invalid")]
    [InlineData("cursor=%C3%A4", 400, "cursor-invalid")]
    public async Task A_question_that_cannot_be_answered_is_refused(string query, int status, string refusal) =>
        (await server.Get($"/api/v1/standings?{query}", Role.Clerk)).IsProblem(status, refusal);

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        for (var i = 0; i < 2; i++) await server.Chamber();
        var next = (await server.Get("/api/v1/standings?period=2026&limit=1"))["next"];
        (await server.Get($"/api/v1/standings?period=2025&limit=1&cursor={next}")).IsProblem(400, "cursor-invalid");
        (await server.Get($"/api/v1/chambers?limit=1&cursor={next}")).IsProblem(400, "cursor-invalid");
        (await server.Get($"/api/v1/standings?period=2026&limit=2&cursor={next}")).Is(200);
    }

    [Fact]
    public async Task A_page_is_the_same_until_something_is_recorded_and_then_has_it()
    {
        var chamber = await server.Chamber();
        const string path = "/api/v1/standings?period=2026&limit=500";
        var (first, again) = ((await server.Get(path)).Is(200), (await server.Get(path)).Is(200));
        Assert.Equal((first.Text, first.ETag), (again.Text, again.ETag));
        (await server.Get(path, Role.Reader, ("If-None-Match", first.ETag!))).Is(304);
        await server.Record(chamber, Visit.Of("v", 3));
        var changed = (await server.Get(path, Role.Reader, ("If-None-Match", first.ETag!))).Is(200);
        Assert.Equal(("3", "4.5"), (PointsOf(first, chamber), PointsOf(changed, chamber)));
        Assert.NotEqual(first.ETag, changed.ETag);
    }

    [Fact]
    public async Task What_is_recorded_elsewhere_renews_the_instant_of_a_page_and_nothing_else()
    {
        await server.Chamber();
        const string path = "/api/v1/standings?period=2026&limit=500";
        var before = (await server.Get(path)).Is(200);
        await Task.Delay(20);
        await server.Chamber(TestServer.Elsewhere);
        var after = (await server.Get(path)).Is(200);
        Assert.NotEqual(before["knownAt"], after["knownAt"]);
        Assert.Equal((before.ETag, before.Text), (after.ETag, after.Text.Replace(Instant(after), Instant(before))));

        static string Instant(Sent page) => page.Text.Split("\"knownAt\":")[1].Split(',')[0];
    }

    [Fact]
    public async Task The_same_words_mean_each_keys_own_region()
    {
        var (own, foreign) = (await server.Chamber(), await server.Chamber(TestServer.Elsewhere));
        const string path = "/api/v1/standings?period=2026&limit=500";
        var here = (await server.Get(path, Role.Approver)).Is(200);
        var there = (await server.SendWith(server.Key(Role.Approver, TestServer.Elsewhere), HttpMethod.Get, path)).Is(200);
        Assert.Equal((true, false), (PointsOf(here, own) is not null, PointsOf(here, foreign) is not null));
        Assert.Equal((false, true), (PointsOf(there, own) is not null, PointsOf(there, foreign) is not null));
    }

    private static string? PointsOf(Sent page, string chamber) => page.Json["standings"]!.AsArray()
        .FirstOrDefault(r => r!["chamber"]!.ToString() == chamber)?["points"]!.ToJsonString();
}
