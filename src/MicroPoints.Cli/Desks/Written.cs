using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>An entry that a verb wrote, or found written before.</summary>
internal sealed record Written(bool IsReplay, string Stream, string Id, long Sequence, string Hash, DateTimeOffset At)
{
    /// <exception cref="CliFailure">It was refused.</exception>
    public static Written Of(Answer answer) => answer switch
    {
        Answer.Recorded recorded => Of(recorded.Entries[0], false),
        Answer.Exists exists => Of(exists.First, true),
        Answer.Refused refused => throw CliFailure.Refused(refused.Reason, refused.Detail),
        _ => throw new InvariantException("an answer is recorded, exists or refused"),
    };

    private static Written Of(Streams.SealedEntry entry, bool isReplay) =>
        new(isReplay, entry.Stream.ToString(), entry.Id.Value, entry.Sequence, entry.Hash.ToString(), entry.At);
}
