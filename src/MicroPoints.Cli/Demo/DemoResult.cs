using MicroPoints.Cli.Terminal;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Runtime.Demo;
using MicroPoints.Server;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>What a demo came to.</summary>
/// <param name="Replays">Sendings that the ledger recognised as sent before.</param>
internal sealed record DemoResult(
    DemoKind Kind, long Activities, long Reversals, long Replays, StandingsAnswer Standings, SealedProof Proof,
    Replayed Replayed, IReadOnlyList<CoverageRow> Coverage)
{
    /// <summary>Runs a demo in a fresh directory, showing its stages, and replays the proof from the file it lies in.</summary>
    public static async Task<DemoResult> Of(string directory, DemoKind kind, CancellationToken cancel)
    {
        await using var log = JournalEventLog.Open(directory, OpenStore.Options);
        var parts = new DemoParts(log, YamlRules.Instance, ShippedFiles.Read(ShippedFiles.Folder)) { OtherEngines = Engines.Others };
        var run = await DemoRun.Begin(parts, kind, cancel);
        await Progress.Show("登记一年的事项 recording a year", async progress =>
        {
            await run.Record(progress, cancel);
            return 0;
        });
        var proof = await Progress.Show("锁定、决定、封存 locking, deciding, sealing", progress =>
            run.Seal(p => new ProofFiles(directory).Keep(p, cancel), progress, cancel));
        var path = Path.Combine(directory, ProofFiles.Name(kind.Round));
        var replayed = await Progress.Show("核验 replaying the proof", async _ =>
            Replay.Run(await File.ReadAllBytesAsync(path, cancel), YamlRules.Instance, Engines.Others));
        if (replayed.Proof != proof.Digest) throw CliFailure.No(
            $"the replay gives {replayed.Proof}, the round sealed {proof.Digest}");
        var standings = await Progress.Show("计算积分卡 scoring", progress => run.Score(progress, cancel));
        var coverage = await DemoCoverage.Of(run.Workspace, kind, cancel);
        return new DemoResult(kind, run.Activities, run.Reversals, run.Replays, standings, proof, replayed, coverage);
    }
}
