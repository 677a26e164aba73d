using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records activities of one chamber, all or none; every bad line is reported.</summary>
internal static class RecordBatchEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/activities/batch", Handle).Needs(Need.Writers).Takes()
        .Is("recordActivities", Tags.Activities, "Record activities together",
            "All or nothing, each line judged as if the earlier ones were recorded; replays among them are fine. "
            + "Where lines are refused, `lines` holds every one of them.")
        .Takes(WireJson.Default.ActivityBatch, new ActivityBatch { Activities = [Samples.Visit] })
        .Gives(201, "All are in the ledger, some of them new.", WireJson.Default.RecordedBatch, Samples.Batch)
        .Gives(200, "All were in the ledger already.", WireJson.Default.RecordedBatch,
            Samples.Batch with { Recorded = 0, Existed = 1, Lines = [Samples.Batch.Lines[0] with { Answer = SendingAnswer.Exists }] })
        .Refuses(404, 409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var (commands, refused) = await BatchReading.Read(call, chamber, call.Actor);
        if (refused is not null) return refused;

        // The head is expected before the first line; later ones follow it.
        commands[0] = call.AtExpectedHead(commands[0]);
        return await call.Workspace.Chambers.RunAll(chamber, call.Actor, commands, call.Cancel) switch
        {
            BatchAnswer.Refused { Lines: [{ Reason: Refusal.HeadMoved } moved] } =>
                call.Refused(new Answer.Refused(moved.Reason, moved.Detail)),
            BatchAnswer.Refused judged => BatchReading.Refused(judged),
            BatchAnswer.Accepted accepted => Accepted(accepted),
            _ => throw new InvariantException("a batch is accepted or refused"),
        };
    }

    private static JsonAnswer<RecordedBatch> Accepted(BatchAnswer.Accepted accepted)
    {
        var lines = new RecordedLine[accepted.Lines.Count];
        var recorded = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var (answer, entry) = accepted.Lines[i] switch
            {
                Answer.Recorded r => (SendingAnswer.Recorded, r.Entries[0]),
                Answer.Exists e => (SendingAnswer.Exists, e.First),
                _ => throw new InvariantException("an accepted line is recorded or exists"),
            };
            if (answer == SendingAnswer.Recorded) recorded++;
            lines[i] = new RecordedLine(answer, entry.Id.Value, entry.Sequence, entry.Hash.ToString());
        }
        return new JsonAnswer<RecordedBatch>(recorded > 0 ? 201 : 200,
            new RecordedBatch(recorded, lines.Length - recorded, WireText.Of(accepted.Head), lines), WireJson.Default.RecordedBatch)
        {
            ETag = ETags.Of(accepted.Head),
        };
    }
}
