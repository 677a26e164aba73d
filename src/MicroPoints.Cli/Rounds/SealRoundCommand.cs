using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Seals a decided round and writes its proof into the data directory.</summary>
internal static class SealRoundCommand
{
    public static Command Build() => new Verb("seal", "seal a round and write its proof 封存", "round seal 2026-trial",
        "round seal 2026-trial --output json")
        .With(RoundArguments.Round, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (answer, proof) = await Progress.Show("封存 sealing", progress =>
            store.Workspace.Rounds.Seal(parsed.GetValue(RoundArguments.Round),
            Common.Actor(parsed), p => store.Workspace.Proofs.Keep(p, cancel), progress, cancel).AsTask());
        var code = Answers.Print(Common.Output(parsed), answer, $"封存 {parsed.GetValue(RoundArguments.Round)}", json =>
        {
            json.WriteString("proof", ProofFiles.Name(proof!.Round));
            json.WriteString("sha256", proof.Digest.ToString());
        });
        if (!Common.Output(parsed).IsJson)
            Output.Line($"核验包 proof {Path.Combine(Common.Directory(parsed), ProofFiles.Name(proof!.Round))}，核验码 {proof.Digest.ToString()[..12]}（sha256 {proof.Digest}）");
        return code;
    }
}
