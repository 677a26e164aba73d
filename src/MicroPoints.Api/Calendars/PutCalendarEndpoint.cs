using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Puts a working-day calendar in force, whole; one bad day changes nothing.</summary>
internal static class PutCalendarEndpoint
{
    private static readonly RecordedCalendar Sample = new(SendingAnswer.Recorded, Samples.Hash, [2026], 2);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Put("/calendar", Handle).Needs(Role.Approver).Takes()
        .Is("putCalendar", Tags.Calendars, "Put a working-day calendar in force",
            "Whole: it replaces the one in force for everybody, so only an approver for the whole country (00) may. "
            + "Where days are refused, `lines` holds every one of them.")
        .Takes(WireJson.Default.CalendarToPut, new CalendarToPut { Days = CalendarOut.SampleDays })
        .Gives(201, "It is in force now.", WireJson.Default.RecordedCalendar, Sample)
        .Gives(200, "A replay: it was in force already.", WireJson.Default.RecordedCalendar, Sample with { Answer = SendingAnswer.Exists })
        .Refuses(409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var sent = await call.Body(WireJson.Default.CalendarToPut);
        if (!call.Actor.Scope.IsNation) return ProblemAnswer.Of(
            Refusal.NotAnAuthority, "the calendar counts for everybody: only an approver for the whole country (00) may put one");
        if (Reading.Items(sent.Days, "$.days").Count == 0) return ProblemAnswer.Of(
            Fault.FieldInvalid, "the calendar has no days: give the holidays and make-up workdays of whole years", "$.days");
        var days = sent.Days.Select(d => new CalendarDay(d.Date, d.Kind == SpecialDayKind.Workday, d.Name)).ToList();
        if (Problems(days) is { Count: > 0 } problems) return ProblemAnswer.Of(Fault.BatchRefused,
            $"{problems.Count} of the days are refused, so the calendar stays as it is: mend them and send all again")
            with
        { Lines = problems };
        var calendar = WorkingCalendar.Of(days);
        return await call.Workspace.Calendars.Import(calendar, call.Actor, call.Cancel) switch
        {
            Answer.Recorded => InForce(calendar, SendingAnswer.Recorded, 201),
            Answer.Exists => InForce(calendar, SendingAnswer.Exists, 200),
            Answer.Refused refused => ProblemAnswer.Of(refused),
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
    }

    private static JsonAnswer<RecordedCalendar> InForce(WorkingCalendar calendar, SendingAnswer answer, int status) => new(status,
        new RecordedCalendar(answer, calendar.Hash.ToString(), [.. calendar.Years], calendar.Days.Count), WireJson.Default.RecordedCalendar)
    {
        ETag = CalendarOut.ETag(calendar),
    };

    private static List<ProblemLine> Problems(List<CalendarDay> days)
    {
        var (problems, seen) = (new List<ProblemLine>(), new Dictionary<DateOnly, int>());
        for (var i = 0; i < days.Count; i++)
        {
            var problem = days[i].Day < Limits.FirstDay || days[i].Day > Limits.LastDay
                ? $"{Calendar.Text(days[i].Day)} is not from {Calendar.Text(Limits.FirstDay)} to {Calendar.Text(Limits.LastDay)}"
                : WorkingCalendar.ProblemOfNew(days[i]);
            if (!seen.TryAdd(days[i].Day, i)) problem ??= $"{Calendar.Text(days[i].Day)} stands at {seen[days[i].Day]} already";
            if (problem is not null) problems.Add(new ProblemLine(i, Statuses.Name(Fault.FieldInvalid), problem));
        }
        return problems;
    }
}
