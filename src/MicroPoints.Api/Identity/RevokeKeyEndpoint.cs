using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Takes a key back, with a reason.</summary>
internal static class RevokeKeyEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Delete("/keys/{id}", Handle).Needs(Role.Approver).Takes()
        .Is("revokeKey", Tags.Identity, "Revoke a key", "It lets nobody in from then on, and its id is never issued again.")
        .Takes(WireJson.Default.KeyToRevoke, new KeyToRevoke { Reason = "人员调整" })
        .Gives(200, "It is revoked, by this sending or an earlier one with the same reason.", WireJson.Default.KeyDetails,
            KeyOut.Sample with { Valid = false, Revoked = new DateTimeOffset(2026, 9, 1, 2, 0, 0, TimeSpan.Zero), Reason = "人员调整" })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var (text, keys) = (call.Route("id"), call.Workspace.Keys);
        // A key whose scope the caller does not hold is as unknown as one that was never issued.
        if (!KeyId.IsValid(text) || new KeyId(text) is var key && Find(call, key) is null)
            return ProblemAnswer.Of(Refusal.KeyUnknown, $"there is no key '{text}' in {call.Actor.Scope}: list the keys to see their ids");
        var sent = await call.Body(WireJson.Default.KeyToRevoke);
        var answer = await keys.Revoke(new KeyId(text), sent.Reason, call.Actor, call.Cancel);
        return answer is Answer.Refused refused ? ProblemAnswer.Of(refused) : new JsonAnswer<KeyDetails>(
            200, KeyOut.Details(Find(call, new KeyId(text))!, call.Workspace.Today), WireJson.Default.KeyDetails);
    }

    private static IssuedKey? Find(Call call, KeyId key) =>
        call.Workspace.Keys.List(call.Actor.Scope, call.Actor).FirstOrDefault(k => k.Id == key);
}
