using System.Net;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>What the fuzzer attacks: two counties with chambers, ledgers, rounds in every state, and keys of every sort.</summary>
internal sealed class World : RoundServer
{
    /// <summary>Stands in every name and reason of the first county, and in nothing that the fuzzer sends.</summary>
    public const string Secret = "内部甲";

    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);
    private int _made;

    public World() => Clock.Now = new DateTimeOffset(2026, 12, 20, 2, 0, 0, TimeSpan.Zero);

    public List<Sender> Senders { get; } = [];
    public Sender Approver => Named($"Approver {County}");
    public Sender Nation => Named("Approver 00");

    /// <summary>Chambers of the county whose ledgers take activities, each with an entry <c>known</c>.</summary>
    public List<string> Chambers { get; } = [];
    public List<string> Foreign { get; } = [];
    public List<string> Rounds { get; } = [];
    public List<string> SealedRounds { get; } = [];
    public IReadOnlyList<string> Towns { get; } = [$"{County}101", $"{County}201", $"{County}202"];

    /// <summary>A chamber whose year is closed.</summary>
    public string Closed { get; private set; } = "";

    /// <summary>An annual round that is sealed, whose result may be relied on.</summary>
    public string AnnualRound { get; private set; } = "";

    /// <summary>What a cursor of the first sealed round's results is bound to.</summary>
    public string ResultsQuestion { get; private set; } = "";

    /// <summary>A ruleset without a fault.</summary>
    public string Ruleset { get; private set; } = "";

    /// <summary>What answers gave to be sent back.</summary>
    public List<string> Cursors { get; } = [];
    public List<string> Etags { get; } = [];

    public async Task Begin()
    {
        await InitializeAsync();
        // It takes ten days: the year is nearly over when the rest begins.
        (await Seal(AnnualRound = await Annual())).Is(201);
        foreach (var role in Enum.GetValues<Role>())
            foreach (var region in (string[])[County, Elsewhere, $"{County}101", "00"]) await Add(role, region);
        var revoked = await Add(Role.Approver, County, "revoked");
        await Running.Workspace.Keys.Revoke(new KeyId("revoked"), "遗失", Founder, default);
        var expired = await Add(Role.Approver, County, "expired", new DateOnly(2026, 12, 31));
        Clock.Now = Clock.Now.AddDays(1);
        Senders.RemoveAll(s => s == revoked || s == expired);
        Senders.AddRange([revoked with { Scope = null }, expired with { Scope = null }, new Sender("nobody", null, Role.Approver, null),
            new Sender("a forger", Approver.Secret![..^1] + (Approver.Secret[^1] == '_' ? '-' : '_'), Role.Approver, null),
            new Sender("an id alone", "mp_approver", Role.Approver, null)]);

        Ruleset = (await SendWith(Approver.Secret, HttpMethod.Get, "/api/v1/rulesets/micro-points/versions/2026.1")).Is(200).Text;
        for (var i = 0; i < 6; i++) Chambers.Add(await NewChamber());
        Foreign.Add(await Chamber(Elsewhere));
        for (var i = 0; i < 2; i++) SealedRounds.Add(await Sealed());
        Rounds.AddRange([.. SealedRounds, await Opened()]);
        ResultsQuestion = $"results {SealedRounds[0]} {(await Running.Workspace.Rounds.Load(new(SealedRounds[0]), default)).Head}";
        var closing = await Opened(1);
        (await Lock(closing, """{"closePeriod":true}""")).Is(201);
        Closed = $"{closing}-a";
        (await SendWith(Named($"Approver {Elsewhere}").Secret, HttpMethod.Post, "/api/v1/rounds",
            $$"""{"id":"foreign-round","scope":"{{Elsewhere}}","period":"2026"}""")).Is(201);
        Foreign.Add("foreign-round");
    }

    public Sender Named(string name) => Senders.Single(s => s.Name == name);

    /// <summary>A chamber of the county with three entries, whose names and reasons no other county may see.</summary>
    public async Task<string> NewChamber()
    {
        var id = $"f-{_made++}";
        var seat = Towns[_made % Towns.Count];
        var register = new RegisterChamber(new EntryId("register"), $"{Secret}商会{id}", "township", new RegionCode(seat), [], null);
        Assert.IsType<Answer.Recorded>(await Running.Workspace.Chambers.Run(
            new ChamberId(id), Founder, new ChangeChamber(register), default));
        foreach (var entry in (string[])["known", "known-2", "known-3"])
            (await SendWith(Approver.Secret, HttpMethod.Post, $"/api/v1/chambers/{id}/activities",
                $$"""{"id":"{{entry}}","kind":"member.visited","on":"2026-03-01","count":1,"reason":"{{Secret}}"}""")).Is(201);
        return id;
    }

    public async Task<string> NewKey()
    {
        var id = $"made-{_made++}";
        await Running.Workspace.Keys.Issue(new NewKey(new KeyId(id), null, Role.Reader, new RegionCode(County), null), Founder, default);
        return id;
    }

    /// <summary>A ruleset of which the county has an adoption of its own that can be ended.</summary>
    public async Task Adopted(string ruleset) => (await SendWith(Approver.Secret, HttpMethod.Post, "/api/v1/adoptions",
        $$"""{"id":"adopt-{{_made++}}","region":"{{County}}","ruleset":"{{ruleset}}","version":"2026.1","from":"2026-01-01"}""")).Is(201);

    public ValueTask<Heads> HeadsNow() => Running.Workspace.Log.Cut(RegionCode.Nation, default);
    public ValueTask<Heads> HeadsOf(RegionCode scope) => Running.Workspace.Log.Cut(scope, default);

    /// <summary>A round belongs to no region of the log's, so its own scope counts.</summary>
    public async ValueTask<RegionCode> ScopeOf(StreamId round) =>
        (await Running.Workspace.RoundScopes.Of(new RoundId(round.Name), default))!.Value;

    public IPEndPoint At => new(IPAddress.Loopback, new Uri(Running.Address).Port);

    private async Task<Sender> Add(Role role, string region, string? id = null, DateOnly? until = null)
    {
        var name = id ?? $"{role} {region}";
        var key = new NewKey(new KeyId(id ?? $"{role}-{region}".ToLowerInvariant()), null, role, new RegionCode(region), until);
        var sender = new Sender(name, (await Running.Workspace.Keys.Issue(key, Founder, default)).Secret, role, new RegionCode(region));
        Senders.Add(sender);
        return sender;
    }
}
