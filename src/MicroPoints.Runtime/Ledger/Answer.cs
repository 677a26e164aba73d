using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What a command came to, once it is durable.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>These entries were appended by this command.</summary>
    public sealed record Recorded(IReadOnlyList<SealedEntry> Entries) : Answer;

    /// <summary>A replay: the same command was accepted before, and this is the first entry it became.</summary>
    public sealed record Exists(SealedEntry First) : Answer;

    /// <summary>Nothing was appended, and why.</summary>
    public sealed record Refused(Refusal Reason, string Detail) : Answer;
}

/// <summary>What a batch came to: everything, or nothing with all that is wrong.</summary>
public abstract record BatchAnswer
{
    private BatchAnswer() { }

    /// <summary>Each line's answer in the order sent: recorded or exists, never refused.</summary>
    /// <param name="Head">Where the stream ends after the batch.</param>
    public sealed record Accepted(IReadOnlyList<Answer> Lines, Head Head) : BatchAnswer;

    /// <summary>Nothing was appended; every refused line stands here.</summary>
    public sealed record Refused(IReadOnlyList<RefusedLine> Lines) : BatchAnswer;
}

/// <summary>One refused line of a batch.</summary>
/// <param name="Index">Its place among the commands sent, from 0.</param>
public sealed record RefusedLine(int Index, Refusal Reason, string Detail);
