using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Records that a round's results were posted in public.</summary>
internal static class NoticeCommand
{
    private static readonly Option<string> At = new("--place") { Description = "where, such as 县政府门户网站", Required = true };
    private static readonly Option<DateOnly> Posted =
        Common.Typed("--posted", "the day it was posted, which is not counted", "DAY", Common.Day, required: true);
    private static readonly Option<int?> Days = new("--working-days")
    {
        Description = "how many working days it stands, at least 5 [default: the profile's]",
        HelpName = "N",
    };
    private static readonly Option<DateOnly?> Confirm = Common.Typed<DateOnly?>("--confirm-last-day",
        "the last day as you confirm it, where the calendar lacks a year", "DAY", text => Common.Day(text));

    public static Command Build() => new Verb("notice", "record the public notice of the results 公示",
            "round notice 2026 --place 县政府门户网站 --posted 2026-12-07",
            "round notice 2026 --place 公告栏 --posted 2026-12-28 --working-days 7 --confirm-last-day 2027-01-08")
        .With(RoundArguments.Round, At, Posted, Days, Confirm, RoundArguments.Id, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var notice = new NoticeToRecord
        {
            Place = parsed.GetValue(At)!,
            Posted = parsed.GetValue(Posted),
            WorkingDays = parsed.GetValue(Days),
            ConfirmedLastDay = parsed.GetResult(Confirm) is null ? null : parsed.GetValue(Confirm),
        };
        notice.Id = RoundArguments.IdOf(parsed, "notice", notice.Place, Calendar.Text(notice.Posted));
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var round = parsed.GetValue(RoundArguments.Round);
        var answer = await Progress.Show("计算 computing", progress => desk.PostNotice(round, notice, progress, cancel));
        var posted = (await desk.Round(round, cancel)).Details.Ceremony!.Notices.First(n => n.Id == answer.Id);
        var code = Answers.Print(Common.Output(parsed), answer, $"公示 {round}",
            json => json.WriteString("through", Calendar.Text(posted.LastDay)));
        if (!Common.Output(parsed).IsJson) Output.Line(
            $"公示期至{Calendar.Text(posted.LastDay)}止 it runs through {Calendar.Text(posted.LastDay)}");
        return code;
    }
}
