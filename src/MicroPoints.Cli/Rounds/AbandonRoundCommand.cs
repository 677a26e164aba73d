using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Gives up a draft that was opened by mistake.</summary>
internal static class AbandonRoundCommand
{
    private static readonly Option<string> Reason = new("--reason") { Description = "why it is abandoned; can be erased", Required = true };

    public static Command Build() => new Verb("abandon", "give up a draft that was opened by mistake 放弃",
        "round abandon 2026-trial --reason 开错了年度")
        .With(RoundArguments.Round, Reason, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var round = parsed.GetValue(RoundArguments.Round);
        return Answers.Print(Common.Output(parsed), await desk.AbandonRound(
            round, new RoundToAbandon { Reason = parsed.GetValue(Reason)! }, cancel), $"放弃 {round}");
    }
}
