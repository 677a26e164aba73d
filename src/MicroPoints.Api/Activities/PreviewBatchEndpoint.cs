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
            "Judges them as recording would, each as if the earlier ones were recorded; nothing is written.")
        .Takes(WireJson.Default.ActivityBatch, new ActivityBatch { Activities = [Samples.Visit] })
        .Gives(200, "What recording would come to.", WireJson.Default.PreviewedBatch, new PreviewedBatch(1, 0))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        // A sandbox key sees what a clerk's would be answered; since nothing is written, it may.
        var clerk = call.Actor with { Role = Role.Clerk };
        var (commands, refused) = await BatchReading.Read(call, chamber, clerk);
        if (refused is not null) return refused;
        return await call.Workspace.Chambers.Preview(chamber, clerk, commands, call.Cancel) switch
        {
            BatchAnswer.Refused judged => BatchReading.Refused(judged),
            BatchAnswer.Accepted accepted => Previewed(
                accepted.Lines.Count(l => l is Answer.Recorded), accepted.Lines.Count(l => l is Answer.Exists)),
            _ => throw new InvariantException("a batch is accepted or refused"),
        };
    }

    private static JsonAnswer<PreviewedBatch> Previewed(int would, int existing) =>
        new(200, new PreviewedBatch(would, existing), WireJson.Default.PreviewedBatch);
}
