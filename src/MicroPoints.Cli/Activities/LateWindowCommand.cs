using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Lets late entries into a closed period of one chamber, through a day, with a reason.</summary>
internal static class LateWindowCommand
{
    private static readonly Argument<ChamberId> Chamber =
        Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<Period> Period =
        Common.Typed("--period", "the closed period", "PERIOD", MicroPoints.Period.Parse, required: true);
    private static readonly Option<DateOnly> Through =
        Common.Typed("--through", "the last day on which late entries are let in", "DAY", Common.Day, required: true);
    private static readonly Option<string> Reason =
        new("--reason") { Description = "why late entries are let in", Required = true };

    public static Command Build() => new Verb("late-window", "let late entries into a closed period 补录窗口",
            "activities late-window c-01 --period 2026 --through 2027-01-15 --reason 补录十二月事项")
        .With(Chamber, Period, Through, Reason, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (period, through) = (parsed.GetValue(Period), parsed.GetValue(Through));
        var answer = await desk.OpenLateWindow(parsed.GetValue(Chamber), new OpenLateWindow(
            new EntryId($"late-{period}-{Calendar.Text(through)}"), period, through, parsed.GetValue(Reason)!), cancel);
        return Answers.Print(Common.Output(parsed), answer, $"{parsed.GetValue(Chamber)} {period}");
    }
}
