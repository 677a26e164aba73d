using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Every endpoint of the API, one file each.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        PutChamberEndpoint.Map(routes);
        ShowChamberEndpoint.Map(routes);
        ListChambersEndpoint.Map(routes);
        ShowCoverageEndpoint.Map(routes);
        RecordActivityEndpoint.Map(routes);
        PreviewActivityEndpoint.Map(routes);
        RecordBatchEndpoint.Map(routes);
        PreviewBatchEndpoint.Map(routes);
        ReverseActivityEndpoint.Map(routes);
        ShowActivityEndpoint.Map(routes);
        ListLedgerEndpoint.Map(routes);
        ShowScorecardEndpoint.Map(routes);
        ListStandingsEndpoint.Map(routes);
        ListRulesetsEndpoint.Map(routes);
        ShowRulesetEndpoint.Map(routes);
        CheckRulesetEndpoint.Map(routes);
        ListAdoptionsEndpoint.Map(routes);
        AdoptRulesetEndpoint.Map(routes);
        ShowCallerEndpoint.Map(routes);
    }
}
