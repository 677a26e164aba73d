using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Runtime.Demo;
using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>A server whose clock stands in November 2026, with a town of its own for each test.</summary>
public class RoundServer : TestServer
{
    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);
    private int _towns = 100;

    internal SimulatedClock Clock { get; } = new() { Now = new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero) };

    internal override ServerOptions Options => base.Options with { Clock = Clock };

    /// <summary>A new town's chambers, <c>{town}-a</c> and so on, of a county.</summary>
    internal async Task<string> Town(int chambers, string county = County)
    {
        var town = $"{county}{Interlocked.Increment(ref _towns)}";
        foreach (var letter in "abcdefgh"[..chambers])
            Assert.IsType<Answer.Recorded>(await Running.Workspace.Chambers.Run(new ChamberId($"{town}-{letter}"), Founder,
                new ChangeChamber(new RegisterChamber(
                    new EntryId("register"), $"青石镇商会{letter}", "township", new RegionCode(town), [], null)), default));
        return town;
    }

    /// <summary>A town whose round, of the town's own name, was opened.</summary>
    internal async Task<string> Opened(int chambers = 2)
    {
        var town = await Town(chambers);
        (await Open(town, town)).Is(201);
        return town;
    }

    internal Task<Sent> Open(string round, string scope, string more = "", Role? role = Role.Clerk) =>
        Post("/api/v1/rounds", $$"""{"id":"{{round}}","scope":"{{scope}}","period":"2026"{{more}}}""", role);

    internal Task<Sent> Lock(string round, string body = "{}", Role role = Role.Clerk) =>
        Post($"/api/v1/rounds/{round}/lock", body, role);

    internal Task<Sent> Decide(string round, string departures = "", Role role = Role.Approver) => Post($"/api/v1/rounds/{round}/decide",
        $$"""{"meeting":"主席办公会","on":"2026-11-20","minutes":"2026-14","departures":[{{departures}}]}""", role);

    internal Task<Sent> Seal(string round, Role role = Role.Approver) =>
        Send(HttpMethod.Post, $"/api/v1/rounds/{round}/seal", null, role);

    /// <summary>A town whose round went all the way.</summary>
    internal async Task<string> Sealed()
    {
        var town = await Opened();
        (await Record($"{town}-a", Visit.Of("v-1", 10))).Is(201);
        (await Lock(town)).Is(201);
        (await Decide(town)).Is(201);
        (await Seal(town)).Is(201);
        return town;
    }

    /// <summary>Issues a key of another region.</summary>
    internal async Task<string> IssueFor(Role role, string region) =>
        (await Running.Workspace.Keys.Issue(new NewKey(null, null, role, new RegionCode(region), null), Founder, default)).Secret;
}
