using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Runtime.Demo;

namespace MicroPoints.Cli;

/// <summary>What a demo came to.</summary>
/// <param name="Replays">Sendings that the ledger recognised as sent before.</param>
internal sealed record DemoResult(
    DemoKind Kind, long Activities, long Reversals, long Replays, StandingsAnswer Standings, SealedProof Proof,
        Replayed Replayed,
    IReadOnlyList<CoverageRow> Coverage);

/// <summary>Runs a demo's plan under a simulated clock: records the year, seals a rehearsal, replays its proof.</summary>
internal sealed class DemoRun(string directory, DemoKind kind)
{
    private static readonly Actor By = new(new ActorId("demo"), Role.Approver, RegionCode.Nation);
    private readonly SimulatedClock _clock = new();
    private long _activities, _reversals, _replays;

    public async Task<DemoResult> Run(CancellationToken cancel)
    {
        _clock.Now = kind.Plan.Steps[0].At;
        await using var store = await OpenStore.Open(directory, _clock, new SeededSalts("demo"), By, cancel);
        var workspace = store.Workspace;
        await Progress.Show("登记一年的事项 recording a year", progress => Record(workspace, progress, cancel));
        _clock.Now = new DateTimeOffset(DemoPlan.LockFrom.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        var proof = await Progress.Show("锁定、决定、封存 locking, deciding, sealing", progress => Seal(workspace, progress, cancel));
        var path = Path.Combine(directory, ProofFiles.Name(kind.Round));
        var replayed = await Progress.Show("核验 replaying the proof", async _ =>
            Replay.Run(await File.ReadAllBytesAsync(path, cancel), YamlRules.Instance));
        if (replayed.Proof != proof.Digest) throw CliFailure.No(
            $"the replay gives {replayed.Proof}, the round sealed {proof.Digest}");
        var standings = await Progress.Show("计算积分卡 scoring", progress =>
            workspace.Standings.Ask(new StandingsQuery("micro-points", DemoPlan.Year, kind.Plan.Scope, null, null, []),
                progress, cancel).AsTask());
        var coverage = await DemoCoverage.Of(workspace, kind, cancel);
        return new DemoResult(kind, _activities, _reversals, _replays, standings, proof, replayed, coverage);
    }

    /// <summary>Sends each step's batches at its instant; the order of sending is the order in the journal.</summary>
    private async Task<int> Record(Workspace workspace, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        for (var i = 0; i < kind.Plan.Steps.Count; i++)
        {
            _clock.Now = kind.Plan.Steps[i].At;
            var sent = new List<Task<BatchAnswer>>();
            foreach (var batch in kind.Plan.Steps[i].Batches)
                sent.Add(workspace.Chambers.RunAll(batch.Chamber, By, batch.Commands, cancel).AsTask());
            foreach (var answer in await Task.WhenAll(sent)) Count(answer);
            progress?.Report((i + 1, kind.Plan.Steps.Count));
        }
        return 0;
    }

    private void Count(BatchAnswer answer)
    {
        if (answer is BatchAnswer.Refused refused)
            throw CliFailure.No($"the demo's own data were refused: {refused.Lines[0].Reason}: {refused.Lines[0].Detail}");
        foreach (var line in ((BatchAnswer.Accepted)answer).Lines)
            switch (line)
            {
                case Answer.Exists: _replays++; break;
                case Answer.Recorded { Entries: [{ Body: Ledger.ActivityRecorded }] }: _activities++; break;
                case Answer.Recorded { Entries: [{ Body: Ledger.ActivityReversed }] }: _reversals++; break;
            }
    }

    private async Task<SealedProof> Seal(Workspace workspace, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        var rounds = workspace.Rounds;
        Demand(await rounds.Open(kind.Round, new RoundOpened(
            "micro-points", DemoPlan.Year, kind.Plan.Scope, [], RoundPurpose.Rehearsal, "light", DemoPlan.Stamp), By, cancel));
        Demand(await rounds.Lock(kind.Round, null, closePeriod: false, By, progress, cancel));
        Demand(await rounds.Decide(kind.Round, new RoundDecided(
            "主席办公会（演练）", DemoPlan.LockFrom, "演练-2026-01", "同意拟推荐名单", []), By, progress, cancel));
        var (answer, proof) = await rounds.Seal(kind.Round, By, p => ProofFiles.Keep(directory, p), progress, cancel);
        Demand(answer);
        return proof!;
    }

    private static void Demand(Answer answer)
    {
        if (answer is Answer.Refused refused) throw CliFailure.Refused(refused.Reason, refused.Detail);
    }
}
