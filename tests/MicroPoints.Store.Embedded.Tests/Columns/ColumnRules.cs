using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;

namespace MicroPoints.Store.Embedded.Tests.Columns;

/// <summary>A ruleset with plain lines and others, and ledgers with every shape of fact that columns keep.</summary>
internal static class ColumnRules
{
    private static readonly Cite Cite = new("test", "1");

    public static Ruleset Ruleset { get; } = new()
    {
        Id = "test",
        Version = "1",
        Hash = Digest.OfText("test"),
        Title = new Title("test", "test"),
        Authority = "test",
        Adoptable = new DayRange(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1)),
        Period = PeriodLength.Year,
        Cite = Cite,
        Scale = new Scale(new Number(100_000), null, null),
        Parameters = [new Parameter("raised", "points", [new DatedValue(new DateOnly(2025, 1, 1), new Points(7), Cite, null),
            new DatedValue(new DateOnly(2026, 4, 1), new Points(13), Cite, null)])],
        Categories =
        [
            new Category("C", new Title("C", "C"), null, false, null,
            [
                Line("M1", new Score.PerCount(new Number(0, "raised")), Sample.Visited),
                Line("M2", new Score.PerQuantity(new Number(50), new Number(250), Rounding.Down), Sample.Invested),
                Line("M3", new Score.OncePerKey([new("signed", new Number(200)), new("landed", new Number(500))], true), Sample.Project),
                Line("M4", new Score.AgainstPeers(new Number(900), new Number(100), new Number(300)), Sample.Visited),
                Line("M5", new Score.Discretionary(new Number(1), new Number(500)), Sample.Awarded),
            ], Cite),
        ],
        Grades = [Grade("A", 3000), Grade("B", 0)],
    };

    /// <summary>Registers a chamber and records random facts of three years, some split, some of months, some reversed.</summary>
    public static async Task Record(this MemoryEventLog log, ChamberId chamber, Random random, int facts)
    {
        var host = new ChamberHost(
            log, new KindsInForce(Sample.Kinds), new ManualClock(new DateTimeOffset(2027, 3, 1, 2, 0, 0, TimeSpan.Zero)),
            new SeededSalts("columns"), new NoRulesInForce());
        var commands = new List<LedgerCommand> { new ChangeChamber(Sample.Registration(chamber.Value, Sample.County)) };
        for (var i = 0; i < facts; i++)
        {
            commands.Add(SomeFact(random, $"f{i}"));
            if (random.Next(6) == 0) commands.Add(Sample.Reversal($"u{i}", $"f{i}"));
        }
        foreach (var command in commands)
            Assert.IsType<Answer.Recorded>(await host.Run(chamber, Sample.Approver, command, CancellationToken.None));
    }

    private static RecordActivity SomeFact(Random random, string id)
    {
        var day = new DateOnly(2024, 6, 1).AddDays(random.Next(900));
        var on = On.Parse(random.Next(8) switch
        {
            0 => $"{day:yyyy-MM}",
            1 => $"{day.Year}Q{(day.Month + 2) / 3}",
            2 => $"{Math.Min(day.Year, 2026)}",
            _ => $"{day:yyyy-MM-dd}",
        });
        if (on.Last > new DateOnly(2027, 2, 28)) on = On.Day(day);
        Part? part = random.Next(4) == 0 ? new Part(random.Next(1, 5), random.Next(5, 13)) : null;
        return random.Next(6) switch
        {
            0 => new RecordActivity(
                Sample.Id(id), Sample.Invested, on, new Measured.Quantity(random.NextInt64(1, 9_000_000_000)), Part: part),
            1 => Sample.ProjectStep(id, random.Next(2) == 0 ? "signed" : "landed", $"p{random.Next(4)}", Calendar.Text(day)),
            2 => Sample.Listing(id, Calendar.Text(day)),
            3 => new RecordActivity(
                Sample.Id(id), Sample.Awarded, on, new Measured.Awarded(new Points(random.Next(1, 600))), Reason: "well done", Part: part),
            _ => new RecordActivity(Sample.Id(id), Sample.Visited, on, new Measured.Count(random.Next(1, 400)), Part: part),
        };
    }

    private static Grade Grade(string id, long from) => new(id, new Title(id, id), new Number(from), null, Cite);

    private static Indicator Line(string id, Score score, KindId kind) => new()
    {
        Id = id,
        Title = new Title(id, id),
        Cite = Cite,
        Score = score,
        Counts = [new Counted(kind)],
    };
}
