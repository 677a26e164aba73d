using System.Text;
using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>Health, keys, the audit and the calendar.</summary>
public abstract class AuthoritySuite : ClientServerSuite
{
    private static KeyToIssue Board => new() { Id = "board", Role = CallerRole.Reader, Scope = "990101", Label = "公示屏" };

    [Fact]
    public async Task Health_asks_for_no_key_and_says_what_runs()
    {
        await using var server = await Start();
        var health = await server.Client(server.Address, new ClientOptions()).Health();
        Assert.Equal("live", health.Status);
        Assert.NotEmpty(health.Editions);
    }

    [Fact]
    public async Task A_key_that_was_issued_acts_in_its_role_until_it_is_revoked()
    {
        await using var server = await Start();
        var issued = await server.ClientOf(server.Authority).IssueKey(Board);
        var board = server.ClientOf(issued.Secret);
        Assert.Equal(new Caller("key:board", CallerRole.Reader, "990101"), await board.Caller());
        Assert.Equal("role-not-sufficient", Refused(await board.Record(East, Visit("visit-1"))).Refusal);

        var revoked = await server.ClientOf(server.Authority).RevokeKey("board", "屏幕已拆");
        Assert.Equal((false, "屏幕已拆"), (revoked.Valid, revoked.Reason));
        Assert.Equal(revoked, await server.ClientOf(server.Authority).RevokeKey("board", "屏幕已拆"));
        Assert.Equal("key-required", (await Told(() => board.Caller())).Refusal);
    }

    [Fact]
    public async Task A_key_is_issued_once_and_never_sent_twice()
    {
        await using var server = await Start();
        await server.ClientOf(server.Authority).IssueKey(Board);
        Assert.Equal(409, (await Told(() => server.ClientOf(server.Authority).IssueKey(Board))).Status);

        await using var proxy = new CuttingProxy(server.Address, Cut.BeforeAnswer);
        var lost = server.Client(proxy.Address, new ClientOptions { Key = server.Authority, Clock = new HurriedClock() });
        var other = Board;
        other.Id = "other";
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => lost.IssueKey(other));
        Assert.Equal(1, proxy.Broken);
    }

    [Fact]
    public async Task Keys_are_listed_without_their_secrets_in_order_of_id()
    {
        await using var server = await Start();
        var issued = await server.ClientOf(server.Authority).IssueKey(Board);
        Assert.Equal(["authority", "board", "clerk"], (await List(server.ClientOf(server.Authority).Keys())).Select(k => k.Id));
        var keys = await List(server.ClientOf(server.Authority).Keys("990101"));
        Assert.Equal(["board", "clerk"], keys.Select(k => k.Id));
        Assert.Equal(issued.Key, keys[0]);
        Assert.Equal("role-not-sufficient", (await Told(() => List(server.Client().Keys()))).Refusal);
    }

    [Fact]
    public async Task The_audit_tells_of_keys_and_rules_in_the_order_they_were_recorded()
    {
        await using var server = await Start();
        await server.ClientOf(server.Authority).IssueKey(Board);
        await server.ClientOf(server.Authority).RevokeKey("board", "屏幕已拆");
        var audit = await List(server.ClientOf(server.Authority).Audit());
        Assert.Equal(audit.OrderBy(e => e.Recorded).Select(e => e.Hash), audit.Select(e => e.Hash));
        Assert.Equal(["key:authority", "key:authority"], audit.TakeLast(2).Select(e => e.By));
        Assert.Equal(["公示屏", "屏幕已拆"], audit.TakeLast(2).Select(e => e.Reason));
        Assert.Equal("role-not-sufficient", (await Told(() => List(server.Client().Audit()))).Refusal);
    }

    [Fact]
    public async Task An_adoption_is_ended_with_a_reason_and_counts_no_more()
    {
        await using var server = await Start();
        var authority = server.ClientOf(server.Authority);
        var end = new AdoptionToEnd
        {
            Id = "end",
            Region = "990101",
            Ruleset = "vitality",
            From = new DateOnly(2026, 1, 1),
            Reason = "不再用",
        };
        Assert.Equal("adoption-not-own", Refused(await authority.EndAdoption(end)).Refusal);
        New(await authority.Adopt(new AdoptionToMake
        {
            Id = "vital",
            Region = "990101",
            Ruleset = "vitality",
            Version = "2026.1",
            From = new DateOnly(2026, 1, 1),
        }));
        Assert.Contains((await authority.Adoptions("990101")).Adoptions, a => a.Ruleset == "vitality");
        var ended = New(await authority.EndAdoption(end));
        Assert.Equal((ended.Id, ended.Hash), Known(await authority.EndAdoption(end)) is var again ? (again.Id, again.Hash) : default);
        Assert.DoesNotContain((await authority.Adoptions("990101")).Adoptions, a => a.Ruleset == "vitality");
        end.Reason = "别的";
        Assert.Equal("exists-with-different-reason", Refused(await authority.EndAdoption(end)).Refusal);
        Assert.Equal("role-not-sufficient", Refused(await server.Client().EndAdoption(end)).Refusal);
    }

    [Fact]
    public async Task A_ruleset_is_published_once_and_what_it_would_do_is_worked_out()
    {
        await using var server = await Start();
        var authority = server.ClientOf(server.Authority);
        var shipped = Encoding.UTF8.GetString((await authority.Ruleset("micro-points", "2026.1")).Value!);
        var rules = new RulesToPublish { Rules = shipped.Replace("version: '2026.1'", "version: '2026.9'"), WithoutTests = "试行" };
        var published = New(await authority.Publish(rules));
        Assert.Equal(("micro-points", "2026.9", null), (published.Ruleset, published.Version, published.TestsPassed));
        Assert.Equal(published.Hash, Known(await authority.Publish(rules)).Hash);
        rules.Rules = shipped.Replace("period: year", "period: week");
        Assert.Contains(Refused(await authority.Publish(rules)).Diagnostics!, d => d is { Severity: "error", Line: > 0 });
        var impact = await authority.Impact(new ImpactToWorkOut
        {
            Scope = "990101",
            Period = "2026",
            After = new RulesToCompare { Ruleset = "micro-points", Version = "2026.9" },
        });
        Assert.Equal(("micro-points@2026.1", "micro-points@2026.9", 3), (impact.Before, impact.After, impact.Chambers.Count));
        var adoption = new AdoptionToMake
        {
            Id = "adopt-2026-9",
            Region = "990101",
            Ruleset = "micro-points",
            Version = "2026.9",
            From = new DateOnly(2026, 1, 1),
            Impact = ["2026", "2025"],
        };
        Assert.Equal("nothing-to-replay", Refused(await authority.Adopt(adoption)).Refusal);
        New(await server.Client().Record(East, Visit("visit-1")));
        Assert.Equal(New(await authority.Adopt(adoption)).Impact!.File, Known(await authority.Adopt(adoption)).Impact!.File);
    }

    [Fact]
    public async Task A_calendar_is_put_whole_and_read_by_year()
    {
        await using var server = await Start();
        var authority = server.ClientOf(server.Authority);
        Assert.Equal(404, (await Told(() => authority.Calendar())).Status);
        var put = New(await authority.PutCalendar(NewYear()));
        Assert.Equal((put.Hash, 2), (Known(await authority.PutCalendar(NewYear())).Hash, put.Days));

        var calendar = await server.Client().Calendar();
        Assert.Equal((put.Hash, 2026), (calendar.Value!.Hash, Assert.Single(calendar.Value.Years)));
        Assert.True((await server.Client().Calendar(calendar.ETag)).IsUnchanged);
        var year = (await server.Client().CalendarYear(2026)).Value!;
        Assert.Equal([SpecialDayKind.Holiday, SpecialDayKind.Workday], year.Days.Select(d => d.Kind));
        Assert.Equal(404, (await Told(() => server.Client().CalendarYear(2031))).Status);
    }

    [Fact]
    public async Task A_calendar_with_bad_days_or_by_a_county_is_refused_and_names_why()
    {
        await using var server = await Start();
        var twice = new CalendarToPut { Days = [.. NewYear().Days, .. NewYear().Days] };
        var problem = Refused(await server.ClientOf(server.Authority).PutCalendar(twice));
        Assert.Equal(("batch-refused", 2, 3), (problem.Refusal, problem.Lines![0].Index, problem.Lines[1].Index));
        var county = await server.ClientOf(server.Authority).IssueKey(
            new KeyToIssue { Id = "county", Role = CallerRole.Approver, Scope = "990101" });
        Assert.Equal("not-an-authority", Refused(await server.ClientOf(county.Secret).PutCalendar(NewYear())).Refusal);
    }

    private static CalendarToPut NewYear() => new()
    {
        Days =
        [
            new SpecialDay { Date = new DateOnly(2026, 1, 1), Kind = SpecialDayKind.Holiday, Name = "元旦" },
            new SpecialDay { Date = new DateOnly(2026, 1, 4), Kind = SpecialDayKind.Workday, Name = "元旦调休" },
        ],
    };

    private static Task<ProblemException> Told(Func<Task> call) => Assert.ThrowsAsync<ProblemException>(call);
}
