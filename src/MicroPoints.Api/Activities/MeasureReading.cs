using MicroPoints.Activities;
using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>Reads the one measure that a sent activity has, from the members that belong to it.</summary>
/// <remarks>Whether it is the kind's measure is for the core to say, which first looks whether the id is known.</remarks>
internal static class MeasureReading
{
    public static ProblemAnswer? Read(ActivityToRecord sent, ActivityKind? kind, string at, out Measured? measured)
    {
        measured = null;
        var given = (sent.Count is null ? 0 : 1) + (sent.Quantity is null ? 0 : 1)
            + (sent.Answered is null && sent.Satisfied is null && sent.Asked is null ? 0 : 1)
            + (sent.Done is null && sent.Of is null ? 0 : 1) + (sent.Option is null ? 0 : 1)
            + (sent.Flag is null ? 0 : 1) + (sent.Points is null ? 0 : 1);
        if (given == 0) return ProblemAnswer.Of(Refusal.MeasureMissing,
            kind is null ? "no measure is given" : $"{kind.Id} needs {Members(kind.Measure)}", at);
        if (given > 1) return ProblemAnswer.Of(Refusal.MeasureNotOfKind,
            kind is null ? "more than one measure is given" : $"{kind.Id} takes {Members(kind.Measure)} and no other measure", at);

        if (sent.Count is { } count) measured = new Measured.Count(count);
        else if (sent.Option is { } option) measured = new Measured.Option(option);
        else if (sent.Flag is { } flag) measured = new Measured.Flag(flag);
        else if (sent.Quantity is { } quantity)
        {
            if (!WireNumber.TryRead(quantity, out var hundredths)) return TooPrecise(at, "quantity");
            measured = new Measured.Quantity(hundredths);
        }
        else if (sent.Points is { } points)
        {
            if (!WireNumber.TryRead(points, out var hundredths)) return TooPrecise(at, "points");
            measured = new Measured.Awarded(new Points(hundredths));
        }
        else if (sent is { Answered: { } answered, Satisfied: { } satisfied, Asked: { } asked })
            measured = new Measured.Rate(answered, satisfied, asked);
        else if (sent is { Done: { } done, Of: { } of }) measured = new Measured.Share(done, of);
        else return ProblemAnswer.Of(Refusal.MeasureMissing, sent.Done is null && sent.Of is null
            ? "a survey needs answered, satisfied and asked" : "a share needs done and of", at);
        return null;
    }

    /// <summary>A measure that no activity of the kind can have, to be compared in the place of one that could not be read.</summary>
    public static Measured None(ActivityKind? kind) =>
        kind?.Measure == MeasureType.Flag ? new Measured.Count(0) : new Measured.Flag(false);

    private static ProblemAnswer TooPrecise(string at, string member) => ProblemAnswer.Of(
        Fault.NumberTooPrecise, $"{member} has more than two decimals, or is beyond any number here: round it first", $"{at}.{member}");

    private static string Members(MeasureType measure) => measure switch
    {
        MeasureType.Count => "count",
        MeasureType.Quantity => "quantity",
        MeasureType.Rate => "answered, satisfied and asked",
        MeasureType.Share => "done and of",
        MeasureType.Option => "option",
        MeasureType.Flag => "flag",
        MeasureType.Points => "points",
        _ => throw new InvalidOperationException("unknown measure"),
    };
}
