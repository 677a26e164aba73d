using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Demo;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>A demo that was run through a host, as a runner runs it: each step on its own simulated day.</summary>
internal sealed class DemoRun
{
    private readonly MemoryEventLog _log = new();

    public required DemoPlan Plan { get; init; }
    public List<(ChamberId Chamber, LedgerCommand Command, Answer Answer)> Lines { get; } = [];
    public List<RefusedLine> Refused { get; } = [];
    public List<ChamberTallies> Tallies { get; } = [];

    public IEnumerable<RecordActivity> Recorded =>
        Lines.Where(l => l.Answer is Answer.Recorded).Select(l => l.Command).OfType<RecordActivity>();

    public static async Task<DemoRun> Of(DemoPlan plan)
    {
        var run = new DemoRun { Plan = plan };
        var clock = new SetClock();
        var host = new ChamberHost(run._log, new KindsInForce(Rules.Kinds), clock, new SeededSalts("demo"), new NoRulesInForce());
        foreach (var step in plan.Steps)
        {
            clock.Instant = step.At;
            foreach (var batch in step.Batches) await run.Send(host, batch);
        }
        var cut = await run._log.Cut(plan.Scope, default);
        var source = new TallySource(run._log);
        await foreach (var tallies in source.At(cut, DemoPlan.Year, default)) run.Tallies.Add(tallies);
        return run;
    }

    /// <summary>Scorecards by chamber at the end of the year.</summary>
    public IReadOnlyDictionary<string, Scorecard> Scorecards()
    {
        var question = new Question(Rules.MicroPoints, Rules.Kinds, DemoPlan.Year, Plan.Scope, [],
            AsOf.On(DemoPlan.Year.LastDay), new HashSet<ChamberId>());
        var facts = Tallies.Select(t =>
            FactsBuilder.Build(question, t.Register!, t.Tally, new Dictionary<string, string>(), []));
        return new Evaluator(Rules.MicroPoints, new Dictionary<string, SettingValue>()).Evaluate(facts)
            .ToDictionary(c => c.Id.Value);
    }

    private async Task Send(ChamberHost host, DemoBatch batch)
    {
        var clerk = new Actor(new ActorId("demo"), Role.Clerk, Plan.Scope);
        switch (await host.RunAll(batch.Chamber, clerk, batch.Commands, default))
        {
            case BatchAnswer.Accepted accepted:
                Lines.AddRange(batch.Commands.Zip(accepted.Lines, (c, a) => (batch.Chamber, c, a)));
                break;
            case BatchAnswer.Refused refused:
                Refused.AddRange(refused.Lines);
                break;
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Instant { get; set; }
        public override DateTimeOffset GetUtcNow() => Instant;
    }
}

/// <summary>Both demos with their own seeds, run once for all tests that read them.</summary>
public sealed class DemoRuns : IAsyncLifetime
{
    internal DemoRun County { get; private set; } = null!;
    internal DemoRun Guangxi { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        County = await DemoRun.Of(CountyDemo.Create());
        Guangxi = await DemoRun.Of(GuangxiDemo.Create());
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>The tests that share the runs.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoRuns>
{
    public const string Name = "demo runs";
}
