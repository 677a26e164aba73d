using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;

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
        .With(Year).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        if (store.Workspace.Calendar is not { } calendar) throw CliFailure.No(
            "no calendar is imported, so working days are weekdays: import one, such as rulesets/holidays.csv");
        var year = parsed.GetValue(Year);
        if (year is { } asked && !calendar.Covers(asked)) throw CliFailure.No(
            $"the calendar covers {CalendarText.Years(calendar)}, not {asked}: import one that holds {asked} and the years before");
        CalendarDay[] days = [.. calendar.Days.Where(d => d.Day.Year == year)];
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            CalendarText.Write(json, calendar);
            if (year is null) return;
            json.WriteStartArray("days");
            foreach (var day in days)
            {
                json.WriteStartObject();
                json.WriteString("date", Calendar.Text(day.Day));
                json.WriteString("kind", day.IsWorked ? "workday" : "holiday");
                json.WriteString("name", day.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        else if (year is null) Output.Line($"日历 {CalendarText.Years(calendar)}，共 {calendar.Days.Count} 天，sha256 {calendar.Hash}");
        else Output.Table(["日期 date", "", "名称 name"], days.Select(d => (string[])[
            Calendar.Text(d.Day), d.IsWorked ? "上班 workday" : "放假 holiday", d.Name]));
        return ExitCode.Fine;
    }
}
