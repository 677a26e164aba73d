using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What a merger or split came to, over all the chambers it touches.</summary>
public abstract record LineageAnswer
{
    private LineageAnswer() { }

    /// <summary>Every step is durable, now or from an earlier sending.</summary>
    /// <param name="Steps">The answers chamber by chamber, predecessors first.</param>
    public sealed record Done(IReadOnlyList<LineageStep> Steps) : LineageAnswer
    {
        /// <summary>Nothing was new: the whole was done by an earlier sending.</summary>
        public bool IsReplay => Steps.All(s => s.Lines.All(l => l is Answer.Exists));
    }

    /// <summary>
    /// A chamber refused. Nothing was written, unless the chamber changed between rehearsal and writing.
    /// </summary>
    public sealed record Refused(ChamberId Chamber, Refusal Reason, string Detail) : LineageAnswer;
}

/// <summary>What one chamber's part came to.</summary>
public sealed record LineageStep(ChamberId Chamber, IReadOnlyList<Answer> Lines, Head Head);
