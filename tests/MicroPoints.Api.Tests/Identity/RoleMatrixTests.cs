using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>Which roles may use the endpoints of rounds, lineage, rules, the calendar, keys and the audit.</summary>
public sealed class RoleMatrixTests(RoundServer server) : IClassFixture<RoundServer>
{
    private static readonly Role[] Writers = [Role.Clerk, Role.Approver], Approver = [Role.Approver],
        Auditing = [Role.Approver, Role.Auditor], Readers = Enum.GetValues<Role>();

    private static readonly (string Endpoint, Role[] Allowed)[] Needs =
    [
        ("POST rounds", Writers), ("GET rounds", Readers), ("GET rounds/r", Readers), ("POST rounds/r/applications", Writers),
        ("POST rounds/r/lock", Writers), ("POST rounds/r/decide", Approver), ("POST rounds/r/seal", Approver),
        ("GET rounds/r/results", Readers), ("GET rounds/r/proof", Readers), ("POST chambers/c/dissolution", Approver),
        ("POST chambers/c/merger", Approver), ("POST chambers/c/split", Approver), ("POST chambers/c/late-windows", Approver),
        ("POST not-applicable", Approver), ("GET not-applicable", Readers), ("GET regions/990101/rules", Readers),
        ("GET calendar", Readers), ("GET calendar/2026", Readers), ("PUT calendar", Approver), ("POST keys", Approver),
        ("GET keys", Auditing), ("DELETE keys/k", Approver), ("GET audit", Auditing),
    ];

    public static TheoryData<string, Role?> All()
    {
        var all = new TheoryData<string, Role?>();
        foreach (var (endpoint, _) in Needs)
            foreach (var role in Readers.Select(r => (Role?)r).Append(null)) all.Add(endpoint, role);
        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_endpoint_lets_in_whom_it_needs_and_nobody_else(string endpoint, Role? role)
    {
        var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        // An empty body is refused behind the gate, so that nothing is written whoever comes through.
        var sent = await server.Send(new HttpMethod(method), $"/api/v1/{path}", method == "GET" ? null : "", role);
        if (role is null) sent.IsProblem(401, "key-required");
        else if (Needs.Single(n => n.Endpoint == endpoint).Allowed.Contains(role.Value))
            Assert.NotEqual("role-not-sufficient", sent.Status >= 400 ? sent["refusal"] : null);
        else sent.IsProblem(403, "role-not-sufficient");
    }
}
