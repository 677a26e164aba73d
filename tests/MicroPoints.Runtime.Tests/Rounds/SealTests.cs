using MicroPoints.Chambers;
using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>Sealing keeps a result for every chamber, and a proof that replays.</summary>
public sealed class SealTests
{
    /// <summary>East takes part; West is dissolved within the year and has no rank.</summary>
    private static async Task<RoundDesk> Decided()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("v-1"));
        await desk.Record(Sample.West, new ChangeChamber(
            new DissolveChamber(Sample.Id("ended"), new DateOnly(2026, 11, 1))));
        Assert.IsType<Answer.Recorded>(await desk.Lock());
        Assert.IsType<Answer.Recorded>(await desk.Decide());
        return desk;
    }

    [Fact]
    public async Task A_chamber_without_a_rank_is_sealed_with_no_grade_and_no_outcome()
    {
        var desk = await Decided();
        await desk.Seal();
        var grades = (await desk.State()).Sealed!.Grades;
        Assert.Equal([Sample.East, Sample.West], grades.Select(g => g.Chamber));
        Assert.NotNull(grades[0].Grade);
        Assert.True(grades[1] is { Grade: null, Class: null, Outcomes.Count: 0 });
    }

    [Fact]
    public async Task A_year_without_a_rank_counts_among_the_earlier_rounds()
    {
        var desk = await Decided();
        await desk.Seal();
        var history = await RoundHistory.Load(
            desk.Log, "micro-points", Period.Year(2027), true, CancellationToken.None);
        Assert.Equal(Period.Year(2026), Assert.Single(history.Of(Sample.West)).Period);
    }

    [Fact]
    public async Task Activities_published_after_the_lock_change_nothing_and_the_proof_replays()
    {
        var desk = await Decided();
        var locked = (await desk.State()).Locked!.Snapshot.ActivitiesHash;
        await desk.PublishActivities("2026.2");
        Assert.NotEqual(locked, desk.Workspace.Kinds.Hash);
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, Replay.Run(proof.Bytes, desk).Proof);
        Assert.Equal(RoundStatus.Sealed, (await desk.State()).Status);
    }

    [Fact]
    public async Task An_entry_admitted_after_the_lock_is_in_the_sealed_proof()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Lock();
        desk.Now = desk.Now.AddDays(3);
        await desk.Record(Sample.East, Sample.Visit("late"));
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Admit(RoundDesk.Round, Sample.Id("admit"),
            [(Sample.East, Sample.Id("late"))], "异议成立", Sample.Approver, CancellationToken.None));
        await desk.Decide();
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, Replay.Run(proof.Bytes, desk).Proof);
        Assert.True(proof.Evaluation.Cards[0].Total > proof.Evaluation.Cards[1].Total);
    }
}
