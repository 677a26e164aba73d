using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Says what recording a batch would come to; nothing is written.</summary>
internal static class PreviewBatchEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/activities/batch/preview", Handle).Needs(Role.Clerk, Role.Approver, Role.Sandbox).Takes()
        .Is("previewActivities", Tags.Activities, "Preview activities together",
            "Judges them as recording would, each as if the earlier ones were recorded; nothing is written. "
            + "For a key that is not shown reasons, an id that is in the ledger is existing, whatever else its line says.")
        .Takes(WireJson.Default.ActivityBatch, new ActivityBatch { Activities = [Samples.Visit] })
        .Gives(200, "What recording would come to.", WireJson.Default.PreviewedBatch, new PreviewedBatch(1, 0))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        // A sandbox key sees what a clerk's would be answered; since nothing is written, it may.
        var clerk = call.Actor with { Role = Role.Clerk };
        var (sent, unfit) = await BatchReading.Body(call);
        if (unfit is not null) return unfit;
        var (commands, places, refused) = await BatchReading.Read(
            call, chamber, clerk, sent, await BatchReading.PassedOver(call, chamber, sent.Select(s => s?.Id)));
        if (refused is not null) return refused;
        var judged = commands.Count == 0 ? null : await call.Workspace.Chambers.Preview(chamber, clerk, commands, call.Cancel);
        if (judged is BatchAnswer.Refused bad) return BatchReading.Refused(bad, places);
        var would = (judged as BatchAnswer.Accepted)?.Lines.Count(l => l is Answer.Recorded) ?? 0;
        return new JsonAnswer<PreviewedBatch>(200, new PreviewedBatch(would, sent.Count - would), WireJson.Default.PreviewedBatch);
    }
}
