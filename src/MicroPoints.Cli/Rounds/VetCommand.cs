using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>The register of bodies that were asked for their opinion: letters, replies, holds.</summary>
internal static class VetCommand
{
    private static readonly Option<string> Body = new("--body") { Description = "which body, such as 县税务局", Required = true };
    private static readonly Option<DateOnly> LetterOn =
        Common.Typed("--letter-on", "the day on the letter", "DAY", Common.Day, required: true);
    private static readonly Option<DateOnly> On =
        Common.Typed("--on", "the day of the reply, or on which it was marked as missing", "DAY", Common.Day, required: true);
    private static readonly Option<VettingReply> Said = Common.Typed("--reply", "what it said", "no-objection|objection|no-reply",
        text => Enum.GetValues<VettingReply>().Cast<VettingReply?>().FirstOrDefault(r => Words.Kebab(r.ToString()!) == text)
            ?? throw new FormatException($"'{text}' is none of no-objection, objection, no-reply"), required: true);
    private static readonly Option<ChamberId[]> Chambers = new("--chamber")
    {
        Description = "a chamber objected to; it is put on hold",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(t => ChamberId.IsValid(t.Value) ? new ChamberId(t.Value)
            : throw CliFailure.CouldNotRun($"--chamber '{t.Value}' is not a chamber's id"))],
    };
    private static readonly Option<string?> Ground =
        new("--reason") { Description = "the ground of an objection, or why no reply is waited for" };
    private static readonly Argument<ChamberId> Held =
        Common.TypedArgument("chamber", "the chamber on hold", text => new ChamberId(text));
    private static readonly Option<string> Because = new("--reason") { Description = "why it is released", Required = true };

    public static Command Build() => new Verb("vet", "the register of bodies asked for their opinion 联审（征求意见）").With(
        new Verb("ask", "record that a body was asked 发函", "round vet ask 2026 --body 县税务局 --letter-on 2026-12-02")
            .With(RoundArguments.Round, Body, LetterOn, RoundArguments.Id, Common.By).Does(Ask, Reach.DirectoryOrServer),
        new Verb("reply", "record a body's reply, or that none came 回函",
            "round vet reply 2026 --body 县税务局 --reply no-objection --on 2026-12-04",
            "round vet reply 2026 --body 县税务局 --reply objection --on 2026-12-04 --chamber c-03 --reason 欠税未缴")
            .With(RoundArguments.Round, Body, Said, On, Chambers, Ground, RoundArguments.Id, Common.By)
            .Does(Reply, Reach.DirectoryOrServer),
        new Verb("release", "release the hold on a chamber 解除暂缓",
            "round vet release 2026 c-03 --body 县税务局 --reason 经核实已补缴")
            .With(RoundArguments.Round, Held, Body, Because, RoundArguments.Id, Common.By).Does(Release, Reach.DirectoryOrServer));

    private static async Task<int> Ask(ParseResult parsed, CancellationToken cancel)
    {
        var letter = new LetterToRecord { Body = parsed.GetValue(Body)!, LetterOn = parsed.GetValue(LetterOn) };
        letter.Id = RoundArguments.IdOf(parsed, "ask", letter.Body, Calendar.Text(letter.LetterOn));
        await using var desk = await Place.OpenExisting(parsed, cancel);
        return Answers.Print(Common.Output(parsed),
            await desk.AskVetting(parsed.GetValue(RoundArguments.Round), letter, cancel), $"征求意见 {letter.Body}");
    }

    private static async Task<int> Reply(ParseResult parsed, CancellationToken cancel)
    {
        var reply = new ReplyToRecord
        {
            Body = parsed.GetValue(Body)!,
            Reply = parsed.GetValue(Said),
            On = parsed.GetValue(On),
            Chambers = parsed.GetValue(Chambers) is { Length: > 0 } chambers ? [.. chambers.Select(c => c.Value)] : null,
            Words = parsed.GetValue(Ground),
        };
        reply.Id = RoundArguments.IdOf(
            parsed, "reply", [reply.Body, $"{reply.Reply}", Calendar.Text(reply.On), .. reply.Chambers ?? []]);
        await using var desk = await Place.OpenExisting(parsed, cancel);
        return Answers.Print(Common.Output(parsed),
            await desk.ReplyVetting(parsed.GetValue(RoundArguments.Round), reply, cancel), $"回函 {reply.Body}");
    }

    private static async Task<int> Release(ParseResult parsed, CancellationToken cancel)
    {
        var release = new ReleaseToRecord
        {
            Body = parsed.GetValue(Body)!,
            Chamber = parsed.GetValue(Held).Value,
            Reason = parsed.GetValue(Because)!,
        };
        release.Id = RoundArguments.IdOf(parsed, "release", release.Body, release.Chamber);
        await using var desk = await Place.OpenExisting(parsed, cancel);
        return Answers.Print(Common.Output(parsed),
            await desk.ReleaseHold(parsed.GetValue(RoundArguments.Round), release, cancel), $"解除暂缓 {release.Chamber}");
    }
}
