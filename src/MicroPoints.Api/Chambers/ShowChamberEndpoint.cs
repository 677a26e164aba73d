using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows one chamber as the register has it today.</summary>
internal static class ShowChamberEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers/{chamber}", Handle).Needs(Need.Readers).Takes()
        .Is("showChamber", Tags.Chambers, "Show one chamber")
        .Gives(200, "The chamber.", WireJson.Default.ChamberDetails, Samples.Chamber).Gives304().Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var today = call.Workspace.Today;
        var view = await call.Workspace.Chambers.View(chamber, Period.Year(today.Year), AsOf.On(today), call.Cancel);
        var etag = ETags.Of(view.Head);
        return call.IsKnown(etag) ? ETags.NotModified(etag) : new JsonAnswer<ChamberDetails>(
            200, ChamberOut.Details(view.Register!, view.Head, today), WireJson.Default.ChamberDetails)
        { ETag = etag };
    }
}
