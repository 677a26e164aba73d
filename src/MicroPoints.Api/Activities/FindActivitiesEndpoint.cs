using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Finds activities over all chambers of a scope, from what the host derives from the log for questions.</summary>
internal static class FindActivitiesEndpoint
{
    /// <summary>How long a question waits for what was recorded before it; an answer that still lacks some says so.</summary>
    private static readonly TimeSpan CatchesUpWithin = TimeSpan.FromSeconds(2);

    private static readonly Parameter Chamber = new("chamber", "Only this chamber's.", "c-01");
    private static readonly Parameter Kind = new("kind", "Only of this kind.", "member.visited");
    private static readonly Parameter OnFrom = new("onFrom", "Only those that stand for this day or a later one.", "2026-01-01");
    private static readonly Parameter OnUntil = new("onUntil", "Only those that stand for a day before this one.", "2026-07-01");
    private static readonly Parameter RecordedFrom = new(
        "recordedFrom", "Only those recorded at this instant or later; a day means from its beginning.", "2026-04-12");
    private static readonly Parameter RecordedUntil = new(
        "recordedUntil", "Only those recorded before this instant; a day means until its beginning.", "2026-07-01T00:00:00Z");
    private static readonly Parameter By = new("by", "Only those that this actor recorded.", "key:k2f9c01");
    private static readonly Parameter Key = new("key", "Only about this project, village or case.", "bridge-2");
    private static readonly Parameter Reversed = new("reversed", "true: also those that were taken back.", "true");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var search = routes.ServiceProvider.GetService<IActivitySearch>();
        routes.Get("/activities", call => Handle(call, search)).Needs(Need.Readers)
            .Takes(Ask.Scope, Chamber, Kind, OnFrom, OnUntil, RecordedFrom, RecordedUntil, By, Key, Reversed, Ask.CursorOf, Ask.Limit)
            .Is("findActivities", Tags.Activities, "Find activities of all chambers of a scope",
                "In the order they were recorded. What was recorded a moment ago may be missing: `caughtUpTo` says how far it reaches.")
            .Gives(200, "A page.", WireJson.Default.ActivityPage, new ActivityPage(
                "990101", [Sample(Samples.Entry)], Samples.Entry.Recorded.AddMinutes(1), Samples.Stamp))
            .Refuses(404);
    }

    private static async Task<IResult> Handle(Call call, IActivitySearch? search)
    {
        if (search is null) throw new StoreException("this host keeps nothing to find activities in");
        var query = await Read(call);
        if (query.Problem(call.Workspace.Kinds) is { } problem) return ProblemAnswer.Of(Fault.QueryInvalid, problem);
        var question = $"activities {query with { Limit = 0 }}";
        if (Cursor.Read(question, call.Text(Ask.CursorOf)) is { } cursor)
            query = query with { After = ActivityPosition.TryParse(cursor, out var after) ? after : throw Cursor.Invalid() };
        await search.CatchUp(CatchesUpWithin, call.Cancel);
        var found = await search.Find(query, call.Cancel);
        return new JsonAnswer<ActivityPage>(
            200, Page(query, found, next => Cursor.Write(question, next.ToString())), WireJson.Default.ActivityPage);
    }

    public static ActivityPage Page(ActivityQuery query, FoundActivities found, Func<ActivityPosition, string> cursor) => new(
        query.Scope.Value, [.. found.Items.Select(Line)], found.CaughtUpTo, found.Stamp, found.Next is { } next ? cursor(next) : null);

    private static async ValueTask<ActivityQuery> Read(Call call) => new(call.ScopeOf())
    {
        Chamber = call.Text(Chamber) is { } chamber ? await call.Chamber(chamber) : null,
        Kind = call.Text(Kind) is not { } kind ? null
            : KindId.IsValid(kind) ? new KindId(kind) : throw Ask.Invalid(Kind, kind, "an activity kind such as member.visited"),
        OnFrom = call.DayOf(OnFrom),
        OnUntil = call.DayOf(OnUntil),
        RecordedFrom = Instant(call, RecordedFrom),
        RecordedUntil = Instant(call, RecordedUntil),
        By = call.Text(By) is not { } by ? null
            : ActorId.IsValid(by) ? new ActorId(by) : throw Ask.Invalid(By, by, "an actor's id such as key:k2f9c01"),
        Key = call.Text(Key),
        IncludeReversed = call.Text(Reversed) switch
        {
            null or "false" => false,
            "true" => true,
            var text => throw Ask.Invalid(Reversed, text, "true or false"),
        },
        Limit = call.LimitOf(),
    };

    /// <summary>Ranges are half-open, so a day is the instant at which it begins.</summary>
    private static DateTimeOffset? Instant(Call call, Parameter parameter) => call.Text(parameter) is not { } text ? null
        : Calendar.TryParseDay(text, out var day) ? Calendar.StartOf(day)
        : Calendar.TryParseInstant(text, out var instant) ? instant
        : throw Ask.Invalid(parameter, text, "a day such as 2026-04-12 or an instant such as 2026-04-12T08:00:00Z");

    private static ActivityLine Sample(LedgerEntry entry) => new(
        "c-01", entry.Sequence, entry.Id, entry.Recorded, entry.By, entry.Activity! with { Evidence = null });

    private static ActivityLine Line(FoundActivity found) => new(found.Chamber.Value, found.Sequence, found.Id.Value, found.Recorded,
        found.By.Value, EntryOut.Fields(found.Fact), found.ReversedBy?.Value, found.Origin?.Value, found.IsPostClose ? true : null);
}
