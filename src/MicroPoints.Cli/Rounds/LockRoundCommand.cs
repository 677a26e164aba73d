using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Freezes a round's data.</summary>
internal static class LockRoundCommand
{
    private static readonly Option<bool> Close = new(
        "--close-period")
    { Description = "also close the period: later entries are refused" };

    public static Command Build() => new Verb("lock", "freeze the data of a round 锁定", "round lock 2026-trial",
        "round lock 2026-trial --as-of 2026-06-30")
        .With(RoundArguments.Round, Question.AsOf, Close, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var how = new RoundToLock
        {
            AsOf = parsed.GetResult(Question.AsOf) is null ? null : parsed.GetValue(Question.AsOf),
            ClosePeriod = parsed.GetValue(Close),
        };
        var answer = await Progress.Show("锁定 locking", progress =>
            desk.LockRound(parsed.GetValue(RoundArguments.Round), how, progress, cancel));
        return Answers.Print(Common.Output(parsed), answer, $"锁定 {parsed.GetValue(RoundArguments.Round)}");
    }
}
