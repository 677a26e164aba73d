using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Shows the calendar in force: the years it covers, or one year's days.</summary>
internal static class ShowCalendar
{
    private static readonly Argument<int?> Year = new("year")
    {
        Description = "one year's days",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
                return year;
            result.AddError($"<year>: '{string.Join(' ', result.Tokens)}' is not a year such as 2026");
            return null;
        },
    };

    public static Command Build() => new Verb("show", "show the calendar in force 查看日历", "calendar show", "calendar show 2026")
        .With(Year).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        if (await desk.CalendarInForce(cancel) is not { } calendar) throw CliFailure.No(
            "no calendar is imported, so working days are weekdays: import one, such as rulesets/holidays.csv");
        var year = parsed.GetValue(Year);
        if (year is { } asked && !calendar.Years.Contains(asked)) throw CliFailure.No(
            $"the calendar covers {CalendarText.Years(calendar.Years)}, not {asked}: import one that holds {asked} and the years before");
        var days = year is { } shown ? (await desk.CalendarYear(shown, cancel)).Days : [];
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            CalendarText.Write(json, calendar.Hash, calendar.Years);
            if (year is null) return;
            json.WriteStartArray("days");
            foreach (var day in days)
            {
                json.WriteStartObject();
                json.WriteString("date", Calendar.Text(day.Date));
                json.WriteString("kind", Words.Kebab(day.Kind.ToString()));
                json.WriteString("name", day.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        else if (year is null) Output.Line($"日历 {CalendarText.Years(calendar.Years)}，共 {calendar.Days} 天，sha256 {calendar.Hash}");
        else Output.Table(["日期 date", "", "名称 name"], days.Select(d => (string[])[Calendar.Text(d.Date),
            d.Kind == SpecialDayKind.Workday ? "上班 workday" : "放假 holiday", d.Name]));
        return ExitCode.Fine;
    }
}
