using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows one chamber's scorecard, every line with its reason.</summary>
internal static class ShowScorecardEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers/{chamber}/scorecard", Handle).Needs(Need.Readers)
        .Takes(Ask.Ruleset, Ask.Period, Ask.AsOf, Ask.KnownAt)
        .Is("showScorecard", Tags.Standings, "Show a chamber's scorecard",
            "Computed from the ledger as it stands, among the chambers of its county; provisional until a round seals it.")
        .Gives(200, "The scorecard.", WireJson.Default.ScorecardDetails, Samples.Scorecard).Gives304().Refuses(404, 409, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var seat = (await call.Workspace.Seats.Of(chamber, call.Cancel))!.Value;
        var query = new StandingsQuery(call.Text(Ask.Ruleset) ?? Ask.Ruleset.Example, call.PeriodOf(),
            seat.Enclosing(RegionLevel.County), call.DayOf(Ask.AsOf), call.InstantOf(Ask.KnownAt), []);
        // Whoever has a card already is mostly told so without its being explained anew.
        if (call.Http.Request.Headers.IfNoneMatch.Count > 0 && query.IsLive(call.Workspace.Today)
            && ETag((await call.Workspace.Lists.Ask(query, null, call.Cancel)).Inputs!) is var same && call.IsKnown(same))
            return ETags.NotModified(same);

        var answer = await call.Workspace.Standings.Ask(query, chamber, call.Cancel);
        var etag = answer.Inputs is { } inputs ? ETag(inputs) : null;
        if (etag is not null && call.IsKnown(etag)) return ETags.NotModified(etag);
        if (answer.Cards is [var card]) return new JsonAnswer<ScorecardDetails>(
            200, ScorecardOut.Details(answer, card), WireJson.Default.ScorecardDetails)
        { ETag = etag };
        return ProblemAnswer.Of(Refusal.ChamberUnknown, $"{chamber} was not on the register at {Calendar.Text(answer.At.KnownAt)}");

        string ETag(ListInputs inputs) => StandingsInputs.ETag(call, query, chamber.Value, inputs);
    }
}
