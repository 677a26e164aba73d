using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Client;
using MicroPoints.Contracts;
using MicroPoints.Runtime;
using ProblemException = MicroPoints.Client.ProblemException;

namespace MicroPoints.Cli;

/// <summary>Keys, the calendar and questions over all chambers that a server's key reaches.</summary>
internal sealed partial class ServerDesk
{
    public async Task<IssuedSecret> IssueKey(KeyToIssue wanted, CancellationToken cancel)
    {
        try { return await _client.IssueKey(wanted, cancel); }
        catch (HttpRequestException e)
        {
            throw CliFailure.CouldNotRun($"no answer from the server: {e.Message}; a key may have been issued whose secret is lost: "
                + "look with 'keys list', revoke it, and issue another");
        }
    }

    public async Task<IReadOnlyList<KeyDetails>> Keys(RegionCode scope, CancellationToken cancel)
    {
        var keys = new List<KeyDetails>();
        await foreach (var key in _client.ListKeys(Reached(scope), cancel)) keys.Add(key);
        return keys;
    }

    public async Task<KeyRevoked> RevokeKey(KeyId key, string reason, CancellationToken cancel)
    {
        var before = (await Keys(RegionCode.Nation, cancel)).FirstOrDefault(k => k.Id == key.Value);
        return new KeyRevoked(await _client.RevokeKey(key.Value, reason, cancel), before?.Revoked is not null);
    }

    public async Task<bool> ImportCalendar(WorkingCalendar calendar, CancellationToken cancel)
    {
        var sent = await _client.PutCalendar(new CalendarToPut { Days = [.. calendar.Days.Select(CalendarOut.Day)] }, cancel);
        ServerAccess.Accepted(sent);
        return sent is Sent<RecordedCalendar>.Recorded;
    }

    public async Task<CalendarInForce?> CalendarInForce(CancellationToken cancel)
    {
        try { return (await _client.GetCalendar(null, cancel)).Value; }
        catch (ProblemException e) when (e.Refusal == "year-not-covered") { return null; }
    }

    public async Task<CalendarYear> CalendarYear(int year, CancellationToken cancel) =>
        (await _client.GetCalendarYear(year, null, cancel)).Value!;

    public Task<ActivityPage> Find(ActivityQuery query, string? after, CancellationToken cancel) => _client.GetActivityPage(
        new ActivityQuestion(Reached(query.Scope), query.Chamber?.Value, query.Kind?.Value, query.OnFrom, query.OnUntil,
            query.RecordedFrom, query.RecordedUntil, query.By?.Value, query.Key, query.IncludeReversed), after, query.Limit, cancel);
}
