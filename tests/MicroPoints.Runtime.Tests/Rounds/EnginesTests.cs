using MicroPoints.Conformance;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>Where two engines are built in, a round goes on only if they agree in everything.</summary>
public sealed class EnginesTests
{
    private static async Task<RoundDesk> Locked(params IEvaluationEngine[] others)
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        desk.OtherEngines.AddRange(others);
        await desk.Record(Sample.East, Sample.Visit("v-1"));
        Assert.IsType<Answer.Recorded>(await desk.Lock());
        return desk;
    }

    [Fact]
    public async Task Engines_that_agree_stand_in_the_seal_and_the_proof()
    {
        var desk = await Locked(new Engine(c => c));
        Assert.IsType<Answer.Recorded>(await desk.Decide());
        var proof = await desk.Seal();
        Assert.Equal([Evaluator.Engine, "second/1"], (await desk.State()).Sealed!.Engines);
        var replayed = Replay.Run(proof.Bytes, desk);
        Assert.Equal(proof.Digest, replayed.Proof);
        Assert.Equal(["second/1"], replayed.NotRun);
    }

    [Fact]
    public async Task A_round_whose_engines_disagree_is_not_decided_and_the_refusal_says_on_what()
    {
        var desk = await Locked(new Engine(More));
        var refused = Assert.IsType<Answer.Refused>(await desk.Decide());
        Assert.Equal(Refusal.EnginesDisagree, refused.Reason);
        Assert.StartsWith("east: Card.Lines[M1].Points is 0.5 by builtin/1 and 0.51 by second/1", refused.Detail);
        Assert.Equal(RoundStatus.Locked, (await desk.State()).Status);
    }

    [Fact]
    public async Task A_round_whose_engines_no_longer_agree_is_not_sealed_and_no_proof_is_kept()
    {
        var desk = await Locked();
        Assert.IsType<Answer.Recorded>(await desk.Decide());
        desk.OtherEngines.Add(new Engine(More));
        var kept = 0;
        var (answer, proof) = await desk.Rounds.Seal(RoundDesk.Round, Sample.Approver,
            _ => { kept++; return ValueTask.CompletedTask; }, null, CancellationToken.None);
        Assert.Equal(Refusal.EnginesDisagree, Assert.IsType<Answer.Refused>(answer).Reason);
        Assert.Equal((0, null, RoundStatus.Decided), (kept, proof, (await desk.State()).Status));
    }

    [Fact]
    public async Task A_program_with_other_engines_does_not_replace_the_proof_that_was_sealed()
    {
        var desk = await Locked(new Engine(c => c));
        await desk.Decide();
        await desk.Seal();
        desk.OtherEngines.Clear();
        var kept = 0;
        var (answer, _) = await desk.Rounds.Seal(RoundDesk.Round, Sample.Approver,
            _ => { kept++; return ValueTask.CompletedTask; }, null, CancellationToken.None);
        var refused = Assert.IsType<Answer.Refused>(answer);
        Assert.Equal((Refusal.RoundWrongState, 0), (refused.Reason, kept));
        Assert.Contains("sealed by builtin/1, second/1 with another proof, and this program has builtin/1", refused.Detail);
        desk.OtherEngines.Add(new Engine(c => c));
        await desk.Seal();
    }

    [Fact]
    public async Task A_chamber_left_out_is_a_disagreement_too()
    {
        var desk = await Locked(new Engine(c => c, leavesOutTheLast: true));
        Assert.Contains("the number of chambers is 2 by builtin/1 and 1 by second/1",
            Assert.IsType<Answer.Refused>(await desk.Decide()).Detail);
    }

    private static Scorecard More(Scorecard card) => card with
    {
        Card = card.Card with
        {
            Lines = [.. card.Card.Lines.Select(l => l.Points > Points.Zero ? l with { Points = l.Points + new Points(1) } : l)],
        },
    };

    /// <summary>An engine that changes what the built-in one says.</summary>
    private sealed class Engine(Func<Scorecard, Scorecard> change, bool leavesOutTheLast = false) : IEvaluationEngine
    {
        public string Name => "second/1";

        public IReadOnlyList<Scorecard> Evaluate(
            Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers)
        {
            var cards = BuiltInEngine.Instance.Evaluate(ruleset, settings, chambers);
            return [.. cards.Take(leavesOutTheLast ? cards.Count - 1 : cards.Count).Select(change)];
        }
    }
}
