using MicroPoints.Ledger;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Properties;

/// <summary>Random ledgers over the test kinds: every nature and measure, parts, expiries, keys, reversals.</summary>
internal static class SomeLedger
{
    /// <summary>A ledger of random facts and reversals, recorded on random days.</summary>
    public static LedgerState Of(Random random, string id = "a")
    {
        Line[] lines = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => Line(random))];
        return new Member(id,
            [.. lines.Select(l => l with { Recorded = Calendar.Text(On.Parse(l.On).Last.AddDays(random.Next(40))) })
            .Select(l =>
                random.Often(0.25) ? l.TakenBackOn(Calendar.Text(l.RecordedDay.AddDays(random.Next(60)))) : l)])
                .Ledger();
    }

    public static Line Line(Random random)
    {
        var day = random.Day();
        var today = Calendar.Text(day);
        var on = random.Pick(today, $"{day:yyyy-MM}", $"{day.Year}Q{(day.Month + 2) / 3}", $"{day.Year}");
        var key = random.Pick("K1", "K2", "项目-3");
        var line = random.Next(17) switch
        {
            0 => Visits(random.Next(1, 9), on),
            1 => Count("case", random.Next(1, 3), on).About(key),
            2 => Money(random.Next(1, 9999) / 100m, on),
            3 => Land(key, random.Next(1, 99), on),
            4 => Survey(random.Next(5), random.Next(5, 9), random.Next(9, 12), on),
            5 => Option("medal", random.Pick("city", "nation"), on),
            6 or 7 => Project(key, random.Pick("signed", "landed"), on),
            8 or 9 => Option("party", random.Pick("founded", "due", "ended"), today),
            10 => Award(random.Next(1, 900) / 100m, on),
            11 => Flag(random.Pick("charter", "cash-box", "open-books", "insured"), random.Often(0.7), today),
            12 => Flag("pledge", random.Often(0.6), on),
            13 => Signing(random.Next(9), random.Next(9, 12), on),
            14 => Option("honour", random.Pick("nation", "city", "ended"), today).About(key),
            15 => Option(random.Pick("dishonesty", "abnormal"), random.Pick("listed", "not-listed"), today),
            _ => Count("falsified", 1, on).About(random.Pick("visit", "money", "project")),
        };
        if (line.Kind is "visit" or "case" or "money" or "land" or "awarded" or "project" && random.Often(0.3)) line =
            line.Part(random.Next(1, 4), random.Next(4, 13));
        if (line.Kind is "party" or "honour" or "abnormal" && random.Often(0.3)) line =
            line.Until(Calendar.Text(day.AddDays(random.Next(1, 400))));
        return line;
    }
}
