using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records a meeting's decision: the proposed list, and where it departs from it.</summary>
internal static class DecideRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/decide", Handle).Needs(Role.Approver).Takes().TakesLong()
        .Is("decideRound", Tags.Rounds, "Record the meeting's decision",
            "A meeting may pass over a proposed chamber, or take another among the eligible, each with a printed, sealed reason.")
        .Takes(WireJson.Default.DecisionToRecord, RoundSamples.ToDecide)
        .Gives(201, "It is decided now.", WireJson.Default.RecordedRoundStep, RoundSamples.Step(RoundSamples.Decided))
        .Gives(200, "A replay: it was decided so already.", WireJson.Default.RecordedRoundStep, RoundSamples.Replay(RoundSamples.Decided))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.DecisionToRecord);
        WireText.CheckDay(sent.On, "$.on");
        var decided = new RoundDecided(
            sent.Meeting, sent.On, sent.Minutes, sent.Conclusion ?? "同意",
            [.. Reading.Items(sent.Departures, "$.departures").Select(Departure)]);
        return await call.Stepped(round.Id, await call.InTurn(() =>
            call.Workspace.Rounds.Decide(round.Id, decided, call.Actor, null, call.Cancel).AsTask()));
    }

    private static Departure Departure(SelectionDeparture sent, int index) => ChamberId.IsValid(sent.Chamber)
        ? new Departure(sent.Outcome, new ChamberId(sent.Chamber), sent.Selected, sent.Reason)
        : throw new ProblemException(ProblemAnswer.Of(
            Refusal.ChamberUnknown, $"'{sent.Chamber}' is not in this round", $"$.departures[{index}].chamber"));
}
