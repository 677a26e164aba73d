using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;
using MicroPoints.Rulesets.Yaml.Tests.Engines;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>A ruleset reads and scores the same under activities that follow those it was written for.</summary>
public sealed class SuccessorTests
{
    private const int Evaluations = 6, Chambers = 40;

    public static TheoryData<string> ShippedRulesets => [.. Shipped.Files.Select(f => Path.GetFileNameWithoutExtension(f))];
    public static TheoryData<string> Published => [.. PublishedFiles.Names];

    /// <summary>Everything that a successor may change: kinds and options added in front and behind, other words, no evidence.</summary>
    private static KindCatalogue After(KindCatalogue before)
    {
        var kinds = before.Kinds.Select(k => k with
        {
            Title = new Title($"改称{k.Title.Zh}"),
            ConfirmedBy = new Title("别处"),
            Evidence = [],
            Options = k.Options.Count == 0 ? [] : [new("added-first", new Title("新一")), .. k.Options, new("added-last", new Title("新二"))],
        }).ToList();
        var after = new KindCatalogue($"{before.Version}-next", Digest.OfText($"after {before.Hash}"),
            [.. before.Kinds.Take(3).Select(k => k with { Id = new KindId($"added.{k.Id}") }), .. kinds]);
        Assert.True(KindSuccession.Of(before, after).IsAllowed);
        return after;
    }

    [Theory, MemberData(nameof(ShippedRulesets))]
    public void Random_chambers_have_the_same_scorecards_under_a_successor(string name)
    {
        var file = Shipped.Files.Single(f => Path.GetFileNameWithoutExtension(f) == name);
        var (before, kinds) = (Shipped.Read(file), After(Shipped.Kinds));
        var after = RulesetFile.Read(File.ReadAllBytes(file), file, kinds).Ruleset!;
        var random = new Random(275);
        for (var i = 0; i < Evaluations; i++)
        {
            var asked = new SomeScorecards(before, Shipped.Kinds, random).Ask(Chambers, ShippedConditions.Of);
            var settings = asked.Situations[0].Values.Settings;
            List<ChamberFacts> facts = [.. asked.Cards.Select(c => Again(c, kinds))];
            Assert.Equal(asked.Cards.Select(c => Said(c.Card)), new Evaluator(after, settings).Evaluate(facts).Select(Said));
            var reading = facts[0].Reading;
            var table = new CompiledRuleset(after, settings, kinds, reading.Period, reading.Day).Evaluate(facts);
            Assert.Equal(asked.Cards.Select(c => (c.Card.Id, c.Card.Total, c.Card.Grade, c.Card.Class, c.Card.Places)),
                Enumerable.Range(0, facts.Count).Select(r => table[r]).Select(r => (r.Id, r.Total, r.Grade, r.Class, r.Places)));
        }
    }

    [Theory, MemberData(nameof(Published))]
    public void What_was_reckoned_by_hand_stays_under_a_successor(string name)
    {
        var (before, known, suite) = PublishedFiles.Load(name);
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Published", name, name + ".yaml"));
        var kinds = After(known);
        var after = RulesetFile.Read(bytes, name, kinds).Ruleset!;
        Assert.Equal(before.Hash, after.Hash);
        Assert.All(new RuleTestRunner(after, kinds).Run(suite),
            o => Assert.True(o.Passes, $"{o.Case.Name}: {string.Join("; ", o.Mismatches)}"));
    }

    /// <summary>The same chamber with the same facts, folded anew and read by other kinds.</summary>
    private static ChamberFacts Again(Scored scored, KindCatalogue kinds)
    {
        var (tally, reading) = (new Tally(), scored.Card.Chamber.Reading);
        foreach (var fact in scored.Facts) tally.Add(fact);
        return scored.Card.Chamber with { Reading = new TallyReading(tally, kinds, reading.Period, reading.Day) };
    }

    private static string Said(Scorecard card) => string.Join('\n',
    [
        $"{card.Id} {card.Total} {card.GradeByPoints} {card.Grade} {card.Class} {card.Places} {card.BarredBy}",
        .. card.Card.Lines.Select(l => $"{l.Indicator.Id} {l.Counted} {l.Raw} {l.Points} {string.Join(' ', l.Because)}"),
        .. card.Card.Deductions.Select(d => $"{d.Deduction.Id} {d.Raw} {d.Points}"),
        .. card.Limits.Select(l => $"{l.Limit.Id} {l.IsMet}"),
        .. card.Outcomes.Select(o => $"{o.Outcome.Id} {o.Status}"),
    ]);
}
