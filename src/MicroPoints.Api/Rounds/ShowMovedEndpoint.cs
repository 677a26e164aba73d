using MicroPoints.Contracts;
using MicroPoints.Rounds;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows who moved: since the last notice, or by the answer to one objection.</summary>
internal static class ShowMovedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/rounds/{round}/moved", SinceNotice).Needs(Need.Readers).Takes().TakesLong()
            .Is("showMoved", Tags.Rounds, "Show who moved since the last notice", "Empty where the notice stands.")
            .Gives(200, "Before and after.", WireJson.Default.MovedList, CeremonySamples.Moved).Refuses(404);
        routes.Get("/rounds/{round}/objections/{objection}/moved", ByObjection).Needs(Need.Readers).Takes().TakesLong()
            .Is("showMovedByObjection", Tags.Rounds, "Show whom the answer to an objection moved", "Empty where it was rejected.")
            .Gives(200, "Before and after.", WireJson.Default.MovedList, CeremonySamples.Moved).Refuses(404);
    }

    private static async Task<IResult> SinceNotice(Call call)
    {
        var round = await call.Round();
        return Answer(round, await call.InTurn(() => call.Workspace.Rounds.MovedSinceNotice(round, null, call.Cancel).AsTask()));
    }

    private static async Task<IResult> ByObjection(Call call)
    {
        var (round, objection) = (await call.Round(), call.Objection());
        if (round.Objections.Find(objection) is null) return ProblemAnswer.Of(
            Refusal.ObjectionUnknown, $"round {round.Id} has no objection '{objection}'");
        return Answer(round, await call.InTurn(() => call.Workspace.Rounds.MovedBy(round, objection, null, call.Cancel).AsTask()));
    }

    private static JsonAnswer<MovedList> Answer(RoundState round, IReadOnlyList<MovedChamber> moved) =>
        new(200, new MovedList(round.Id.Value, CeremonyOut.Moved(moved)), WireJson.Default.MovedList);
}
