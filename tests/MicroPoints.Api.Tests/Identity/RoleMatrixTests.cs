using MicroPoints.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api.Tests;

public sealed class RoleMatrixTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly Role[] All = Enum.GetValues<Role>(), Writers = [Role.Clerk, Role.Approver];

    /// <summary>Every keyed operation with the roles that may use it, as the documentation promises.</summary>
    internal static readonly Dictionary<string, Role[]> MayUse = new()
    {
        ["PUT /api/v1/chambers/{chamber}"] = Writers,
        ["GET /api/v1/chambers/{chamber}"] = All,
        ["GET /api/v1/chambers"] = All,
        ["GET /api/v1/coverage"] = All,
        ["POST /api/v1/chambers/{chamber}/activities"] = Writers,
        ["POST /api/v1/chambers/{chamber}/activities/preview"] = [Role.Clerk, Role.Approver, Role.Sandbox],
        ["POST /api/v1/chambers/{chamber}/activities/batch"] = Writers,
        ["POST /api/v1/chambers/{chamber}/activities/batch/preview"] = [Role.Clerk, Role.Approver, Role.Sandbox],
        ["POST /api/v1/chambers/{chamber}/activities/{id}/reversal"] = Writers,
        ["GET /api/v1/chambers/{chamber}/activities/{id}"] = All,
        ["GET /api/v1/activities"] = All,
        ["GET /api/v1/chambers/{chamber}/ledger"] = All,
        ["GET /api/v1/chambers/{chamber}/scorecard"] = All,
        ["GET /api/v1/chambers/{chamber}/explain"] = All,
        ["GET /api/v1/chambers/{chamber}/advice"] = All,
        ["POST /api/v1/chambers/{chamber}/what-if"] = All,
        ["GET /api/v1/standings"] = All,
        ["GET /api/v1/rulesets"] = All,
        ["GET /api/v1/rulesets/{ruleset}/versions/{version}"] = All,
        ["POST /api/v1/rulesets/check"] = All,
        ["POST /api/v1/rulesets"] = [Role.Approver],
        ["POST /api/v1/rulesets/impact"] = [Role.Approver],
        ["GET /api/v1/adoptions"] = All,
        ["POST /api/v1/adoptions"] = [Role.Approver],
        ["POST /api/v1/adoptions/end"] = [Role.Approver],
        ["GET /api/v1/identity"] = All,
        ["POST /api/v1/chambers/{chamber}/dissolution"] = [Role.Approver],
        ["POST /api/v1/chambers/{chamber}/merger"] = [Role.Approver],
        ["POST /api/v1/chambers/{chamber}/split"] = [Role.Approver],
        ["POST /api/v1/chambers/{chamber}/late-windows"] = [Role.Approver],
        ["POST /api/v1/rounds"] = Writers,
        ["GET /api/v1/rounds"] = All,
        ["GET /api/v1/rounds/{round}"] = All,
        ["POST /api/v1/rounds/{round}/applications"] = Writers,
        ["POST /api/v1/rounds/{round}/abandon"] = Writers,
        ["POST /api/v1/rounds/{round}/lock"] = Writers,
        ["POST /api/v1/rounds/{round}/vetting"] = Writers,
        ["POST /api/v1/rounds/{round}/vetting/replies"] = Writers,
        ["POST /api/v1/rounds/{round}/vetting/releases"] = [Role.Approver],
        ["POST /api/v1/rounds/{round}/notice"] = Writers,
        ["POST /api/v1/rounds/{round}/objections"] = Writers,
        ["POST /api/v1/rounds/{round}/objections/{objection}/answer"] = [Role.Approver],
        ["GET /api/v1/rounds/{round}/objections/{objection}/moved"] = All,
        ["GET /api/v1/rounds/{round}/moved"] = All,
        ["GET /api/v1/rounds/{round}/steps"] = All,
        ["POST /api/v1/rounds/{round}/papers"] = Writers,
        ["POST /api/v1/rounds/{round}/decide"] = [Role.Approver],
        ["POST /api/v1/rounds/{round}/seal"] = [Role.Approver],
        ["POST /api/v1/rounds/{round}/uses"] = Writers,
        ["GET /api/v1/rounds/{round}/uses"] = All,
        ["POST /api/v1/rounds/{round}/uses/{use}/withdrawal"] = Writers,
        ["GET /api/v1/rounds/{round}/results"] = All,
        ["GET /api/v1/rounds/{round}/chambers/{chamber}/explain"] = All,
        ["GET /api/v1/rounds/{round}/proof"] = [Role.Clerk, Role.Approver, Role.Auditor],
        ["GET /api/v1/regions/{region}/rules"] = All,
        ["POST /api/v1/not-applicable"] = [Role.Approver],
        ["GET /api/v1/not-applicable"] = All,
        ["GET /api/v1/calendar"] = All,
        ["GET /api/v1/calendar/{year}"] = All,
        ["PUT /api/v1/calendar"] = [Role.Approver],
        ["POST /api/v1/keys"] = [Role.Approver],
        ["GET /api/v1/keys"] = [Role.Approver, Role.Auditor],
        ["DELETE /api/v1/keys/{id}"] = [Role.Approver],
        ["GET /api/v1/audit"] = [Role.Approver, Role.Auditor],
    };

    private IEnumerable<RouteEndpoint> Routes => server.Running.Services.GetRequiredService<EndpointDataSource>()
        .Endpoints.OfType<RouteEndpoint>();

    private static string Name(RouteEndpoint route) =>
        $"{route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Order().First()} /{route.RoutePattern.RawText!.Trim('/')}";

    [Fact]
    public void Every_route_states_its_need() =>
        Assert.Empty(Routes.Where(r => r.Metadata.GetMetadata<Need>() is null).Select(Name));

    [Fact]
    public void Every_operation_of_the_API_stands_in_the_table_and_needs_a_key()
    {
        var keyed = Routes.Where(r => Name(r).Contains("/api/")).ToList();
        Assert.Equal(MayUse.Keys.Order(), keyed.Select(Name).Order());
        Assert.All(keyed, r => Assert.False(r.Metadata.GetMetadata<Need>()!.IsOpen));
    }

    [Fact]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("known"));
        foreach (var (operation, roles) in MayUse)
            foreach (var role in All)
            {
                var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]
                    .Replace("{chamber}", chamber).Replace("{id}", "known")
                    .Replace("{ruleset}", "micro-points").Replace("{version}", "2026.1"));
                var sent = await server.Send(new HttpMethod(method), path, method == "GET" ? null : "{}", role,
                    path.EndsWith("check") ? "application/yaml" : "application/json");
                if (roles.Contains(role)) Assert.True(sent.Status is not (401 or 403), $"{operation} {role}: {sent.Text}");
                else sent.IsProblem(403, "role-not-sufficient");
            }
    }

    [Fact]
    public async Task Without_a_key_in_force_nothing_is_answered()
    {
        foreach (var operation in MayUse.Keys)
        {
            var path = operation.Split(' ')[1].Replace("{chamber}", "c").Replace("{id}", "i");
            var (method, body) = (new HttpMethod(operation.Split(' ')[0]), operation.StartsWith("GET") ? null : "{}");
            var media = path.EndsWith("check") ? "application/yaml" : "application/json";
            var none = (await server.Send(method, path, body, null, media)).IsProblem(401, "key-required");
            Assert.Equal("Bearer", none.Header("WWW-Authenticate"));
            (await server.SendWith("mp_nobody_" + new string('x', 43), method, path, body, media)).IsProblem(401, "key-required");
            (await server.SendWith(server.Key(Role.Approver)[..^1] + "_", method, path, body, media)).IsProblem(401, "key-required");
        }
    }

    [Fact]
    public async Task A_revoked_key_ends_at_once()
    {
        var (key, secret) = await server.Running.Workspace.Keys.Issue(
            new Runtime.NewKey(null, null, Role.Reader, new RegionCode(TestServer.County), null), Founder, default);
        Assert.Equal($"key:{key.Id}", (await server.SendWith(secret, HttpMethod.Get, "/api/v1/identity")).Is(200)["id"]);
        await server.Running.Workspace.Keys.Revoke(key.Id, "遗失", Founder, default);
        (await server.SendWith(secret, HttpMethod.Get, "/api/v1/identity")).IsProblem(401, "key-required");
    }

    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);
}
