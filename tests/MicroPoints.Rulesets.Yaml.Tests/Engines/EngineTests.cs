namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Conditions of more than 10,000 random scorecards under all shipped rulesets, decided here and by two engines that others
/// wrote.</summary>
/// <remarks>
/// The engines check how conditions are decided and joined, with their errors. They do not check what is told to them: points,
/// limits, grades, ranks and who is eligible, as the scorecard has them; how often something occurred, the latest event, and what a
/// state is and since when, which <see cref="FactReaders"/> reads from the records for itself; numbers and days read from texts; the
/// values of parameters and settings, so that a condition on a value not in force reaches them as one that cannot be decided.
/// </remarks>
public sealed class EngineTests(EngineTests.Sample sample) : IClassFixture<EngineTests.Sample>
{
    [EngineFact]
    public async Task Json_rules_engine_decides_every_condition_the_same() => await DecidesTheSame(RuleEngine.JsonRules);

    [EngineFact]
    public async Task Zen_decides_every_condition_the_same() => await DecidesTheSame(RuleEngine.Zen);

    [Fact]
    public void A_scorecard_carries_the_verdicts_that_the_engines_were_compared_with()
    {
        foreach (var asked in sample.Asked)
            foreach (var (scored, verdicts) in asked.Cards.Zip(sample.Verdicts[asked]))
            {
                var card = scored.Card;
                var outcomes = card.Outcomes.Where(o => o.Outcome.When is not null).ToList();
                Assert.Equal(string.Concat(card.Limits.Select(l => Asked.Mark(l.Finding.Verdict))), verdicts[..card.Limits.Count]);
                Assert.All(outcomes.Zip(verdicts[card.Limits.Count..]).Where(o => o.First.Finding is not null),
                    o => Assert.Equal(Asked.Mark(o.First.Finding!.Verdict), o.Second));
            }
    }

    [Fact]
    public void The_sample_is_large_and_every_kind_of_condition_comes_out_either_way()
    {
        Assert.True(sample.Asked.Sum(a => a.Cards.Count) >= 10_000);
        var seen = sample.Asked.SelectMany(a => sample.Verdicts[a].SelectMany(v => a.Conditions.Zip(v)))
            .GroupBy(p => p.First.GetType().Name, p => p.Second).ToDictionary(g => g.Key, g => g.ToHashSet());
        Assert.Equal(typeof(Condition).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Condition))).Select(t => t.Name).Order(),
            seen.Keys.Order());
        Assert.All(seen, s => Assert.Superset(new HashSet<char>("+-"), s.Value));
        Assert.Contains(seen.Values, s => s.Contains('!'));
    }

    private async Task DecidesTheSame(string engine)
    {
        foreach (var (asked, theirs) in sample.Asked.Zip(await sample.Theirs[engine]))
        {
            var ours = sample.Verdicts[asked];
            Assert.Equal(ours.Count, theirs.Count);
            for (var card = 0; card < ours.Count; card++)
                for (var i = 0; i < asked.Conditions.Count; i++)
                    if (ours[card][i] != theirs[card][i])
                        Assert.Fail($"{engine} says {theirs[card][i]} of {asked.Cards[card].Card.Id} under "
                            + $"{asked.Situations[card].Ruleset.Name} where we say {ours[card][i]}: "
                            + ConditionEvaluator.Evaluate(asked.Conditions[i], asked.Situations[card]).Sentence.EnOrZh);
        }
    }

    /// <summary>The same scorecards for each engine: 25 evaluations of 52 chambers under each of eight rulesets.</summary>
    public sealed class Sample
    {
        private const int Evaluations = 25, Chambers = 52, RandomConditions = 4;

        public Sample()
        {
            var random = new Random(20_261_123);
            foreach (var ruleset in Shipped.Files.Select(Shipped.Read).Select(SomeConditions.WithNever))
            {
                var chambers = new SomeScorecards(ruleset, Shipped.Kinds, random);
                var conditions = new SomeConditions(ruleset, Shipped.Kinds, random);
                for (var i = 0; i < Evaluations; i++)
                    Asked.Add(chambers.Ask(Chambers, r =>
                        [.. ShippedConditions.Of(r), .. Enumerable.Range(0, RandomConditions).Select(_ => conditions.Draw())]));
            }
            // Both engines answer while the tests begin.
            foreach (var engine in RuleEngine.Absent is null ? (string[])[RuleEngine.JsonRules, RuleEngine.Zen] : [])
                Theirs[engine] = Task.Run(() => Ask(engine));
            Verdicts = Asked.ToDictionary(a => a, a => a.Verdicts());
        }

        public List<Asked> Asked { get; } = [];
        public IReadOnlyDictionary<Asked, IReadOnlyList<string>> Verdicts { get; }
        public Dictionary<string, Task<List<IReadOnlyList<string>>>> Theirs { get; } = [];

        private async Task<List<IReadOnlyList<string>>> Ask(string engine)
        {
            using var other = await RuleEngine.Start(engine);
            var verdicts = new List<IReadOnlyList<string>>();
            foreach (var asked in Asked) verdicts.Add(await other.Verdicts([asked]));
            return verdicts;
        }
    }
}
