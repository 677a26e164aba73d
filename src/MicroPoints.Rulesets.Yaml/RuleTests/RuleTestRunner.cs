using MicroPoints.Activities;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>What one case came to.</summary>
/// <param name="Mismatches">Each difference as a sentence; empty where the case passes.</param>
public sealed record RuleTestOutcome(RuleTestCase Case, IReadOnlyList<string> Mismatches)
{
    public bool Passes => Mismatches.Count == 0;
}

/// <summary>Runs the cases of a suite against the evaluation.</summary>
/// <param name="ruleset">The ruleset.</param>
/// <param name="kinds">What each kind means.</param>
/// <param name="engine">Who evaluates; the built-in engine where nobody is named.</param>
public sealed class RuleTestRunner(Ruleset ruleset, KindCatalogue kinds, IEvaluationEngine? engine = null)
{
    private readonly IEvaluationEngine _engine = engine ?? BuiltInEngine.Instance;

    /// <summary>The region of chambers that a case gives none: no real province has this code.</summary>
    private static readonly RegionCode NoRegion = new("990101");

    public IReadOnlyList<RuleTestOutcome> Run(RuleTestSuite suite) => [.. suite.Cases.Select(Run)];

    public RuleTestOutcome Run(RuleTestCase test)
    {
        var card = Evaluate(test, test.Chamber);
        var mismatches = new List<string>(ExpectedComparison.Compare(test.Then, card, ruleset));
        if (test.Then.AnyOneRemoved is { } removed) mismatches.AddRange(AnyOneRemoved(test, removed));
        return new RuleTestOutcome(test, mismatches);
    }

    /// <summary>The chamber's scorecard among its peers.</summary>
    public Scorecard Evaluate(RuleTestCase test, RuleTestChamber chamber)
    {
        var cards = _engine.Evaluate(Adopted(test), test.Settings, Facts(test, chamber));
        return cards.Single(c => c.Id == new ChamberId(chamber.Id));
    }

    /// <summary>The ruleset with the lists that a case sets.</summary>
    public Ruleset Adopted(RuleTestCase test) => ruleset.WithListsOf(test.Settings, kinds);

    /// <summary>What an evaluation of a case reads of a chamber and its peers.</summary>
    public IReadOnlyList<ChamberFacts> Facts(RuleTestCase test, RuleTestChamber chamber)
    {
        var period = test.Period ?? Period.Containing(ruleset.Adoptable.From, ruleset.Period);
        var at = new AsOf(test.AsOf ?? period.LastDay, test.KnownAt ?? AsOf.Everything);
        var day = at.Day < period.LastDay ? at.Day : period.LastDay;
        var applies = Adopted(test).AppliesTo;
        return [.. test.Peers.Prepend(chamber).Select(c => Facts(c, applies, period, at with { Day = day }))];
    }

    private IEnumerable<string> AnyOneRemoved(RuleTestCase test, AnyOneRemoved expected)
    {
        Points? lowest = null;
        foreach (var fact in test.Chamber.Facts)
        {
            var card = Evaluate(test, test.Chamber with { Facts = [.. test.Chamber.Facts.Where(f => f != fact)] });
            if (lowest is null || card.Total < lowest) lowest = card.Total;
            if (expected.Grade is { } grade && card.Grade != grade)
                yield return $"without {fact.Id ?? fact.Fact.Kind.Value} the grade is {card.Grade ?? "none"}, expected {grade}";
        }
        if (expected.LowestTotal is { } total && lowest != total)
            yield return $"with any one fact removed the lowest total is {lowest?.ToString() ?? "none"}, expected {total}";
    }

    private ChamberFacts Facts(RuleTestChamber chamber, AppliesTo applies, Period period, AsOf at)
    {
        var tally = new Tally();
        for (var i = 0; i < chamber.Facts.Count; i++)
        {
            var fact = chamber.Facts[i];
            if (fact.Recorded > at.KnownAt || fact.Reversed <= at.KnownAt || fact.Fact.On.Last > at.Day) continue;
            tally.Add(new StandingFact(fact.Fact, i + 1));
        }
        var attributes = ruleset.Attributes.ToDictionary(a => a.Id, a => chamber.Attributes
            .Where(v => v.Id == a.Id && (v.From is null || v.From <= at.Day)).OrderBy(v => v.From ?? DateOnly.MinValue)
                .LastOrDefault()?.Value);
        return new ChamberFacts(new ChamberId(chamber.Id), chamber.Region ?? NoRegion,
            IsRanked(chamber, applies, at.Day), chamber.Founded,
            new TallyReading(tally, kinds, period, at.Day), attributes,
                chamber.NotApplicable.ToDictionary(n => n.Key, n => n.Value ?? ""),
            [.. chamber.History.Where(h => h.Period.Until <= period.From).OrderByDescending(h => h.Period)]);
    }

    /// <summary>A case is about a chamber of the round unless it says otherwise: it applied, and where it names no day of
    /// registration it is as old as its founding.</summary>
    private static bool IsRanked(RuleTestChamber chamber, AppliesTo applies, DateOnly day)
    {
        if (applies.ApplicantsOnly && chamber.Applicant == false) return false;
        if (chamber.Kind is { } kind && applies.PeerGroups.Count > 0 && !applies.PeerGroups.Contains(kind)) return false;
        if (applies.RegisteredForAtLeast is not { } least) return true;
        var registered = chamber.Attributes.LastOrDefault(a => a.Id == Chambers.Chamber.RegisteredOn)?.Value;
        var since = Calendar.TryParseDay(registered, out var said) ? said : chamber.Founded;
        return since is not { } first || least.AfterStart(first) <= day;
    }
}
