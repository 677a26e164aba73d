using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime.Demo;
using Run = MicroPoints.Runtime.Demo.DemoRun;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>The demo runs over any log that a host opens.</summary>
public sealed class RunTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_county_is_recorded_sealed_replayed_and_scored_in_memory()
    {
        var kind = DemoKind.County();
        var parts = new DemoParts(new MemoryEventLog(), YamlRules.Instance, ShippedFiles.Read(Rules.Folder));
        var run = await Run.Begin(parts, kind, Never);
        await run.Record(null, Never);
        var kept = new List<SealedProof>();
        var proof = await run.Seal(p => { kept.Add(p); return ValueTask.CompletedTask; }, null, Never);
        Assert.Equal(proof.Bytes, Assert.Single(kept).Bytes);
        Assert.Empty(proof.Unrecorded);
        Assert.Equal(proof.Digest, Replay.Run(proof.Bytes, YamlRules.Instance).Proof);
        var standings = await run.Score(null, Never);
        Assert.Equal(kind.Plan.Chambers.Count, standings.Cards.Count);
        Assert.Equal(DemoPlan.Stamp, standings.Stamp);
        Assert.True(run.Activities > 0 && run.Reversals > 0 && run.Replays > 0);
        Assert.NotEmpty(await DemoCoverage.Of(run.Workspace, kind, Never));
    }
}
