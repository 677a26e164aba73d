using MicroPoints.Activities;
using MicroPoints.Ledger;

namespace MicroPoints.Tests;

/// <summary>One activity as a test writes it: what, when, and perhaps when it was recorded or taken back.</summary>
internal sealed record Line(string Kind, string On, Measured Measured)
{
    public string? Key { get; init; }
    public Part? Share { get; init; }
    public DateOnly? Expires { get; init; }
    public string? Id { get; init; }

    /// <summary>The day it was recorded; the day it stands for where a test does not say.</summary>
    public string? Recorded { get; init; }

    /// <summary>The day it was taken back, if it was.</summary>
    public string? TakenBack { get; init; }

    public Line About(string key) => this with { Key = key };
    public Line Part(int numerator, int denominator) => this with { Share = new Part(numerator, denominator) };
    public Line Until(string expires) => this with { Expires = Lines.D(expires) };
    public Line RecordedOn(string day) => this with { Recorded = day };
    public Line TakenBackOn(string day) => this with { TakenBack = day };
    public Line As(string id) => this with { Id = id };

    public DateOnly RecordedDay => Recorded is { } day ? Lines.D(day) : MicroPoints.On.Parse(On).Last;

    public RecordActivity Command(string id) =>
        new(new EntryId(Id ?? id), new KindId(Kind), MicroPoints.On.Parse(On), Measured,
        Expires, null, Key, Share, Measured is Measured.Awarded ? "a reason" : null);
}

/// <summary>Short words for facts.</summary>
internal static class Lines
{
    public static Line Visits(long times, string on) => Count("visit", times, on);
    public static Line Talks(long times, string on) => Count("talk", times, on);
    public static Line Count(string kind, long times, string on) => new(kind, on, new Measured.Count(times));
    public static Line Case(string key, string on) => Count("case", 1, on).About(key);
    public static Line Money(decimal amount, string on) =>
        new("money", on, new Measured.Quantity((long)(amount * 100)));
    public static Line Land(string key, decimal amount, string on) =>
        new Line("land", on, new Measured.Quantity((long)(amount * 100))).About(key);
    public static Line Survey(long satisfied, long answered, long asked, string on) =>
        new("survey", on, new Measured.Rate(answered, satisfied, asked));
    public static Line Signing(long done, long of, string on) => new("signing", on, new Measured.Share(done, of));
    public static Line Project(string key, string option, string on) => Option("project", option, on).About(key);
    public static Line Option(string kind, string option, string on) => new(kind, on, new Measured.Option(option));
    public static Line Flag(string kind, bool value, string on) => new(kind, on, new Measured.Flag(value));
    public static Line Award(decimal points, string on) => new("awarded", on, new Measured.Awarded(P(points)));

    /// <summary>A day, the same in every culture.</summary>
    public static DateOnly D(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Points P(decimal points) => new((long)(points * 100));
}
