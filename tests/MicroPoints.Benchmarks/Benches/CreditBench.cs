using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Benchmarks;

/// <summary>What a recording costs without the disk, part by part: authorisation and judging, sealing, scoring.</summary>
public static class CreditBench
{
    private const int EntriesPerChamber = 60;

    public static async Task Run(Bench bench)
    {
        var country = new Country(64);
        var workspace = await Desk.Over(new MemoryEventLog(), BenchRules.Shipped());
        await Desk.Register(workspace, country);
        var recordings = new Recordings(country, workspace, "micro-points");
        for (var i = 0; i < country.Chambers * EntriesPerChamber; i++) await Record(workspace, recordings);
        var stream = StreamId.Of(country[0]);
        var draft = new Draft(Recordings.NextId(), Country.Clerk.Id, workspace.Clock.GetUtcNow(), Digest.OfText("rules"),
            new ActivityRecorded(Sample(recordings), null, [Digest.OfText("evidence")], []));

        var medians = await bench.Alternate(
            new Contender("recording without a disk, everything but the store", Each(() => Record(workspace, recordings))),
            new Contender("authorisation and judging alone (preview)", Each(async () => await workspace.Chambers.Preview(
                country[0], Country.Clerk, [recordings.Draw(Random.Shared)], default))),
            new Contender("sealing: canonical bytes and SHA-256", Each(() =>
            {
                SealedEntry.Seal(stream, Head.Empty, draft);
                return ValueTask.CompletedTask;
            })),
            new Contender("telling what it would credit, over all adopted rulesets", Each(async () =>
                await workspace.Chambers.WouldCredit(country[0], Sample(recordings), default))),
            new Contender("scoring a chamber's whole card once", Scoring(workspace, country)));
        foreach (var median in medians)
            bench.Add(new Line(median.Name, Shown.Time(1e6 / median.PerSecond), "–", null, null));
    }

    private static Func<TimeSpan, Task<Turn>> Each(Func<ValueTask> once) => turn => Load.Run(1, turn, 1, _ => once());

    private static async ValueTask Record(Workspace workspace, Recordings recordings)
    {
        var (chamber, activity) = recordings.Draw();
        Desk.Demand(await workspace.Chambers.Run(chamber, Country.Clerk, activity, default));
    }

    private static Fact Sample(Recordings recordings)
    {
        var drawn = recordings.Draw(Random.Shared);
        return new Fact(drawn.Kind, Nature.Event, drawn.On, null, drawn.Measured, null, null);
    }

    private static Func<TimeSpan, Task<Turn>> Scoring(Workspace workspace, Country country)
    {
        var adoption = workspace.Regions.AdoptionOf("micro-points", RegionCode.Nation, AsOf.On(workspace.Today))!;
        var ruleset = workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, default).AsTask().Result.Ruleset;
        var scorer = new CardScorer(ruleset, new Values(ruleset, adoption.Settings));
        var period = Period.Containing(workspace.Today, PeriodLength.Year);
        var tally = workspace.Chambers.View(country[0], period, AsOf.On(workspace.Today), default).AsTask().Result.Tally;
        var reading = new TallyReading(tally, workspace.Kinds, period, workspace.Today);
        return Each(() =>
        {
            scorer.Score(reading, new Dictionary<string, string>(), _ => new PeerStanding(false, null));
            return ValueTask.CompletedTask;
        });
    }
}
