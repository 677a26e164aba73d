using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Seals a decided round and keeps its proof beside the data.</summary>
internal static class SealRoundCommand
{
    public static Command Build() => new Verb("seal", "seal a round and write its proof 封存", "round seal 2026-trial",
        "round seal 2026-trial --output json")
        .With(RoundArguments.Round, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var round = parsed.GetValue(RoundArguments.Round);
        var sealing = await Progress.Show("封存 sealing", progress => desk.SealRound(round, progress, cancel));
        var (entry, proof, place) = sealing;
        var code = Answers.Print(Common.Output(parsed), entry, $"封存 {round}", json =>
        {
            json.WriteString("proof", ProofFiles.Name(round));
            json.WriteString("sha256", proof);
        });
        foreach (var honour in sealing.Unrecorded)
            await Console.Error.WriteLineAsync($"micropoints: 荣誉没有记进台账 honour not recorded: {Shown.Of(honour)}");
        if (!Common.Output(parsed).IsJson) Output.Line($"核验包 proof {place}，核验码 {proof[..12]}（sha256 {proof}）");
        return code;
    }
}
