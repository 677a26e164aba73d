using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Says what recording an activity would answer and add; nothing is written.</summary>
internal static class PreviewActivityEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/activities/preview", Handle).Needs(Role.Clerk, Role.Approver, Role.Sandbox).Takes()
        .Is("previewActivity", Tags.Activities, "Preview one activity", "Judges it as recording would; nothing is written. "
            + "For a key that is not shown reasons, an id that is in the ledger is existing, whatever else is sent.")
        .Takes(WireJson.Default.ActivityToRecord, Samples.Visit)
        .Gives(200, "What recording would answer.", WireJson.Default.PreviewedActivity,
            new PreviewedActivity(SendingAnswer.WouldRecord, Samples.Visit.Id, 17, [Samples.Credited]))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var sent = await call.Body(WireJson.Default.ActivityToRecord);
        // A sandbox key sees what a clerk's would be answered; since nothing is written, it may.
        var clerk = call.Actor with { Role = Role.Clerk };
        if ((await BatchReading.PassedOver(call, chamber, [sent.Id])).TryGetValue(sent.Id, out var known))
            return await Existing(call, chamber, known);
        if (ActivityReading.Read(sent, call.Workspace.Kinds, "$", out var record) is { } unread)
            return await ActivityReading.Unread(call, chamber, clerk, unread, record);
        switch (await call.Workspace.Chambers.Preview(chamber, clerk, [record!], call.Cancel))
        {
            case BatchAnswer.Refused refused:
                return ProblemAnswer.Of(refused.Lines[0].Reason, refused.Lines[0].Detail);
            case BatchAnswer.Accepted { Lines: [Answer.Recorded { Entries: [var entry, ..] }] }:
                return Previewed(SendingAnswer.WouldRecord, entry,
                    await call.Workspace.Chambers.WouldCredit(chamber, LedgerState.FactOf(entry)!, call.Cancel));
            case BatchAnswer.Accepted { Lines: [Answer.Exists { First: var first }] }:
                return await Existing(call, chamber, first);
            default:
                throw new InvariantException("a preview of one line has one answer");
        }
    }

    private static async ValueTask<IResult> Existing(Call call, ChamberId chamber, Streams.SealedEntry first) =>
        Previewed(SendingAnswer.Exists, first, await call.Workspace.Chambers.Credited(chamber, first, call.Cancel));

    private static JsonAnswer<PreviewedActivity> Previewed(
        SendingAnswer answer, Streams.SealedEntry entry, IReadOnlyList<Rulesets.CreditLine> credited) => new(200,
            new PreviewedActivity(answer, entry.Id.Value, entry.Sequence, CreditedText.Of(credited)),
            WireJson.Default.PreviewedActivity);
}
