using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Issues a key and shows its secret once.</summary>
internal static class IssueKeyEndpoint
{
    // Of the shape of a secret, and none: its key was never issued.
    private const string NoSecret = "mp_board_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/keys", Handle).Needs(Role.Approver).Takes()
        .Is("issueKey", Tags.Identity, "Issue a key",
            "Within the caller's own scope. The secret is in this answer and nowhere else: an id that was issued is refused, "
            + "so after a lost answer revoke it and issue another.")
        .Takes(WireJson.Default.KeyToIssue, new KeyToIssue
        {
            Id = "board",
            Role = CallerRole.Reader,
            Scope = "990101",
            Until = new DateOnly(2027, 1, 1),
            Label = "理事会看板",
        })
        .Gives(201, "It is in force now.", WireJson.Default.IssuedSecret, new IssuedSecret(KeyOut.Sample, NoSecret))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var sent = await call.Body(WireJson.Default.KeyToIssue);
        if (sent.Id is not null && !KeyId.IsValid(sent.Id)) return ProblemAnswer.Of(Fault.FieldInvalid,
            $"'{sent.Id}' is not 1–{Limits.KeyIdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit", "$.id");
        WireText.CheckDay(sent.Until, "$.until");
        var (key, secret) = await call.Workspace.Keys.Issue(new NewKey(sent.Id is null ? null : new KeyId(sent.Id), sent.Label,
            KeyOut.RoleOf(sent.Role), call.RegionReached(sent.Scope, "$.scope"), sent.Until), call.Actor, call.Cancel);
        call.Http.Response.Headers.CacheControl = "no-store";
        return new JsonAnswer<IssuedSecret>(
            201, new IssuedSecret(KeyOut.Details(key, call.Workspace.Today), secret), WireJson.Default.IssuedSecret);
    }
}
