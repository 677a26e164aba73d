using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Withdraws a use of a result, with a reason.</summary>
internal static class WithdrawUseEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/uses/{use}/withdrawal", Handle).Needs(Need.Writers).Takes()
        .Is("withdrawUse", Tags.Rounds, "Withdraw a use", "Nothing is deleted: the use stays, with when and why it was withdrawn.")
        .Takes(WireJson.Default.UseToWithdraw, CeremonySamples.Withdrawal)
        .Gives(201, "It is withdrawn.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("withdraw-use-1"))
        .Gives(200, "A replay: it was withdrawn already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("withdraw-use-1"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var (round, use) = (await call.Round(), call.Use());
        var sent = await call.Body(WireJson.Default.UseToWithdraw);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Withdraw(
            round.Id, use, sent.Reason, call.Actor, call.Cancel));
    }
}
