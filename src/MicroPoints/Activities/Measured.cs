namespace MicroPoints.Activities;

/// <summary>What one activity measures.</summary>
public abstract record Measured
{
    private Measured() { }

    /// <summary>A whole number of times, at least one.</summary>
    public sealed record Count(long Times) : Measured;

    /// <summary>Hundredths of the kind's unit.</summary>
    public sealed record Quantity(long Hundredths) : Measured;

    /// <summary>A survey: of those asked, how many answered, and of those how many were satisfied.</summary>
    public sealed record Rate(long Answered, long Satisfied, long Asked) : Measured;

    /// <summary>So many done of so many due.</summary>
    public sealed record Share(long Done, long Of) : Measured;

    /// <summary>One of the kind's options, or <see cref="ActivityKind.Ended"/>.</summary>
    public sealed record Option(string Id) : Measured;

    public sealed record Flag(bool Value) : Measured;

    /// <summary>Points that staff award within a ruleset's bounds.</summary>
    public sealed record Awarded(Points Points) : Measured;

    public MeasureType Type => this switch
    {
        Count => MeasureType.Count,
        Quantity => MeasureType.Quantity,
        Rate => MeasureType.Rate,
        Share => MeasureType.Share,
        Option => MeasureType.Option,
        Flag => MeasureType.Flag,
        Awarded => MeasureType.Points,
        _ => throw new InvalidOperationException("unknown measure"),
    };

    /// <summary>The number that is multiplied by part and weight, in hundredths: the count, the quantity, the points,
    /// else one (a false flag: none).</summary>
    public long NumberHundredths => this switch
    {
        Count count => checked(count.Times * 100),
        Quantity quantity => quantity.Hundredths,
        Awarded awarded => awarded.Points.Hundredths,
        Flag { Value: false } => 0,
        _ => 100,
    };

    /// <summary>The option, or <c>true</c> and <c>false</c> for a flag; null for anything that has neither.</summary>
    public string? Choice => this switch
    {
        Option option => option.Id,
        Flag flag => flag.Value ? "true" : "false",
        _ => null,
    };

    /// <summary>The exact percent of a rate (satisfied of answered) or share (done of due); zero of nothing is zero.</summary>
    public Fraction? Percent => this switch
    {
        Rate rate => PercentOf(rate.Satisfied, rate.Answered),
        Share share => PercentOf(share.Done, share.Of),
        _ => null,
    };

    /// <summary>The exact percent of those asked who answered; null for anything but a rate.</summary>
    public Fraction? Participation => this is Rate rate ? PercentOf(rate.Answered, rate.Asked) : null;

    private static Fraction PercentOf(long part, long whole) =>
        whole == 0 ? Fraction.Zero : new Fraction((Int128)part * 100, whole);
}

/// <summary>The part n/m of a joint activity that is this chamber's, m at most <see cref="Limits.PartOfMax"/>.</summary>
public readonly record struct Part(int Numerator, int Denominator)
{
    public bool IsValid => Numerator >= 1 && Denominator >= Numerator && Denominator <= Limits.PartOfMax;

    public static bool TryParse(string? text, out Part part)
    {
        part = default;
        var halves = text?.Split('/');
        if (halves is not [{ Length: 1 or 2 } n, { Length: 1 or 2 } m] || !n.All(char.IsAsciiDigit)
            || !m.All(char.IsAsciiDigit)) return false;
        part = new Part(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(m, System.Globalization.CultureInfo.InvariantCulture));
        return part.IsValid;
    }

    public override string ToString() => $"{Numerator}/{Denominator}";
}

/// <summary>A fact about a chamber, as recorded.</summary>
/// <param name="Expires">For a state: the first day on which it no longer holds.</param>
/// <param name="Key">What the fact is about (a project, a case): one thing is one key, however often it is recorded.</param>
public sealed record Fact(KindId Kind, Nature Nature, On On, DateOnly? Expires, Measured Measured, string? Key, Part? Part)
{
    /// <summary>Number × part, in <see cref="Fraction.UnitsPerOne"/>.</summary>
    public Int128 Units => (Int128)Measured.NumberHundredths * PartUnits / 100;

    /// <summary>The part alone, for keys, of which each counts one.</summary>
    public Int128 PartUnits =>
        Part is { } part ? (Int128)Fraction.UnitsPerOne * part.Numerator / part.Denominator : Fraction.UnitsPerOne;
}

/// <summary>A fact that no reversal has taken back, with its place in the ledger.</summary>
public sealed record StandingFact(Fact Fact, long Sequence) : IComparable<StandingFact>
{
    /// <summary>By the day it stands for, then by sequence: the last of a day wins.</summary>
    public int CompareTo(StandingFact? other) =>
        other is null ? 1 : (Fact.On.Last, Sequence).CompareTo((other.Fact.On.Last, other.Sequence));
}
