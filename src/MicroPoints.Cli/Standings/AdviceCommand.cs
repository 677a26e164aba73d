using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Says by which fewest activities a chamber gets further today.</summary>
internal static class AdviceCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));

    public static Command Build() => new Verb("advice", "the fewest activities to the next grade and to each outcome 建议",
            "advice c-01", "advice c-01 --ruleset four-good --output json")
        .With(Chamber, Question.Ruleset, Question.Period).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var told = await desk.Advice(parsed.GetValue(Chamber), county => Question.Read(parsed, county), cancel);
        if (Common.Output(parsed).IsJson) Output.Document(told, WireJson.Default.AdviceDetails);
        else Print(told);
        return ExitCode.Fine;
    }

    private static void Print(AdviceDetails told)
    {
        if (told.Stamp is not null) Output.Line(told.Stamp);
        Output.Heading($"{told.Name}，{told.RulesetTitle}，{Words.Number(told.Points)} 分");
        if (told.Ways.Count == 0) Output.Line("已经在最高等次，各项运用的条件也都符合 nothing is left to reach");
        foreach (var way in told.Ways)
        {
            Output.Line($"{way.Title.Zh}：{way.Way.Zh}");
            Output.Line($"    {way.Title.En}: {way.Way.En}");
        }
        if (told.NotAdvised.Count == 0) return;
        Output.Heading("还有余地、但不列入建议的 never advised");
        Output.Table(["指标 line", ">最多还可得 room", "为什么 why"], [.. told.NotAdvised.Select(n => new[]
        {
            $"{n.Id} {n.Title}", n.Room is { } room ? Words.Fixed(room) : "", $"{n.Why.Zh} {n.Why.En}",
        })]);
    }
}
