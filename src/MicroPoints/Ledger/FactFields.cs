using MicroPoints.Activities;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>A fact in canonical bytes: kind, nature, on, expires, measure and its fields, key, part.</summary>
internal static class FactFields
{
    public static CanonicalWriter Fact(this CanonicalWriter writer, Fact fact)
    {
        writer.Text(fact.Kind.Value).Whole((long)fact.Nature).On(fact.On).Day(fact.Expires).Whole((long)fact.Measured.Type);
        _ = fact.Measured switch
        {
            Measured.Count m => writer.Whole(m.Times),
            Measured.Quantity m => writer.Whole(m.Hundredths),
            Measured.Rate m => writer.Whole(m.Answered).Whole(m.Satisfied).Whole(m.Asked),
            Measured.Share m => writer.Whole(m.Done).Whole(m.Of),
            Measured.Option m => writer.Text(m.Id),
            Measured.Flag m => writer.Flag(m.Value),
            Measured.Awarded m => writer.Whole(m.Points.Hundredths),
            _ => throw new InvalidOperationException("unknown measure"),
        };
        return writer.Text(fact.Key).Whole(fact.Part?.Numerator).Whole(fact.Part?.Denominator);
    }

    public static Fact Fact(ref CanonicalReader reader)
    {
        var (kind, nature, on) = (EntryFields.Kind(ref reader), EntryFields.Enumerated<Nature>(ref reader), reader.On());
        var (expires, type) = (reader.DayOrNull(), EntryFields.Enumerated<MeasureType>(ref reader));
        Measured measured = type switch
        {
            MeasureType.Count => new Measured.Count(reader.Whole()),
            MeasureType.Quantity => new Measured.Quantity(reader.Whole()),
            MeasureType.Rate => new Measured.Rate(reader.Whole(), reader.Whole(), reader.Whole()),
            MeasureType.Share => new Measured.Share(reader.Whole(), reader.Whole()),
            MeasureType.Option => new Measured.Option(reader.Text()),
            MeasureType.Flag => new Measured.Flag(reader.Flag()),
            MeasureType.Points => new Measured.Awarded(new Points(reader.Whole())),
            _ => throw new InvalidOperationException("unknown measure"),
        };
        var (key, part) = (reader.TextOrNull(), ReadPart(reader.WholeOrNull(), reader.WholeOrNull()));
        return new Fact(kind, nature, on, expires, measured, key, part);
    }

    /// <summary>Both halves or neither, as they are written.</summary>
    private static Part? ReadPart(long? numerator, long? denominator)
    {
        if (numerator is null && denominator is null) return null;
        if (numerator is not (>= 1 and <= Limits.PartOfMax) || denominator is not (>= 1 and <= Limits.PartOfMax))
            throw new CanonicalException("a part is not n/m");
        var part = new Part((int)numerator, (int)denominator);
        return part.IsValid ? part : throw new CanonicalException("a part is not valid");
    }
}
