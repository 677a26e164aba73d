using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>Answers a command that came to one entry: 201 recorded, 200 exists, or the refusal.</summary>
internal static class RecordedOut
{
    public static readonly RecordedEntry Sample = new(SendingAnswer.Recorded, "2026-07-01-a", 17, Samples.Hash, Samples.At);

    /// <param name="hasHead">Whether the stream's head is the ETag of something that can be read.</param>
    public static IResult Of(Call call, Answer answer, bool hasHead = false) => answer switch
    {
        Answer.Recorded { Entries: [var entry, ..] } => new JsonAnswer<RecordedEntry>(
            201, Entry(SendingAnswer.Recorded, entry), WireJson.Default.RecordedEntry)
        {
            ETag = hasHead ? ETags.Of(entry.Head) : null,
        },
        Answer.Exists exists => new JsonAnswer<RecordedEntry>(
            200, Entry(SendingAnswer.Exists, exists.First), WireJson.Default.RecordedEntry),
        Answer.Refused refused => call.Refused(refused),
        _ => throw new InvariantException("an answer is recorded, exists or refused"),
    };

    private static RecordedEntry Entry(SendingAnswer answer, Streams.SealedEntry entry) =>
        new(answer, entry.Id.Value, entry.Sequence, entry.Hash.ToString(), entry.At);
}
