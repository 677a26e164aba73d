using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class CalendarTests(RoundServer server) : IClassFixture<RoundServer>
{
    private const string Holiday = """{"date":"2026-10-01","kind":"holiday","name":"国庆节"}""",
        Workday = """{"date":"2026-10-10","kind":"workday","name":"国庆节"}""";

    private async Task<Sent> Put(string days, string region = "00") => await server.SendWith(
        await server.IssueFor(Role.Approver, region), HttpMethod.Put, "/api/v1/calendar", $$"""{"days":[{{days}}]}""");

    [Fact]
    public async Task A_calendar_is_put_whole_and_read_by_year()
    {
        (await server.Get("/api/v1/calendar/2031")).IsProblem(404, "year-not-covered");
        (await Put($"{Workday},{Holiday}")).Is(201);
        (await Put($"{Holiday},{Workday}")).Is(200);
        var year = (await server.Get("/api/v1/calendar/2026")).Is(200);
        Assert.Equal(["2026-10-01 holiday", "2026-10-10 workday"],
            year.Json["days"]!.AsArray().Select(d => $"{d!["date"]} {d["kind"]}"));
        (await server.Get("/api/v1/calendar/2026", headers: ("If-None-Match", year.ETag!))).Is(304);
        Assert.Contains("2026", (await server.Get("/api/v1/calendar/2027")).IsProblem(404, "year-not-covered")["detail"]);
        Assert.Equal("[2026]", (await server.Get("/api/v1/calendar")).Is(200).Json["years"]!.ToJsonString());
        (await Put(Holiday)).Is(201);
        Assert.Single((await server.Get("/api/v1/calendar/2026")).Json["days"]!.AsArray());
    }

    [Fact]
    public async Task Only_an_approver_for_the_whole_country_puts_it()
    {
        (await Put(Holiday, TestServer.County)).IsProblem(403, "not-an-authority");
        (await Put(Holiday, "99")).IsProblem(403, "not-an-authority");
    }

    [Fact]
    public async Task Every_bad_day_is_named_and_nothing_is_changed()
    {
        var heads = await server.Heads();
        (await Put("")).IsProblem(400, "field-invalid");
        var nation = await server.IssueFor(Role.Approver, "00");
        heads = await server.Heads();
        var bad = await server.SendWith(nation, HttpMethod.Put, "/api/v1/calendar", $$"""
            {"days":[{{Holiday}},{{Workday.Replace("10-10", "10-12")}},{{Holiday}},{{Holiday.Replace("2026", "1900")}},
                     {{Workday.Replace("国庆节", "a,b")}}]}
            """);
        Assert.Equal([1, 2, 3, 4], bad.IsProblem(422, "batch-refused").Json["lines"]!.AsArray().Select(l => (int)l!["index"]!));
        Assert.Equal(heads, await server.Heads());
    }
}
