using MicroPoints.Activities;

namespace MicroPoints.Standings;

/// <summary>One thing that a chamber can do once more: a unit of an event, or a state brought to an option.</summary>
/// <param name="Option">The option of an option kind; null for any other.</param>
/// <param name="Key">What it is about where that is there already, such as a project that was signed; null for something new.</param>
public sealed record AdvisedStep(KindId Kind, string? Option, string? Key)
{
    /// <summary>A state, or a key that is there, is brought to an option once.</summary>
    internal bool IsOnce(ActivityKind kind) => kind.Nature == Nature.State || Key is not null
        || kind.Measure is MeasureType.Flag && !kind.Keyed || kind.Measure == MeasureType.Share;

    /// <summary>The fact as it would stand, done on a day.</summary>
    internal StandingFact FactOn(DateOnly day, ActivityKind kind, long sequence) => new(new Fact(
        Kind, kind.Nature, On.Day(day), kind.Nature == Nature.State ? kind.ExpiresAfter?.AfterStart(day) : null, Measured(kind),
        kind.Keyed ? Key ?? $"advised-{sequence}" : null, null), sequence);

    private Measured Measured(ActivityKind kind) => kind.Measure switch
    {
        MeasureType.Count => new Measured.Count(1),
        MeasureType.Option => new Measured.Option(Option!),
        MeasureType.Flag => new Measured.Flag(true),
        MeasureType.Share => new Measured.Share(1, 1),
        _ => throw new InvariantException($"{Kind} is nothing that a chamber does by itself"),
    };
}

/// <summary>A step so many times.</summary>
public sealed record AdvisedActivity(AdvisedStep Step, int Times);
