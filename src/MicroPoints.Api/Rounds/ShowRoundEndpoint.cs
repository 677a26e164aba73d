using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows where a round stands.</summary>
internal static class ShowRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds/{round}", Handle).Needs(Need.Readers).Takes()
        .Is("showRound", Tags.Rounds, "Show one round")
        .Gives(200, "The round.", WireJson.Default.RoundDetails, RoundSamples.Sealed).Gives304().Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var etag = ETags.Of(round.Head);
        return call.IsKnown(etag) ? ETags.NotModified(etag)
            : new JsonAnswer<RoundDetails>(
                200, RoundOut.Details(round, call.Actor.SeesWords), WireJson.Default.RoundDetails)
            {
                ETag = etag,
            };
    }
}
