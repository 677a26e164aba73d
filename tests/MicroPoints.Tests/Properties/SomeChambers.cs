using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests.Properties;

/// <summary>Random chambers for a ruleset: their facts on a random day of a random period, attributes, seats and earlier results.</summary>
internal sealed class SomeChambers(Random random)
{
    /// <summary>The facts that stand for each chamber drawn.</summary>
    public Dictionary<ChamberId, List<StandingFact>> Facts { get; } = [];

    public List<ChamberFacts> Draw(Ruleset ruleset, int max = 8)
    {
        var period = Period.Containing(new DateOnly(2026, random.Next(1, 13), 1),
            random.Pick(PeriodLength.Year, PeriodLength.Year, PeriodLength.TwoYears, PeriodLength.Quarter));
        var day = random.Often() ? period.LastDay : period.From.AddDays(random.Next(period.LastDay.DayNumber - period.From.DayNumber));
        var question = new Question(
            ruleset, Kinds.All, period, new RegionCode("45"), [], AsOf.On(day), new HashSet<ChamberId>());
        var lines = ruleset.AllIndicators.Select(i => i.Id).ToList();
        return [.. Enumerable.Range(0, random.Next(1, max + 1)).Select(i =>
        {
            var ledger = SomeLedger.Of(random, $"m{i}");
            Facts[ledger.Id] = [.. ledger.Standing().Select(e => new StandingFact(LedgerState.FactOf(e)!, e.Sequence))
                .Where(f => f.Fact.On.Last <= day)];
            var notApplicable = random.Often(0.2) && lines.Count > 0
                ? lines.Where(_ => random.Often(0.3)).ToDictionary(l => l, _ => "quiet") : [];
            var facts = FactsBuilder.Build(question, ledger.Chamber!, LedgerFold.At(ledger.Entries, AsOf.On(day)), notApplicable,
                random.Often(0.3) ? [new EarlierResult(period.Previous, "A", null, random.Often() ? ["O0"] : [])] : []);
            return facts with
            {
                Seat = new RegionCode(random.Pick("450123001", "450123002", "450102001", "4502", "460101001")),
                IsRanked = random.Often(0.9),
                Founded = random.Often(0.3) ? day.AddDays(-random.Next(500)) : null,
                Attributes = ruleset.Attributes.ToDictionary(a => a.Id, a => random.Often(0.2) ? null : SomeAttribute(a)),
            };
        })];
    }

    private string SomeAttribute(AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Number => random.Often(0.9) ? $"{random.Next(5)}" : "five",
        AttributeType.Day => random.Often(0.9) ? $"202{random.Next(4)}-01-01" : "new year",
        _ => random.Pick([.. attribute.Options, "other"]),
    };
}
