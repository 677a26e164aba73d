using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Benchmarks;

/// <summary>One generated activity: which of 60 indicators, how many points of 1–20, which day.</summary>
public readonly record struct Generated(int Chamber, int Indicator, int Points, DateOnly On, ulong Id);

/// <summary>A year of generated activities, the same for the same size, in the order in which they were recorded.</summary>
/// <remarks>Activity number n is of chamber n modulo their number, so that the chambers' entries lie apart in a log.</remarks>
public sealed class Year(Country country, int activities)
{
    public const int Number = 2025;
    public static readonly Period Period = Period.Containing(new DateOnly(Number, 1, 1), PeriodLength.Year);

    private static readonly Digest Evidence = Digest.OfText("ev/0123456789abcdef");

    public int Activities => activities;

    public Generated this[int number]
    {
        get
        {
            var mixed = Mix((ulong)number);
            return new Generated(number % country.Chambers, (int)(mixed % BenchRules.Indicators), 1 + (int)(mixed / 60 % 20),
                new DateOnly(Number, 1, 1).AddDays((int)(mixed / 1200 % 365)), mixed);
        }
    }

    /// <summary>The same as an entry of the ledger, as the product would have written it.</summary>
    public static Draft DraftOf(int number, Generated activity, Digest? rules) => new(
        new EntryId($"a{number:x8}{activity.Id:x16}"), Country.Clerk.Id,
        new DateTimeOffset(Number, 12, 31, 1, 0, 0, TimeSpan.Zero).AddMilliseconds(number / 10), rules,
        new ActivityRecorded(
            new Fact(BenchRules.KindOf(activity.Indicator), Nature.Event, On.Day(activity.On), null,
                new Measured.Count(activity.Points), null, null), null, [Evidence], []));

    /// <summary>The same as a row for the peers: id, unique id, chamber, category, indicator, points, day, actor, evidence.</summary>
    public void WriteRows(string path)
    {
        using var rows = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false), 1 << 20);
        for (var n = 0; n < activities; n++)
        {
            var a = this[n];
            rows.Write($"{n},{n:x8}-0000-4000-8000-{a.Id & 0xffff_ffff_ffff:x12},{a.Chamber},{a.Indicator % BenchRules.Categories},");
            rows.Write($"{a.Indicator},{a.Points},{a.On:yyyy-MM-dd},0,ev/0123456789abcdef\n");
        }
    }

    /// <summary>The finaliser of SplitMix64: neighbours come out unrelated.</summary>
    private static ulong Mix(ulong number)
    {
        var z = (number + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
