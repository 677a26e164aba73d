using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows one chamber's scorecard, every line with its reason.</summary>
internal static class ShowScorecardEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, StandingsInputs inputs) => routes
        .Get("/chambers/{chamber}/scorecard", call => Handle(call, inputs)).Needs(Need.Readers)
        .Takes(Ask.Ruleset, Ask.Period, Ask.AsOf, Ask.KnownAt)
        .Is("showScorecard", Tags.Standings, "Show a chamber's scorecard",
            "Computed from the ledger as it stands, among the chambers of its county; provisional until a round seals it.")
        .Gives(200, "The scorecard.", WireJson.Default.ScorecardDetails, Samples.Scorecard).Gives304().Refuses(404, 409, 422);

    private static async Task<IResult> Handle(Call call, StandingsInputs inputs)
    {
        var chamber = await call.Chamber();
        var seat = (await call.Workspace.Seats.Of(chamber, call.Cancel))!.Value;
        var query = new StandingsQuery(call.Text(Ask.Ruleset) ?? Ask.Ruleset.Example, call.PeriodOf(),
            seat.Enclosing(RegionLevel.County), call.DayOf(Ask.AsOf), call.InstantOf(Ask.KnownAt), []);
        var etag = await inputs.ETag(call, query, chamber.Value);
        if (call.IsKnown(etag)) return ETags.NotModified(etag);

        var answer = await call.Workspace.Standings.Ask(query, chamber, call.Cancel);
        if (answer.Cards is [var card]) return new JsonAnswer<ScorecardDetails>(
            200, ScorecardOut.Details(answer, card), WireJson.Default.ScorecardDetails)
        { ETag = etag };
        return ProblemAnswer.Of(Refusal.ChamberUnknown, $"{chamber} was not on the register at {Calendar.Text(answer.At.KnownAt)}");
    }
}
