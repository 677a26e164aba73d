using System.Globalization;
using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists where the chambers of a scope stand.</summary>
internal static class ListStandingsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = new KeptPages();
        Map(routes, call => Handle(call, pages));
    }

    private static void Map(IEndpointRouteBuilder routes, Func<Call, Task<IResult>> handle) => routes
        .Get("/standings", handle).Needs(Need.Readers)
        .Takes(Ask.Ruleset, Ask.Period, Ask.Scope, Ask.PeerGroup, Ask.AsOf, Ask.KnownAt, Ask.Chamber, Ask.CursorOf, Ask.Limit)
        .Is("listStandings", Tags.Standings, "List where chambers stand",
            "In order of place, those without one last; equals share a place. Provisional until a round seals it.")
        .Gives(200, "A page.", WireJson.Default.StandingsPage, Samples.Standings).Gives304().Refuses(404, 409, 422);

    private static async Task<IResult> Handle(Call call, KeptPages pages)
    {
        // Counted before anything is read: what is appended meanwhile makes the page old.
        var (changes, today) = (call.Workspace.Changes, call.Workspace.Today);
        if (pages.Find(call) is { } same && same.IsOf(changes, today)) return Answer(call, same);
        var (scope, limit, group) = (call.ScopeOf(), call.LimitOf(), call.Text(Ask.PeerGroup));
        var query = new StandingsQuery(call.Text(Ask.Ruleset) ?? Ask.Ruleset.Example, call.PeriodOf(), scope,
            call.DayOf(Ask.AsOf), call.InstantOf(Ask.KnownAt), group is null ? [] : [group]);
        ChamberId? asked = call.Text(Ask.Chamber) is { } text ? await call.Chamber(text) : null;
        var question = string.Create(CultureInfo.InvariantCulture,
            $"standings {query.Ruleset} {query.Period} {scope} {query.AsOf} {query.KnownAt} {group}");
        var begin = Cursor.ReadCount(question, call.Text(Ask.CursorOf));
        var key = string.Create(CultureInfo.InvariantCulture, $"{question} {begin} {limit}");
        var kept = pages.Find(key);
        if (kept?.IsOf(changes, today) != true)
        {
            kept = await Work(call, query, question, begin, limit, (changes, today), kept);
            // What was known then is asked for once, and by nobody else.
            if (query.IsLive(today)) pages.Keep(key, kept);
        }
        if (asked is not { } chamber)
        {
            if (query.IsLive(today)) pages.Keep(call, kept);
            return Answer(call, kept);
        }
        var etag = ETags.OfInputs(Digest.OfText($"{kept.ETag} {asked}"));
        if (call.IsKnown(etag)) return ETags.NotModified(etag);
        var list = await call.Workspace.Lists.Ask(query, null, call.Cancel);
        var page = kept.IsOf(list) ? kept.Page : Page(list, query, question, begin, limit);
        return new JsonAnswer<StandingsPage>(200, page with { Asked = RowOf(chamber, list) }, WireJson.Default.StandingsPage)
        {
            ETag = etag,
        };
    }

    private static IResult Answer(Call call, KeptPage page) => call.IsKnown(page.ETag)
        ? ETags.NotModified(page.ETag) : new BytesAnswer(page.Body) { ETag = page.ETag };

    /// <summary>The row of any chamber of the standings; null where it is not among them.</summary>
    private static StandingRow? RowOf(ChamberId chamber, StandingsList list) =>
        OrderedStandings.Of(list).Find(chamber) is { } own ? StandingsOut.Row(list.Ruleset, own) : null;

    private static async ValueTask<KeptPage> Work(Call call, StandingsQuery query, string question, int begin,
        int limit, (long Changes, DateOnly Day) at, KeptPage? before)
    {
        var list = await call.Workspace.Lists.Ask(query, null, call.Cancel);
        var etag = StandingsInputs.ETag(call, query, $"{begin} {limit}", list.Inputs!);
        // What was recorded may lie elsewhere: then only the instant is another.
        var page = before?.IsOf(list) == true
            ? before.Page with { AsOf = list.At.Day, KnownAt = list.At.KnownAt } : Page(list, query, question, begin, limit);
        return new KeptPage(at.Changes, at.Day, etag, page, JsonOut.Bytes(page, WireJson.Default.StandingsPage), list);
    }

    private static StandingsPage Page(StandingsList list, StandingsQuery query, string question, int begin, int limit)
    {
        var ordered = OrderedStandings.Of(list);
        var end = Math.Min(begin + limit, ordered.Rows.Length);
        var rows = new StandingRow[Math.Max(0, end - begin)];
        for (var i = 0; i < rows.Length; i++) rows[i] = StandingsOut.Row(list.Ruleset, ordered.Rows[begin + i]);
        return new StandingsPage(list.Ruleset.Name, list.Ruleset.Title.Zh, list.Period.ToString(), query.Scope.Value,
            list.At.Day, list.At.KnownAt, true, ordered.Ranked, ordered.Rows.Length, rows, null, list.Stamp,
            end < ordered.Rows.Length ? Cursor.Write(question, end.ToString(CultureInfo.InvariantCulture)) : null);
    }
}
