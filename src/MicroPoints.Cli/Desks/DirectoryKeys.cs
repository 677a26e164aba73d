using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Keys, the calendar and questions over all chambers of a data directory or a database.</summary>
internal sealed partial class DirectoryDesk
{
    public async Task<IssuedSecret> IssueKey(KeyToIssue wanted, CancellationToken cancel)
    {
        var (key, secret) = await Workspace.Keys.Issue(new NewKey(wanted.Id is { } id ? new KeyId(id) : null, wanted.Label,
            KeyOut.RoleOf(wanted.Role), new RegionCode(wanted.Scope), wanted.Until), _by, cancel);
        return new IssuedSecret(KeyOut.Details(key, Today), secret);
    }

    public Task<IReadOnlyList<KeyDetails>> Keys(RegionCode scope, CancellationToken cancel) => Task.FromResult(
        (IReadOnlyList<KeyDetails>)[.. Workspace.Keys.List(scope).Select(k => KeyOut.Details(k, Today))]);

    public async Task<KeyRevoked> RevokeKey(KeyId key, string reason, CancellationToken cancel)
    {
        var answer = Written.Of(await Workspace.Keys.Revoke(key, reason, _by, cancel));
        return new KeyRevoked((await Keys(RegionCode.Nation, cancel)).Single(k => k.Id == key.Value), answer.IsReplay);
    }

    public async Task<bool> ImportCalendar(WorkingCalendar calendar, CancellationToken cancel) =>
        !Written.Of(await Workspace.Calendars.Import(calendar, _by, cancel)).IsReplay;

    public Task<CalendarInForce?> CalendarInForce(CancellationToken cancel) => Task.FromResult(Workspace.Calendar is { } calendar
        ? new CalendarInForce(calendar.Hash.ToString(), [.. calendar.Years], calendar.Days.Count) : null);

    public Task<CalendarYear> CalendarYear(int year, CancellationToken cancel) => Task.FromResult(new CalendarYear(
        year, Workspace.Calendar!.Hash.ToString(),
        [.. Workspace.Calendar.Days.Where(d => d.Day.Year == year).Select(CalendarOut.Day)]));

    public async Task<ActivityPage> Find(ActivityQuery query, string? after, CancellationToken cancel)
    {
        if (query.Problem(Kinds) is { } problem) throw CliFailure.No($"query-invalid: {problem}");
        if (after is not null) query = query with
        {
            After = ActivityPosition.TryParse(after, out var position) ? position
                : throw CliFailure.CouldNotRun($"--after: '{after}' is not what a page before ended with"),
        };
        return FindActivitiesEndpoint.Page(query, await store.Find(query, cancel), next => next.ToString());
    }
}
