using MicroPoints.Contracts;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Opens a round as a draft.</summary>
internal static class OpenRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds", Handle).Needs(Need.Writers).Takes()
        .Is("openRound", Tags.Rounds, "Open a round",
            "As a draft, under the ruleset that is adopted for the scope. "
            + "An annual round takes every step of its profile; a rehearsal may skip some, and says so.")
        .Takes(WireJson.Default.RoundToOpen, RoundSamples.ToOpen)
        .Gives(201, "It is open now.", WireJson.Default.RecordedRoundStep, RoundSamples.Step(RoundSamples.Draft))
        .Gives(200, "A replay: it was open already.", WireJson.Default.RecordedRoundStep, RoundSamples.Replay(RoundSamples.Draft))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var sent = await call.Body(WireJson.Default.RoundToOpen);
        var round = new RoundId(WireText.Id(sent.Id, "$.id").Value);
        var (scope, period) = (call.RegionReached(sent.Scope, "$.scope"), Reading.Period(sent.Period, "$.period"));
        var known = await call.Workspace.RoundScopes.Of(round, call.Cancel);
        // Ids are unique everywhere, so one that is taken elsewhere cannot be hidden, but nothing else is said of it.
        if (known is { } other && !call.Actor.Scope.Contains(other))
            return ProblemAnswer.Of(Refusal.RoundExists, $"the id {round} is taken: choose another");

        var opening = new RoundOpening(call.Workspace);
        var first = known is null ? null : (await call.Workspace.Rounds.Load(round, call.Cancel)).Opened;
        var opened = new RoundOpened(sent.Ruleset ?? "micro-points", period, scope,
            Reading.Items(sent.PeerGroups, "$.peerGroups"), Purpose(sent.Purpose),
            first?.Profile ?? call.Workspace.Regions.ProfileOf(scope).Id,
            first is null ? await opening.StampOf(scope, call.Cancel) : first.Stamp);
        // A replay is answered as the first sending was, whatever was adopted or registered since.
        if (first is null && await opening.Refuse(opened, call.Cancel) is { } refused) return ProblemAnswer.Of(refused);
        return await call.Stepped(round, await call.Workspace.Rounds.Open(round, opened, call.Actor, call.Cancel));
    }

    private static Rounds.RoundPurpose Purpose(Contracts.RoundPurpose? purpose) => purpose switch
    {
        Contracts.RoundPurpose.Annual => Rounds.RoundPurpose.Annual,
        Contracts.RoundPurpose.Rehearsal or null => Rounds.RoundPurpose.Rehearsal,
    };
}
