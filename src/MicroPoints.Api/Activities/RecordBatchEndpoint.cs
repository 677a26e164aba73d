using MicroPoints.Contracts;
using MicroPoints.Ledger;
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
        var sent = (await call.Body(WireJson.Default.ActivityBatch, Limits.BatchBodyBytesMax)).Activities;
        if (sent.Count == 0) return ProblemAnswer.Of(Fault.FieldInvalid, "activities is empty: send at least one", "$.activities");
        if (sent.Count > Limits.BatchMax) return ProblemAnswer.Of(Refusal.BatchTooLarge,
            $"{sent.Count} lines for one chamber: at most {Limits.BatchMax}, send the rest in another batch", "$.activities");
        var (commands, places, unread) = Read(sent, call.Workspace);
        if (unread.Count > 0) return Refused(await AlsoJudged(call, chamber, commands, places, unread));

        // The head is expected before the first line; later ones follow it.
        commands[0] = call.AtExpectedHead(commands[0]);
        return await call.Workspace.Chambers.RunAll(chamber, call.Actor, commands, call.Cancel) switch
        {
            BatchAnswer.Refused { Lines: [{ Reason: Refusal.HeadMoved } moved] } =>
                call.Refused(new Answer.Refused(moved.Reason, moved.Detail)),
            BatchAnswer.Refused refused => Refused([.. refused.Lines.Select(Line)]),
            BatchAnswer.Accepted accepted => Accepted(accepted),
            _ => throw new InvariantException("a batch is accepted or refused"),
        };
    }

    private static (List<LedgerCommand> Commands, List<int> Places, List<(int Index, ProblemAnswer Problem)> Unread) Read(
        IReadOnlyList<ActivityToRecord> sent, Workspace workspace)
    {
        var (commands, places, unread) = (new List<LedgerCommand>(sent.Count), new List<int>(sent.Count),
            new List<(int, ProblemAnswer)>());
        for (var i = 0; i < sent.Count; i++)
        {
            var at = $"$.activities[{i}]";
            var problem = sent[i] is null ? ProblemAnswer.Of(Fault.JsonInvalid, "null is no activity", at) : null;
            RecordActivity? record = null;
            problem ??= ActivityReading.Read(sent[i], workspace.Kinds, at, out record);
            if (problem is not null) { unread.Add((i, problem)); continue; }
            commands.Add(record!);
            places.Add(i);
        }
        return (commands, places, unread);
    }

    /// <summary>Lines that cannot be read keep nothing from being said of the others.</summary>
    private static async ValueTask<List<(int Index, ProblemAnswer Problem)>> AlsoJudged(Call call, ChamberId chamber,
        List<LedgerCommand> commands, List<int> places, List<(int Index, ProblemAnswer Problem)> unread)
    {
        if (commands.Count > 0 && await call.Workspace.Chambers.Preview(chamber, call.Actor, commands, call.Cancel)
            is BatchAnswer.Refused refused)
            unread.AddRange(refused.Lines.Select(l => (places[l.Index], ProblemAnswer.Of(l.Reason, l.Detail))));
        return [.. unread.OrderBy(u => u.Index)];
    }

    private static (int, ProblemAnswer) Line(RefusedLine line) => (line.Index, ProblemAnswer.Of(line.Reason, line.Detail));

    /// <summary>The status of its lines where they share one.</summary>
    private static ProblemAnswer Refused(IReadOnlyList<(int Index, ProblemAnswer Problem)> lines) =>
        ProblemAnswer.Of(Fault.BatchRefused,
            $"{lines.Count} of the lines are refused, so nothing was recorded: mend them and send all again")
        with
        {
            Status = lines.All(l => l.Problem.Status == lines[0].Problem.Status) ? lines[0].Problem.Status : 422,
            Lines = [.. lines.Select(l => l.Problem.AsLine(l.Index))],
        };

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
