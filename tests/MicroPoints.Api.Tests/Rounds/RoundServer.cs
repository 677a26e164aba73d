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

    /// <summary>A town whose annual round is decided ten days from now; each chamber gets the lowest grade, and help.</summary>
    internal async Task<string> Annual()
    {
        var (town, today, last) = (await Town(2), Day(0), Day(9));
        (await Open(town, town, ",\"purpose\":\"annual\"")).Is(201);
        (await Lock(town)).Is(201);
        foreach (var (what, body) in (IEnumerable<(string, string)>)
        [
            ("vetting", $$"""{"id":"a","body":"县税务局","letterOn":"{{today}}"}"""),
            ("vetting/replies", $$"""{"id":"r","body":"县税务局","reply":"no-objection","on":"{{today}}"}"""),
            ("notice", $$"""{"id":"n","place":"县政府网站","posted":"{{today}}","confirmedLastDay":"{{last}}"}"""),
        ]) (await Post($"/api/v1/rounds/{town}/{what}", body)).Is(201);
        Clock.Now = Clock.Now.AddDays(10);
        (await Post($"/api/v1/rounds/{town}/decide",
            $$"""{"meeting":"主席办公会","on":"{{Day(0)}}","minutes":"14"}""", Role.Approver)).Is(201);
        return town;
    }

    private string Day(int later) => Calendar.Text(Calendar.DayOf(Clock.Now).AddDays(later));

    /// <summary>Issues a key of another region.</summary>
    internal async Task<string> IssueFor(Role role, string region) =>
        (await Running.Workspace.Keys.Issue(new NewKey(null, null, role, new RegionCode(region), null), Founder, default)).Secret;
}
