using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Demo;

/// <summary>What a demo needs of its host: an empty log to fill, and the rules to fill it by.</summary>
public sealed record DemoParts(IEventLog Log, IRuleFormat Format, ShippedRules Shipped)
{
    /// <summary>Engines beside the built-in one.</summary>
    public IReadOnlyList<IEvaluationEngine> OtherEngines { get; init; } = [];
}

/// <summary>Runs a demo's plan under a simulated clock, stage by stage: record the year, seal a rehearsal, score.</summary>
/// <remarks>It prints nothing; a host shows its progress. Each stage follows the one before.</remarks>
public sealed class DemoRun
{
    private static readonly Actor By = new(new ActorId("demo"), Role.Approver, RegionCode.Nation);
    private readonly DemoKind _kind;
    private readonly SimulatedClock _clock;

    private DemoRun(DemoKind kind, Workspace workspace, SimulatedClock clock) =>
        (_kind, Workspace, _clock) = (kind, workspace, clock);

    public Workspace Workspace { get; }
    public long Activities { get; private set; }
    public long Reversals { get; private set; }

    /// <summary>Sendings that the ledger recognised as sent before.</summary>
    public long Replays { get; private set; }

    /// <summary>Opens a workspace on the plan's first day.</summary>
    public static async Task<DemoRun> Begin(DemoParts parts, DemoKind kind, CancellationToken cancel)
    {
        var clock = new SimulatedClock { Now = kind.Plan.Steps[0].At };
        var workspace = await Workspace.Open(
            new WorkspaceParts(parts.Log, parts.Format, clock, new SeededSalts("demo")) { OtherEngines = parts.OtherEngines },
            parts.Shipped, By, cancel);
        return new DemoRun(kind, workspace, clock);
    }

    /// <summary>Sends each step's batches at its instant; the order of sending is the order in the journal.</summary>
    public async Task Record(IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        for (var i = 0; i < _kind.Plan.Steps.Count; i++)
        {
            _clock.Now = _kind.Plan.Steps[i].At;
            var sent = new List<Task<BatchAnswer>>();
            foreach (var batch in _kind.Plan.Steps[i].Batches)
                sent.Add(Workspace.Chambers.RunAll(batch.Chamber, By, batch.Commands, cancel).AsTask());
            foreach (var answer in await Task.WhenAll(sent)) Count(answer);
            progress?.Report((i + 1, _kind.Plan.Steps.Count));
        }
    }

    /// <summary>Locks, decides and seals the rehearsal on the day after the plan's last.</summary>
    /// <param name="keep">Keeps the proof durably, before the round is sealed.</param>
    public async Task<SealedProof> Seal(
        Func<SealedProof, ValueTask> keep, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        _clock.Now = new DateTimeOffset(DemoPlan.LockFrom.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        var rounds = Workspace.Rounds;
        Demand(await rounds.Open(_kind.Round, new RoundOpened("micro-points", DemoPlan.Year, _kind.Plan.Scope, [],
            RoundPurpose.Rehearsal, "light", DemoPlan.Stamp), By, cancel));
        Demand(await rounds.Lock(_kind.Round, null, closePeriod: false, By, progress, cancel));
        Demand(await rounds.Decide(_kind.Round, new RoundDecided(
            "主席办公会（演练）", DemoPlan.LockFrom, "演练-2026-01", "同意拟推荐名单", []), By, progress, cancel));
        var (answer, proof) = await rounds.Seal(_kind.Round, By, keep, progress, cancel);
        Demand(answer);
        return proof!;
    }

    public Task<StandingsAnswer> Score(IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Workspace.Standings.Ask(new StandingsQuery("micro-points", DemoPlan.Year, _kind.Plan.Scope, null, null, []),
            progress, cancel).AsTask();

    private void Count(BatchAnswer answer)
    {
        if (answer is BatchAnswer.Refused refused) throw new QueryRefusedException(
            refused.Lines[0].Reason, $"the demo's own data were refused: {refused.Lines[0].Detail}");
        foreach (var line in ((BatchAnswer.Accepted)answer).Lines)
            switch (line)
            {
                case Answer.Exists: Replays++; break;
                case Answer.Recorded { Entries: [{ Body: Ledger.ActivityRecorded }] }: Activities++; break;
                case Answer.Recorded { Entries: [{ Body: Ledger.ActivityReversed }] }: Reversals++; break;
            }
    }

    private static void Demand(Answer answer)
    {
        if (answer is Answer.Refused refused) throw new QueryRefusedException(refused.Reason, refused.Detail);
    }
}
