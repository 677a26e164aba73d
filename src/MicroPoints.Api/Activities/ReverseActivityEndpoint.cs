using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Takes back one activity, in full, with a reason.</summary>
internal static class ReverseActivityEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/activities/{id}/reversal", Handle).Needs(Need.Writers).Takes()
        .Is("reverseActivity", Tags.Activities, "Take back one activity",
            "Nothing is deleted: the reversal stands beside it. A reversal cannot be reversed; record the activity again instead.")
        .Takes(WireJson.Default.ReversalToRecord, new ReversalToRecord { Id = "undo-2026-0412", Reason = "重复登记" })
        .Gives(201, "It is taken back.", WireJson.Default.RecordedReversal, Samples.Reversal)
        .Gives(200, "A replay: it was taken back already.", WireJson.Default.RecordedReversal,
            Samples.Reversal with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var (chamber, target) = (await call.Chamber(), call.Entry());
        var sent = await call.Body(WireJson.Default.ReversalToRecord);
        var reverse = call.AtExpectedHead(new ReverseActivity(WireText.Id(sent.Id, "$.id"), target, sent.Reason));
        return await call.Workspace.Chambers.Run(chamber, call.Actor, reverse, call.Cancel) switch
        {
            Answer.Recorded recorded => Written(chamber, target, recorded.Entries[0], SendingAnswer.Recorded),
            Answer.Exists exists => Written(chamber, target, exists.First, SendingAnswer.Exists),
            Answer.Refused refused => call.Refused(refused),
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
    }

    private static JsonAnswer<RecordedReversal> Written(
        ChamberId chamber, EntryId target, Streams.SealedEntry entry, SendingAnswer answer) =>
        new(answer == SendingAnswer.Recorded ? 201 : 200,
            new RecordedReversal(answer, entry.Id.Value, target.Value, entry.Sequence, entry.Hash.ToString()),
            WireJson.Default.RecordedReversal)
        {
            Location = answer == SendingAnswer.Recorded ? $"/api/v1/chambers/{chamber}/activities/{entry.Id}" : null,
            ETag = answer == SendingAnswer.Recorded ? ETags.Of(entry.Head) : null,
        };
}
