using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Keys, the calendar and questions over all chambers of a data directory.</summary>
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
        await using var model = ReadModel.Follow(Common.Directory(parsed), Workspace.Watched, Workspace.Clock,
            line => Console.Error.WriteLine($"micropoints: {Shown.Of(line)}"));
        await Progress.Show("更新查询库 catching up", _ => CatchUp(model, cancel));
        return FindActivitiesEndpoint.Page(query, await model.Find(query, cancel), next => next.ToString());
    }

    /// <summary>Nobody else records meanwhile, so it is waited for until all is in, or until it says why not.</summary>
    private static async Task<bool> CatchUp(ReadModel model, CancellationToken cancel)
    {
        while (!await model.CatchUp(TimeSpan.FromSeconds(2), cancel))
            if (model.Status.Trouble is { } trouble) throw CliFailure.CouldNotRun(
                $"the read model cannot be brought up to date: {trouble}; it is derived, so its file may be deleted");
        return true;
    }
}
