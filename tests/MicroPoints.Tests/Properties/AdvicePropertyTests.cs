using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Properties;

/// <summary>Advice against every combination of a few activities, each scored as if it had been recorded.</summary>
public sealed class AdvicePropertyTests
{
    private const int TriedMost = 3, StepsMost = 10;
    private static readonly Dictionary<string, SettingValue> NoSettings = [];

    [Fact]
    public void No_fewer_activities_and_no_fewer_kinds_reach_the_goal()
    {
        var (plans, none, inexact) = (0, 0, 0);
        Seeds.ForEach(80, random =>
        {
            // Where more never takes anything away, nothing may be left to chance.
            var grows = random.Often();
            var ruleset = Draw(random, grows);
            var some = new SomeChambers(random);
            var chamber = some.Draw(ruleset, 1).Single() with { IsRanked = true };
            var facts = some.Facts[chamber.Id];
            var evaluator = new Evaluator(ruleset, NoSettings);
            var now = evaluator.Evaluate([chamber]).Single();
            var advisor = Advisor.Of(ruleset, evaluator.Values, now, [chamber]);
            if (advisor.Steps.Count > StepsMost) return;
            foreach (var advice in advisor.ToOutcomes().Append(advisor.ToNextGrade()).OfType<Advice>())
            {
                if (!advice.IsExact && !grows) { inexact++; continue; }
                var best = Tried(advisor.Steps, s => With(chamber, facts, s),
                    c => Reaches(advice.Goal, evaluator.Evaluate([c]).Single(), ruleset));
                if (advice.Times is > 0 and <= TriedMost || best is not null)
                {
                    Assert.NotNull(best);
                    Assert.Equal(best.Value, (advice.Times, advice.Activities.Select(a => a.Step.Kind).Distinct().Count()));
                    plans++;
                }
                if (advice.Times == 0) { none++; continue; }
                AdvisedStep[] steps = [.. advice.Activities.SelectMany(a => Enumerable.Repeat(a.Step, a.Times))];
                var then = evaluator.Evaluate([With(chamber, facts, steps)]).Single();
                Assert.True(Reaches(advice.Goal, then, ruleset));
                Assert.Equal(then.Total, advice.After);
            }
        });
        // The property says nothing where nothing was advised, or too much to try.
        if (!Seeds.IsOne) Assert.True(plans > 45 && none > 20 && inexact < none,
            $"{plans} compared, {none} without a way, {inexact} not exact");
    }

    /// <summary>Without quotas, which are among many, and without lines that compare with others: there is one chamber.</summary>
    private static Ruleset Draw(Random random, bool grows)
    {
        var drawn = new SomeRuleset(random).Draw();
        if (grows) drawn = drawn with
        {
            Limits = [],
            Deductions = [.. drawn.Deductions.Where(d => d.While is null)],
            Outcomes = [.. drawn.Outcomes.Select((o, i) => o with
            {
                Kind = OutcomeKind.Award,
                When = new Condition.All([Reached(random, drawn), random.Often() || i == 0 ? Reached(random, drawn)
                    : new Condition.OutcomeIs($"O{random.Next(i)}")]),
            })],
        };
        var compared = drawn.Leaves.Where(i => i.Score is Score.AgainstPeers).Select(i => i.Id).ToHashSet();
        return drawn with
        {
            Categories = [.. drawn.Categories.Select(c => c with { Indicators = [.. c.Indicators.Select(i => Quiet(i, compared))] })],
            Grades = [.. drawn.Grades.Select(g => g with { Quota = null })],
        };
    }

    private static Indicator Quiet(Indicator indicator, IReadOnlySet<string> compared) => indicator with
    {
        Score = compared.Contains(indicator.Id) ? PerCount(1) : indicator.Score,
        Indicators = [.. indicator.Indicators.Select(i => Quiet(i, compared))],
    };

    /// <summary>A condition that is met once enough is credited.</summary>
    private static Condition Reached(Random random, Ruleset ruleset)
    {
        var bounds = new Bounds(N(random.Next(1, 30) / 4m), null, null);
        return random.Next(5) switch
        {
            0 => new Condition.Compare(Subject.Total, null, bounds),
            1 => new Condition.Compare(Subject.Category, random.Pick([.. ruleset.Categories.Select(c => c.Id)]), bounds),
            2 => new Condition.Compare(Subject.Indicator, random.Pick([.. ruleset.AllIndicators.Select(i => i.Id)]), bounds),
            3 => new Condition.Any([Reached(random, ruleset), Reached(random, ruleset)]),
            _ => new Condition.EventOccurred(new KindId(random.Pick("visit", "case")), null, N(1), N(random.Next(1, 4))),
        };
    }

    private static bool Reaches(AdviceGoal goal, Scorecard card, Ruleset ruleset) => goal switch
    {
        AdviceGoal.ToGrade to => card.Grade is { } grade
            && ruleset.Grades.ToList().FindIndex(g => g.Id == grade) <= ruleset.Grades.ToList().FindIndex(g => g.Id == to.Grade.Id),
        AdviceGoal.ToOutcome to => card.Outcomes.First(o => o.Outcome.Id == to.Outcome.Id).IsEligible,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The fewest activities and kinds among all combinations, one activity more at a time.</summary>
    private static (int Activities, int Kinds)? Tried(
        IReadOnlyList<AdvisedStep> steps, Func<AdvisedStep[], ChamberFacts> with, Func<ChamberFacts, bool> reaches)
    {
        for (var count = 1; count <= TriedMost; count++)
        {
            var kinds = Combinations(steps, count, 0).Where(c => reaches(with(c)))
                .Select(c => c.Select(s => s.Kind).Distinct().Count()).DefaultIfEmpty(0).Min();
            if (kinds > 0) return (count, kinds);
        }
        return null;
    }

    private static IEnumerable<AdvisedStep[]> Combinations(IReadOnlyList<AdvisedStep> steps, int count, int from)
    {
        if (count == 0) { yield return []; yield break; }
        for (var i = from; i < steps.Count; i++)
            foreach (var rest in Combinations(steps, count - 1, i)) yield return [steps[i], .. rest];
    }

    /// <summary>The chamber with the steps recorded on the reading day.</summary>
    private static ChamberFacts With(ChamberFacts chamber, List<StandingFact> facts, IReadOnlyList<AdvisedStep> steps)
    {
        var (reading, tally) = (chamber.Reading, new Tally());
        foreach (var fact in facts) tally.Add(fact);
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, kind) = (steps[i], reading.Kinds[steps[i].Kind]);
            Measured measured = kind.Measure switch
            {
                MeasureType.Count => new Measured.Count(1),
                MeasureType.Flag => new Measured.Flag(true),
                MeasureType.Share => new Measured.Share(7, 7),
                _ => new Measured.Option(step.Option!),
            };
            tally.Add(new StandingFact(new Fact(step.Kind, kind.Nature, On.Day(reading.Day),
                kind.Nature == Nature.State ? kind.ExpiresAfter?.AfterStart(reading.Day) : null, measured,
                kind.Keyed ? step.Key ?? $"new-{i}" : null, null), 1_000_000 + i));
        }
        return chamber with { Reading = new TallyReading(tally, reading.Kinds, reading.Period, reading.Day) };
    }
}
