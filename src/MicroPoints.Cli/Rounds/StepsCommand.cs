using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Shows how far each step of a round is, and what is still missing.</summary>
internal static class StepsCommand
{
    public static Command Build() => new Verb("steps", "what is still missing, and by when 步骤", "round steps 2026")
        .With(RoundArguments.Round).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var list = await desk.RoundSteps(parsed.GetValue(RoundArguments.Round), cancel);
        if (Common.Output(parsed).IsJson)
        {
            Output.Object(json =>
            {
                json.WriteString("round", list.Round);
                json.WriteString("today", Calendar.Text(list.Today));
                json.WriteStartArray("steps");
                foreach (var step in list.Steps) Write(json, step);
                json.WriteEndArray();
            });
            return ExitCode.Fine;
        }
        Output.Table(["步骤 step", "状态 state", "还缺 missing", "期限 by"], list.Steps.Select(IReadOnlyList<string> (s) =>
        [
            Name(s.Step), State(s.State) + (s.Required ? "" : "（可免 optional）"),
            string.Join("；", s.Missing.Select(m => m.Sentence + (m.Overdue ? "！" : ""))), s.By is { } by ? Calendar.Text(by) : "",
        ]));
        return ExitCode.Fine;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, RoundStepDetails step)
    {
        json.WriteStartObject();
        json.WriteString("step", Words.Kebab(step.Step.ToString()));
        json.WriteString("state", Words.Kebab(step.State.ToString()));
        json.WriteBoolean("required", step.Required);
        if (step.By is { } by) json.WriteString("by", Calendar.Text(by));
        json.WriteStartArray("missing");
        foreach (var gap in step.Missing)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Kebab(gap.Kind.ToString()));
            if (gap.Subject is not null) json.WriteString("subject", gap.Subject);
            if (gap.By is { } day) json.WriteString("by", Calendar.Text(day));
            json.WriteBoolean("overdue", gap.Overdue);
            json.WriteString("sentence", gap.Sentence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(RoundStepKind step) => step switch
    {
        RoundStepKind.Lock => "锁定 lock",
        RoundStepKind.Vetting => "联审 vetting",
        RoundStepKind.Notice => "公示 notice",
        RoundStepKind.Objections => "异议处理 objections",
        RoundStepKind.Decision => "确定 decision",
        RoundStepKind.Seal => "封存 seal",
        _ => Words.Kebab(step.ToString()),
    };

    private static string State(RoundStepState state) => state switch
    {
        RoundStepState.Done => "已完成 done",
        RoundStepState.Open => "待办 open",
        RoundStepState.Waiting => "等待 waiting",
        RoundStepState.Blocked => "未到 blocked",
        RoundStepState.Skipped => "未做 skipped",
        _ => Words.Kebab(state.ToString()),
    };
}
