using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Explains one chamber's scorecard in full: facts, values with their days, every cut, every operand.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<string[]> Line = new("--line")
    {
        Description = "only these indicators, deductions, limits, classes and outcomes",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<RoundId?> Round = Common.Typed<RoundId?>(
        "--round", "as this locked round counts it, whatever the ledgers say since", "ID", text => new RoundId(text));

    public static Command Build() => new Verb("explain", "why a scorecard is what it is, in full 逐项说明",
            "explain c-01", "explain c-01 --line M1 --line award-nomination", "explain c-01 --period 2026 --as-of 2026-06-30 --output json",
            "explain c-01 --round trial")
        .With(Chamber, Line, Round, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt)
        .Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (chamber, round) = (parsed.GetValue(Chamber), parsed.GetValue(Round));
        if (round is not null && ((Option[])[Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt])
            .FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } other)
            throw CliFailure.CouldNotRun($"--round says what is counted: leave out {other.Name}");
        var told = Only(round is { } id ? await desk.Explain(chamber, id, cancel)
            : await desk.Explain(chamber, county => Question.Read(parsed, county), cancel), parsed.GetValue(Line) ?? []);
        if (Common.Output(parsed).IsJson)
        {
            Output.Document(told, WireJson.Default.ScorecardExplanation);
            return ExitCode.Fine;
        }
        Print(told, round);
        return ExitCode.Fine;
    }

    /// <exception cref="CliFailure">An id is none of the ruleset's.</exception>
    private static ScorecardExplanation Only(ScorecardExplanation told, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return told;
        var known = told.Lines.Concat(told.Deductions).Select(l => l.Id)
            .Concat(told.Limits.Concat(told.Classes).Concat(told.Outcomes).Select(r => r.Id)).ToHashSet();
        if (ids.FirstOrDefault(i => !known.Contains(i)) is { } unknown)
            throw CliFailure.No($"{told.Ruleset} has no line '{unknown}' that is explained");
        return told with
        {
            Lines = [.. told.Lines.Where(l => ids.Contains(l.Id))],
            Deductions = [.. told.Deductions.Where(l => ids.Contains(l.Id))],
            Limits = [.. told.Limits.Where(l => ids.Contains(l.Id))],
            Classes = [.. told.Classes.Where(c => ids.Contains(c.Id))],
            Outcomes = [.. told.Outcomes.Where(l => ids.Contains(l.Id))],
        };
    }

    private static void Print(ScorecardExplanation told, RoundId? round)
    {
        if (told.Stamp is not null) Output.Line(told.Stamp);
        Output.Heading($"{told.Name}（{told.Chamber}）{told.RulesetTitle} {told.Period}，截至 {Calendar.Text(told.ReadingDay)}，"
            + (round is null ? "试算 provisional" : told.Provisional ? "评价锁定的数据，还没有封存 as the locked round counts it, not sealed yet"
                : "评价封存的数据 as the round was sealed"));
        foreach (var line in told.Lines.Concat(told.Deductions))
        {
            Output.Line($"{line.Id} {line.Title}：{Words.Number(line.Raw)} → {Words.Number(line.Points)}（{line.Clause}）");
            foreach (var step in line.Steps) Output.Line($"    {Both(step)}");
            if (line.FactsLeftOff is { } more) Output.Line($"    另有 {more} 条 more");
        }
        foreach (var step in told.Total.Steps) Output.Line(Both(step));
        foreach (var rule in told.Limits.Concat(told.Classes).Concat(told.Outcomes)) Print(rule);
        if (told.Grade is { } grade) Print(grade);
        if (told.Ranking is { } ranking) Output.Line($"位次 place {ranking.Place}/{ranking.Ranked}："
            + string.Join("，", ranking.Peers.Select(p => $"{p.Place} {p.Chamber} {Words.Number(p.Points)}")));
    }

    /// <summary>A sum is the same in both languages.</summary>
    private static string Both(Wording step) => step.Zh == step.En ? step.Zh : $"{step.Zh}  {step.En}";

    private static void Print(ExplainedRule rule)
    {
        Output.Line($"{rule.Id} {rule.Title}：{rule.Status}（{rule.Clause}）");
        if (rule.SuspendedBy is { } limits) Output.Line($"    受限制 {string.Join(' ', limits)} suspends it");
        if (rule.Condition is { } condition) Print(condition, "    ");
        if (rule.Quota is { } quota) Output.Line(Said(quota));
    }

    private static void Print(ExplainedCondition condition, string indent)
    {
        Output.Line($"{indent}[{condition.Verdict}] {condition.Zh}  {condition.En}");
        foreach (var operand in condition.Operands) Output.Line(
            $"{indent}  {(operand.Holds ? "✓" : "✗")} {operand.Of}: {string.Join(' ', operand.Actual)} {operand.By} "
            + string.Join(' ', operand.Wanted));
        foreach (var value in condition.Values) Output.Line(
            $"{indent}  {value.Id} = {value.Value}{(value.From is { } from ? $"，自 {Calendar.Text(from)} in force" : "")}");
        foreach (var inside in condition.Inside) Print(inside, indent + "  ");
    }

    private static void Print(ExplainedGrade grade)
    {
        Output.Line("等次 grade："
            + string.Join("，", grade.From.Select(f => $"{f.Grade} ≥ {Words.Number(f.From)} {(f.IsReached ? "✓" : "✗")}"))
            + $"；按分数 by points {grade.ByPoints} → {grade.AfterLimits ?? "—"} → {grade.Grade ?? "—"}");
        foreach (var lowered in grade.Lowered) Output.Line($"    {lowered.Limit}: {(lowered.Ceiling is { } most ? $"≤ {most}" : "")}"
            + (lowered.Down > 0 ? $" −{lowered.Down}" : ""));
        foreach (var quota in grade.Quotas) Output.Line(Said(quota));
    }

    private static string Said(ExplainedQuota quota) =>
        $"    名额 quota {quota.Of}（{quota.Within}）：{quota.Chosen}/{quota.Ranked}，{quota.Size} 个，"
        + $"{(quota.Line is { } line ? $"到第 {line} 名" : "全部")}，本会第 {quota.Place} 名 {(quota.LetsThrough ? "✓" : "✗")}";
}
