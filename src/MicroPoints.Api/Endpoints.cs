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
        DissolveChamberEndpoint.Map(routes);
        MergeChamberEndpoint.Map(routes);
        SplitChamberEndpoint.Map(routes);
        ShowCoverageEndpoint.Map(routes);
        RecordActivityEndpoint.Map(routes);
        PreviewActivityEndpoint.Map(routes);
        RecordBatchEndpoint.Map(routes);
        PreviewBatchEndpoint.Map(routes);
        ReverseActivityEndpoint.Map(routes);
        ShowActivityEndpoint.Map(routes);
        FindActivitiesEndpoint.Map(routes);
        ListLedgerEndpoint.Map(routes);
        OpenLateWindowEndpoint.Map(routes);
        ShowScorecardEndpoint.Map(routes);
        ExplainScorecardEndpoint.Map(routes);
        ShowAdviceEndpoint.Map(routes);
        SupposeEndpoint.Map(routes);
        ListStandingsEndpoint.Map(routes);
        ListRulesetsEndpoint.Map(routes);
        ShowRulesetEndpoint.Map(routes);
        CheckRulesetEndpoint.Map(routes);
        PublishRulesetEndpoint.Map(routes);
        WorkOutImpactEndpoint.Map(routes);
        ListAdoptionsEndpoint.Map(routes);
        AdoptRulesetEndpoint.Map(routes);
        EndAdoptionEndpoint.Map(routes);
        ShowRegionRulesEndpoint.Map(routes);
        DeclareNotApplicableEndpoint.Map(routes);
        ListNotApplicableEndpoint.Map(routes);
        OpenRoundEndpoint.Map(routes);
        ListRoundsEndpoint.Map(routes);
        ShowRoundEndpoint.Map(routes);
        ApplyToRoundEndpoint.Map(routes);
        AbandonRoundEndpoint.Map(routes);
        LockRoundEndpoint.Map(routes);
        AskVettingEndpoint.Map(routes);
        ReplyVettingEndpoint.Map(routes);
        ReleaseHoldEndpoint.Map(routes);
        PostNoticeEndpoint.Map(routes);
        ReceiveObjectionEndpoint.Map(routes);
        AnswerObjectionEndpoint.Map(routes);
        AttachPaperEndpoint.Map(routes);
        ShowStepsEndpoint.Map(routes);
        ShowMovedEndpoint.Map(routes);
        DecideRoundEndpoint.Map(routes);
        SealRoundEndpoint.Map(routes);
        RecordUseEndpoint.Map(routes);
        ListUsesEndpoint.Map(routes);
        WithdrawUseEndpoint.Map(routes);
        ShowResultsEndpoint.Map(routes);
        ExplainResultEndpoint.Map(routes);
        GetProofEndpoint.Map(routes);
        ShowCalendarEndpoint.Map(routes);
        ShowCalendarYearEndpoint.Map(routes);
        PutCalendarEndpoint.Map(routes);
        ShowCallerEndpoint.Map(routes);
        IssueKeyEndpoint.Map(routes);
        ListKeysEndpoint.Map(routes);
        RevokeKeyEndpoint.Map(routes);
        ListAuditEndpoint.Map(routes);
    }
}
