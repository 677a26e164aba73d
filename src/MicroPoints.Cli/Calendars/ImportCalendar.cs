using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;

namespace MicroPoints.Cli;

/// <summary>Puts a working-day calendar in force, whole; a file with a bad row changes nothing.</summary>
internal static class ImportCalendar
{
    private static readonly Argument<string> File = new("file")
    {
        Description = "CSV: date,kind,name, where kind is holiday or workday; every year that is to be covered; UTF-8 or GBK",
    };

    public static Command Build() => new Verb("import", "put a calendar in force 导入放假调休日历",
            "calendar import rulesets/holidays.csv")
        .With(File, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetValue(File)!;
        var (calendar, problems) = CalendarRows.Read(Common.ReadFile(path));
        if (calendar is null) throw TableFailure.Of(path, problems);
        await using var desk = await Place.Open(parsed, cancel);
        var isNew = await desk.ImportCalendar(calendar, cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteString("answer", isNew ? "recorded" : "exists");
            CalendarText.Write(json, calendar.Hash.ToString(), calendar.Years);
        });
        else Output.Line($"日历 {CalendarText.Years(calendar.Years)}："
            + (isNew ? "已登记 recorded, and in force" : "已有记录，未重复登记 it was in force already"));
        return ExitCode.Fine;
    }
}
