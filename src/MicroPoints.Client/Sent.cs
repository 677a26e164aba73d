using MicroPoints.Contracts;

namespace MicroPoints.Client;

/// <summary>What a write came to.</summary>
/// <remarks>Where the server could not answer (wrong key, too fast, out of order, out of reach) the call throws instead.</remarks>
public abstract record Sent<T>
{
    private Sent() { }

    /// <summary>It is on record now, and durable.</summary>
    /// <param name="ETag">The head after it, to be sent back as If-Match; null where the answer has none.</param>
    public sealed record Recorded(T Value, string? ETag = null) : Sent<T>;

    /// <summary>A replay: it was on record already, and this is the first answer again.</summary>
    public sealed record Exists(T Value) : Sent<T>;

    /// <summary>Nothing was written, and why.</summary>
    public sealed record Refused(Problem Problem) : Sent<T>;

    /// <summary>The value, recorded now or before.</summary>
    /// <exception cref="ProblemException">It was refused.</exception>
    public T ValueOrThrow() => this switch
    {
        Recorded recorded => recorded.Value,
        Exists exists => exists.Value,
        Refused refused => throw new ProblemException(refused.Problem),
        _ => throw new InvalidOperationException("a write is recorded, exists or is refused"),
    };
}
