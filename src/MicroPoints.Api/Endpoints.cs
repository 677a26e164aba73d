using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Every endpoint of the API, one file each.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RecordActivityEndpoint.Map(routes);
    }
}
