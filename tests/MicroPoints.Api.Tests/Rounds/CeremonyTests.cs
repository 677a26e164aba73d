using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>An annual round over HTTP: what its steps refuse until the day, and what each role may.</summary>
public sealed class CeremonyTests(RoundServer server) : IClassFixture<RoundServer>
{
    private const string Tax = "县税务局";

    private Task<Sent> Post(string round, string what, string body, Role role = Role.Clerk) =>
        server.Post($"/api/v1/rounds/{round}/{what}", body, role);

    private Task<Sent> Notice(string round, string more = "", string id = "n") => Post(round, "notice",
        $$"""{"id":"{{id}}","place":"县政府网站","posted":"2026-11-20"{{more}}}""");

    private async Task<string> Locked()
    {
        var town = await server.Town(2);
        (await server.Open(town, town, ",\"purpose\":\"annual\"")).Is(201);
        (await server.Lock(town)).Is(201);
        return town;
    }

    private async Task<string> Vetted()
    {
        var town = await Locked();
        (await Post(town, "vetting", $$"""{"id":"a","body":"{{Tax}}","letterOn":"2026-11-20"}""")).Is(201);
        (await Post(town, "vetting/replies",
            $$"""{"id":"r","body":"{{Tax}}","reply":"no-objection","on":"2026-11-20"}""")).Is(201);
        return town;
    }

    [Fact]
    public async Task An_annual_round_closes_its_period_and_is_noticed_once_it_is_vetted()
    {
        var town = await Locked();
        (await server.Record($"{town}-a", Visit.Of("late"))).IsProblem(409, "period-closed");
        (await Notice(town)).IsProblem(409, "vetting-incomplete");
        (await server.Decide(town)).IsProblem(409, "vetting-incomplete");
    }

    [Fact]
    public async Task A_year_without_holidays_is_confirmed_by_the_day_that_the_refusal_names()
    {
        var town = await Vetted();
        Assert.Contains("2026-11-27", (await Notice(town)).IsProblem(422, "notice-day-unconfirmed").Text);
        (await Notice(town, ",\"confirmedLastDay\":\"2026-11-27\"")).Is(201);
        (await server.Decide(town)).IsProblem(409, "notice-running");
    }

    [Fact]
    public async Task Steps_are_shown_to_readers_and_who_objected_is_not()
    {
        var town = await Vetted();
        (await Notice(town, ",\"confirmedLastDay\":\"2026-11-27\"")).Is(201);
        (await Post(town, "objections",
            """{"id":"o-1","receivedOn":"2026-11-20","who":"某商会张三","what":"漏记"}""")).Is(201);
        Assert.Contains("answer-missing", (await server.Get($"/api/v1/rounds/{town}/steps", Role.Reader)).Is(200).Text);
        Assert.DoesNotContain("张三", (await server.Get($"/api/v1/rounds/{town}", Role.Reader)).Is(200).Text);
        Assert.Contains("张三", (await server.Get($"/api/v1/rounds/{town}", Role.Clerk)).Is(200).Text);
        (await Post(town, "objections/o-1/answer", """{"accepted":false,"reason":"无记录"}""")).IsProblem(403, "role-not-sufficient");
        (await Post(town, "objections/o-1/answer", """{"accepted":false,"reason":"无记录"}""", Role.Approver)).Is(201);
        (await Post(town, "objections/-/answer", """{"accepted":false,"reason":"无"}""", Role.Approver))
            .IsProblem(404, "objection-unknown");
    }

    [Fact]
    public async Task A_round_of_another_region_is_unknown_to_every_step()
    {
        var town = await Vetted();
        var foreign = await server.IssueFor(Role.Approver, "990203");
        foreach (var what in (string[])["vetting", "vetting/replies", "vetting/releases", "notice", "objections",
            "objections/o-1/answer", "papers"])
            (await server.SendWith(foreign, HttpMethod.Post, $"/api/v1/rounds/{town}/{what}", "{}")).IsProblem(404, "round-unknown");
        foreach (var what in (string[])["steps", "moved", "objections/o-1/moved"])
            (await server.SendWith(foreign, HttpMethod.Get, $"/api/v1/rounds/{town}/{what}")).IsProblem(404, "round-unknown");
    }
}
