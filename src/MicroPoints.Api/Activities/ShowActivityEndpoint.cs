using MicroPoints.Contracts;
using MicroPoints.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows one entry of a ledger by its id.</summary>
internal static class ShowActivityEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers/{chamber}/activities/{id}", Handle).Needs(Need.Readers).Takes()
        .Is("showActivity", Tags.Activities, "Show one activity", "Any entry of the ledger is found by its id, reversals too.")
        .Gives(200, "The entry.", WireJson.Default.ActivityDetails, new ActivityDetails("c-01", Samples.Entry))
        .Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (chamber, id) = (await call.Chamber(), call.Entry());
        var stream = StreamId.Of(chamber);
        if (await call.Workspace.Log.Find(stream, [id], call.Cancel) is not [var entry])
            return ProblemAnswer.Of(Refusal.EntryNotFound, $"{id} is not in the ledger of {chamber}");
        string? reversedBy = null;
        if (LedgerState.FactOf(entry) is not null)
            await foreach (var later in call.Workspace.Log.Read(stream, entry.Sequence, call.Cancel))
                if (later.Body is ActivityReversed reversed && reversed.Target == id) { reversedBy = later.Id.Value; break; }
        return new JsonAnswer<ActivityDetails>(200,
            new ActivityDetails(chamber.Value, EntryOut.Of(entry, call.Actor.SeesWords), reversedBy), WireJson.Default.ActivityDetails);
    }
}
