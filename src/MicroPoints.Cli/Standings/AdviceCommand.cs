using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>Says by which fewest activities a chamber gets further today.</summary>
internal static class AdviceCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));

    public static Command Build() => new Verb("advice", "the fewest activities to the next grade and to each outcome 建议",
            "advice c-01", "advice c-01 --ruleset four-good --output json")
        .With(Chamber, Question.Ruleset, Question.Period).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (answer, card) = await OneCard.Of(store.Workspace, parsed, parsed.GetValue(Chamber), cancel);
        if (answer.Advise is not { } advise) throw CliFailure.No(
            $"{answer.Period} is over: what is advised is done today (see 'scorecard' for what was credited)");
        var advisor = advise();
        var all = advisor.All().ToList();
        if (Common.Output(parsed).IsJson)
        {
            Output.Object(json =>
            {
                OneCard.WriteHeader(json, answer, card);
                json.WriteStartArray("advice");
                foreach (var advice in all) Write(json, advice, store.Workspace.Kinds);
                json.WriteEndArray();
                json.WriteStartArray("notAdvised");
                foreach (var line in advisor.NotAdvised) Write(json, line);
                json.WriteEndArray();
            });
            return ExitCode.Fine;
        }
        if (answer.Stamp is not null) Output.Line(answer.Stamp);
        Output.Heading($"{answer.Names[card.Id]}，{answer.Ruleset.Title.Zh}，{card.Total} 分");
        if (all.Count == 0) Output.Line("已经在最高等次，各项运用的条件也都符合 nothing is left to reach");
        foreach (var advice in all)
        {
            Output.Line($"{AdviceProse.Goal(advice.Goal).Zh}：{AdviceProse.Way(advice, store.Workspace.Kinds).Zh}");
            Output.Line($"    {AdviceProse.Goal(advice.Goal).EnOrZh}: {AdviceProse.Way(advice, store.Workspace.Kinds).EnOrZh}");
        }
        if (advisor.NotAdvised.Count == 0) return ExitCode.Fine;
        Output.Heading("还有余地、但不列入建议的 never advised");
        Output.Table(["指标 line", ">最多还可得 room", "为什么 why"], [.. advisor.NotAdvised.Select(n => new[]
        {
            $"{n.Line.Indicator.Id} {n.Line.Indicator.Title.Zh}", n.Room?.ToFixed() ?? "", $"{n.Why.Phrase().Zh} {n.Why.Phrase().EnOrZh}",
        })]);
        return ExitCode.Fine;
    }

    private static void Write(Utf8JsonWriter json, NotAdvised line)
    {
        json.WriteStartObject();
        json.WriteString("line", line.Line.Indicator.Id);
        if (line.Room is { } room) json.WriteString("room", room.ToString());
        json.WriteString("because", JsonNamingPolicy.KebabCaseLower.ConvertName(line.Why.ToString()));
        json.WriteString("zh", line.Why.Phrase().Zh);
        json.WriteString("en", line.Why.Phrase().EnOrZh);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Advice advice, Activities.KindCatalogue kinds)
    {
        json.WriteStartObject();
        json.WriteString("goal", AdviceProse.Code(advice.Goal));
        json.WriteNumber("activities", advice.Times);
        json.WriteString("before", advice.Before.ToString());
        json.WriteString("after", advice.After.ToString());
        json.WriteBoolean("exact", advice.IsExact);
        json.WriteStartArray("steps");
        foreach (var (step, times) in advice.Activities)
        {
            json.WriteStartObject();
            json.WriteString("kind", step.Kind.Value);
            if (step.Option is not null) json.WriteString("option", step.Option);
            if (step.Key is not null) json.WriteString("key", step.Key);
            json.WriteNumber("times", times);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("zh", AdviceProse.Way(advice, kinds).Zh);
        json.WriteString("en", AdviceProse.Way(advice, kinds).EnOrZh);
        json.WriteEndObject();
    }
}
