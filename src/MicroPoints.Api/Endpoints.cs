using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Every endpoint of the API, one file each.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RecordActivityEndpoint.Map(routes);
        DissolveChamberEndpoint.Map(routes);
        MergeChamberEndpoint.Map(routes);
        SplitChamberEndpoint.Map(routes);
        OpenLateWindowEndpoint.Map(routes);
        OpenRoundEndpoint.Map(routes);
        ListRoundsEndpoint.Map(routes);
        ShowRoundEndpoint.Map(routes);
        ApplyToRoundEndpoint.Map(routes);
        LockRoundEndpoint.Map(routes);
        DecideRoundEndpoint.Map(routes);
        SealRoundEndpoint.Map(routes);
        ShowResultsEndpoint.Map(routes);
        GetProofEndpoint.Map(routes);
        DeclareNotApplicableEndpoint.Map(routes);
        ListNotApplicableEndpoint.Map(routes);
        ShowRegionRulesEndpoint.Map(routes);
        ShowCalendarEndpoint.Map(routes);
        ShowCalendarYearEndpoint.Map(routes);
        PutCalendarEndpoint.Map(routes);
        IssueKeyEndpoint.Map(routes);
        ListKeysEndpoint.Map(routes);
        RevokeKeyEndpoint.Map(routes);
        ListAuditEndpoint.Map(routes);
    }
}
