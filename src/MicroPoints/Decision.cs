using MicroPoints.Streams;

namespace MicroPoints;

/// <summary>What a command comes to: entries, the first answer again, or a refusal.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>These entries are to be appended, all or none.</summary>
    public sealed record Accepted(IReadOnlyList<Draft> Entries) : Decision;

    /// <summary>The same command was accepted before; this is what it became. Nothing is appended.</summary>
    public sealed record Exists(SealedEntry First) : Decision;

    /// <summary>Nothing is appended, and why.</summary>
    /// <param name="Reason">Which rule was broken.</param>
    /// <param name="Detail">What, where and what to do instead, for a person.</param>
    public sealed record Refused(Refusal Reason, string Detail) : Decision;

    public static Decision Accept(params IReadOnlyList<Draft> entries) => new Accepted(entries);
    public static Decision Refuse(Refusal reason, string detail) => new Refused(reason, detail);
}
