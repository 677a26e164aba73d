using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Runtime.Demo;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>A desk whose annual round <c>year</c> was sealed on 15 January 2026: no verb waits for the working days between.</summary>
internal static class SealedYear
{
    /// <summary>The signed announcement, attached after the seal.</summary>
    public static readonly byte[] Scan = "%PDF-1.7 the announcement"u8.ToArray();

    private static readonly RoundId Round = new("year");
    private static readonly RegionCode County = new("990101");
    private static readonly Actor By = new(new ActorId("local-clerk"), Role.Approver, RegionCode.Nation);
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Two chambers of the lowest grade, each of them offered help.</summary>
    public static async Task<Desk> Desk()
    {
        var desk = new Desk();
        var clock = new SimulatedClock { Now = new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero) };
        await using var log = JournalEventLog.Open(desk.PathOf("data"));
        var workspace = await Workspace.Open(new WorkspaceParts(log, YamlRules.Instance, clock, new RandomSalts())
        {
            Proofs = new ProofFiles(desk.PathOf("data")),
            Scans = new ScanFiles(desk.PathOf("data")),
        }, ShippedFiles.Read(ShippedFiles.Folder), By, Never);
        foreach (var (id, seat) in new[] { ("c-01", "990101101"), ("c-02", "990101102") })
            Recorded(await workspace.Chambers.Run(new ChamberId(id), By, new ChangeChamber(new RegisterChamber(
                new EntryId("register"), $"样例商会{id}", "township", new RegionCode(seat), [], null)), Never));
        await Seal(workspace, clock);
        return desk;
    }

    private static async Task Seal(Workspace workspace, SimulatedClock clock)
    {
        var (rounds, today) = (workspace.Rounds, workspace.Today);
        Recorded(await rounds.Open(Round, new RoundOpened(
            "micro-points", Period.Year(2026), County, [], RoundPurpose.Annual, "light", null), By, Never));
        Recorded(await rounds.Lock(Round, null, true, By, null, Never));
        Recorded(await rounds.Ask(Round, new EntryId("ask"), new RoundVettingAsked("县税务局", today), By, Never));
        Recorded(await rounds.Reply(Round, new EntryId("reply"),
            new RoundVettingReplied("县税务局", VettingReply.NoObjection, today, []), null, By, Never));
        Recorded(await rounds.PostNotice(Round, new EntryId("notice"),
            new NoticeToPost("公告栏", today, null, today.AddDays(9)), By, null, Never));
        clock.Now = clock.Now.AddDays(10);
        Recorded(await rounds.Decide(Round, new RoundDecided("主席办公会", workspace.Today, "1", "同意", []), By, null, Never));
        Recorded((await rounds.Seal(Round, By, p => workspace.Proofs.Keep(p, Never), null, Never)).Answer);
        Recorded(await rounds.Attach(Round, new EntryId("scan"), PaperKind.Announcement, Scan, null, By, Never));
    }

    private static void Recorded(Answer answer) => Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
}
