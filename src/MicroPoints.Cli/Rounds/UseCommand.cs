using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Who relied on a sealed round's result, for what: recorded, listed, withdrawn.</summary>
internal static class UseCommand
{
    private static readonly Argument<ChamberId> Chamber =
        Common.TypedArgument("chamber", "the chamber whose result was relied on", text => new ChamberId(text));
    private static readonly Option<string?> Outcome = new("--outcome") { Description = "the outcome relied on, such as award-nomination" };
    private static readonly Option<string?> Grade = new("--grade") { Description = "the grade or class relied on, such as A" };
    private static readonly Option<string> Body = new("--body") { Description = "which body relied on it 使用单位", Required = true };
    private static readonly Option<string> Purpose = new("--for") { Description = "for what 用途, such as 评先评优", Required = true };
    private static readonly Option<DateOnly> On =
        Common.Typed("--on", "the day on which it did", "DAY", Common.Day, required: true);
    private static readonly Option<string?> Document =
        new("--document") { Description = "its document's number 文号; needed of a reference opinion" };
    private static readonly Option<string?> Note = new("--note") { Description = "whatever else there is to say; can be erased" };
    private static readonly Argument<EntryId> Use =
        Common.TypedArgument("use", "the use's id, as the list says", text => new EntryId(text));
    private static readonly Option<string> Reason = new("--reason") { Description = "why it is withdrawn; can be erased", Required = true };

    public static Command Build() => new Verb("use", "who relied on a sealed round's result 运用记录").With(
        new Verb("add", "record that a body relied on it 登记",
            "round use add 2026 c-01 --outcome award-nomination --body 县政协办 --for 评先评优 --on 2027-02-03",
            "round use add 2026 c-01 --grade A --body 县民政局 --for 购买服务 --on 2027-02-03 --document 县民函〔2027〕2号")
            .With(RoundArguments.Round, Chamber, Outcome, Grade, Body, Purpose, On, Document, Note, RoundArguments.Id, Common.By)
            .Does(Add, Reach.DirectoryOrServer),
        new Verb("list", "every use of a round's result 清单", "round use list 2026").With(RoundArguments.Round)
            .Does(List, Reach.DirectoryOrServer),
        new Verb("withdraw", "withdraw a use, with a reason 撤回", "round use withdraw 2026 use-1 --reason 误登记")
            .With(RoundArguments.Round, Use, Reason, Common.By).Does(Withdraw, Reach.DirectoryOrServer));

    private static async Task<int> Add(ParseResult parsed, CancellationToken cancel)
    {
        var use = new UseToRecord
        {
            Chamber = parsed.GetValue(Chamber).Value,
            Outcome = parsed.GetValue(Outcome),
            Grade = parsed.GetValue(Grade),
            Body = parsed.GetValue(Body)!,
            Purpose = parsed.GetValue(Purpose)!,
            On = parsed.GetValue(On),
            Document = parsed.GetValue(Document),
            Note = parsed.GetValue(Note),
        };
        use.Id = RoundArguments.IdOf(parsed, "use",
            use.Chamber, $"{use.Outcome} {use.Grade}", use.Body, use.Purpose, Calendar.Text(use.On), $"{use.Document}");
        await using var desk = await Place.OpenExisting(parsed, cancel);
        return Answers.Print(Common.Output(parsed),
            await desk.RecordUse(parsed.GetValue(RoundArguments.Round), use, cancel), $"运用记录 {use.Chamber}");
    }

    private static async Task<int> Withdraw(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var use = parsed.GetValue(Use);
        return Answers.Print(Common.Output(parsed), await desk.WithdrawUse(parsed.GetValue(RoundArguments.Round), use,
            new UseToWithdraw { Reason = parsed.GetValue(Reason)! }, cancel), $"撤回运用记录 {use}");
    }

    private static async Task<int> List(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var uses = await desk.Uses(parsed.GetValue(RoundArguments.Round), cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteStartArray("uses");
            foreach (var use in uses) Write(json, use);
            json.WriteEndArray();
        });
        else if (uses.Count == 0) Output.Line("没有运用记录 no uses");
        else Output.Table(["编号 use", "商会 chamber", "结果 relied on", "使用单位 body", "用途 for", "日期 on", "文号 document", "状态 state"],
            uses.Select(IReadOnlyList<string> (u) =>
            [
                u.Id, u.Chamber, u.Outcome ?? u.Grade ?? "", u.Body, u.Purpose, Calendar.Text(u.On), u.Document ?? "",
                u.Withdrawn is { } back ? $"已撤回 withdrawn {Calendar.Text(back.On)}：{back.Reason}" : "",
            ]));
        return ExitCode.Fine;
    }

    private static void Write(Utf8JsonWriter json, UseDetails use)
    {
        json.WriteStartObject();
        json.WriteString("use", use.Id);
        json.WriteString("chamber", use.Chamber);
        if (use.Outcome is not null) json.WriteString("outcome", use.Outcome);
        if (use.Grade is not null) json.WriteString("grade", use.Grade);
        json.WriteString("body", use.Body);
        json.WriteString("purpose", use.Purpose);
        json.WriteString("on", Calendar.Text(use.On));
        if (use.Document is not null) json.WriteString("document", use.Document);
        if (use.Note is not null) json.WriteString("note", use.Note);
        if (use.Withdrawn is { } back) json.WriteString("withdrawn", Calendar.Text(back.On));
        json.WriteEndObject();
    }
}
