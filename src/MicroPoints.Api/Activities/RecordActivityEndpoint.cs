using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records one activity and says what it adds. The busiest endpoint: it takes no detour.</summary>
internal static class RecordActivityEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/activities", Handle).Needs(Need.Writers).Takes()
        .Is("recordActivity", Tags.Activities, "Record one activity",
            "Sending the same id again answers `exists` with the first answer's sequence and hash; with other content it is "
            + "refused as exists-with-different-… naming the first member that differs. Nothing is answered before it is on disk.")
        .Takes(WireJson.Default.ActivityToRecord, Samples.Visit)
        .Gives(201, "It is in the ledger now.", WireJson.Default.RecordedActivity, Samples.Recorded)
        .Gives(200, "A replay: it was in the ledger already.", WireJson.Default.RecordedActivity,
            Samples.Recorded with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var sent = await call.Body(WireJson.Default.ActivityToRecord);
        if (ActivityReading.Read(sent, call.Workspace.Kinds, "$", out var record) is { } unread)
            return await ActivityReading.Unread(call, chamber, call.Actor, unread, record);
        return await call.Workspace.Chambers.Run(chamber, call.Actor, call.AtExpectedHead(record!), call.Cancel) switch
        {
            Answer.Recorded recorded => await Written(call, chamber, recorded.Entries[0], SendingAnswer.Recorded),
            Answer.Exists exists => await Written(call, chamber, exists.First, SendingAnswer.Exists),
            Answer.Refused refused => call.Refused(refused),
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
    }

    private static async ValueTask<IResult> Written(
        Call call, ChamberId chamber, Streams.SealedEntry entry, SendingAnswer answer)
    {
        var credited = CreditedText.Of(await call.Workspace.Chambers.Credited(chamber, entry, call.Cancel));
        var isNew = answer == SendingAnswer.Recorded;
        return new JsonAnswer<RecordedActivity>(isNew ? 201 : 200,
            new RecordedActivity(answer, entry.Id.Value, entry.Sequence, entry.Hash.ToString(), credited),
            WireJson.Default.RecordedActivity)
        {
            Location = isNew ? $"/api/v1/chambers/{chamber}/activities/{entry.Id}" : null,
            ETag = isNew ? ETags.Of(entry.Head) : null,
        };
    }
}
