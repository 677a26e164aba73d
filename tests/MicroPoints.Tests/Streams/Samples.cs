using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Streams;

/// <summary>One entry of every type, with every field filled, in an order in which a stream of its kind may hold
/// them.</summary>
internal static class Samples
{
    private static readonly DateOnly Day = new(2026, 7, 1);
    private static readonly Digest D1 = Digest.OfText("one"), D2 = Digest.OfText("two");
    private static readonly AccountId First = new("first");
    private static readonly ChamberId B = new("450123002");
    private static readonly EntryId Visit = new("visit-1");

    private static readonly Fact Project = new(new KindId("project.brokered"), Nature.Event, On.Parse("2026Q2"), null,
        new Measured.Option("signed"), "项目-1", new Part(1, 3));

    private static readonly Dictionary<string, SettingValue> Settings = new()
    {
        ["party-limit"] = SettingValue.Of(true),
        ["bonus"] = SettingValue.Of(new Points(1050)),
        ["good"] = SettingValue.Of((List<string>)["A", "B"]),
    };

    public static (EntryId Id, Entry Body)[] Chamber { get; } =
    [
        (new("registered"),
            new ChamberRegistered(
            "青山商会", "township", new RegionCode("450123001"), [new("450123001"), new("450123002")], Day)),
        (new("renamed"), new ChamberRenamed("绿水商会", Day)),
        (new("attribute"), new ChamberAttributeSet("registered-on", "2020-05-01", Day)),
        (Visit, new ActivityRecorded(Project, Day, [D1, D2], [Period.Year(2025), Period.Parse("2026Q1")])),
        (new("reversal"), new ActivityReversed(Visit, [Period.Parse("2025-2026")])),
        (new("succeeded"), new ChamberSucceeded(B, Day, new Head(7, D1), [new("old-1"), new("old-2")])),
        (ActivityCarried.IdFor(B, Visit),
            new ActivityCarried(B, Visit, Project with { Measured = new Measured.Count(8), Part = null }, null, [])),
        (new("closed"), new PeriodClosed(Period.Year(2025), new RoundId("round-2025"))),
        (new("window"), new LateWindowOpened(Period.Year(2025), Day)),
        (new("dissolved"), new ChamberDissolved(Day)),
        (new("merged"), new ChamberMerged(B, Day)),
        (new("split"), new ChamberSplit([B, new("450123003")], Day)),
    ];

    public static (EntryId Id, Entry Body)[] Region { get; } =
    [
        (new("adopted"), new RulesetAdopted("micro-points", "2026.1", D1, Day, Settings)),
        (new("not-applicable"), new NotApplicableDeclared("micro-points", Period.Year(2026), "X1", B)),
        (new("county"), new CountyNamed(new RegionCode("990101"), "澜屏县")),
        (new("profile"), new ProfileChosen("light+notice-7")),
        (new("impact"), new ImpactAttached(new EntryId("adopted"), D1, 4_096)),
        (new("annual"), new AnnualRulesetChosen("micro-points")),
        (new("ended"), new AdoptionEnded("micro-points", Day)),
    ];

    public static (EntryId Id, Entry Body)[] Ruleset { get; } =
        [(new("published"), new RulesetPublished("2026.1", new byte[] { 0, 1, 254, 255 }))];

    private static readonly RoundSnapshot Snapshot = new(
        "2026.1", D1, D2, Settings, new AsOf(new DateOnly(2026, 12, 31),
            new DateTimeOffset(2027, 1, 10, 1, 2, 3, 456, TimeSpan.Zero)), D1, [new(B, new Head(9, D2))], [B],
                [new(B, "X1")],
        [new(B, new EarlierResult(Period.Year(2025), "A", "first", ["award"]))]);

    public static (EntryId Id, Entry Body)[] Round { get; } =
    [
        (new("open"),
            new RoundOpened(
            "micro-points", Period.Year(2026), new RegionCode("450123"), ["township"], RoundPurpose.Rehearsal, "light",
            "样例")),
        (new("applied"), new RoundApplied(B)),
        (new("lock"), new RoundLocked(Snapshot, true)),
        (new("asked"), new RoundVettingAsked("县税务局", Day)),
        (new("replied"), new RoundVettingReplied("县税务局", VettingReply.Objection, Day, [B])),
        (new("released"), new RoundHoldReleased("县税务局", B)),
        (new("noticed"), new RoundNoticed("县政府网站", Day, 5, Day.AddDays(7), D1, true, D2)),
        (new("objection"), new RoundObjectionReceived(B, Day)),
        (new("answer"), new RoundObjectionAnswered(new("objection"), true, [new(B, new("visit-2"), 13, D2)])),
        (new("paper"), new RoundPaperAttached(PaperKind.Notice, D1)),
        (new("scan"), new RoundScanAttached(PaperKind.Minutes, D2, ScanFormat.Pdf, 48_211)),
        (new("recompute"), new RoundRecomputed([new(B, Visit, 12, D1)])),
        (new("decide"), new RoundDecided("主席办公会", Day, "〔2027〕1号", "同意", [new("award", B, true, "事迹突出")])),
        (new("seal"), new RoundSealed(D1, D2, ["builtin/1"], [new(B, "A", null, ["award"])])),
        (new("use"), new RoundResultUsed(B, "award", null, "县政协办", "评先评优", Day, "县协办函〔2027〕2号")),
        (new("withdraw"), new RoundUseWithdrawn(new("use"))),
    ];

    /// <summary>A draft's end, which no other round comes to.</summary>
    public static (EntryId Id, Entry Body)[] Abandoned { get; } = [(new("abandon"), new RoundAbandoned())];

    public static (EntryId Id, Entry Body)[] Keys { get; } =
    [
        (new("issue-board"), new KeyIssued(new KeyId("board"), D1, Role.Reader, new RegionCode("450123"), Day)),
        (new("revoke-board"), new KeyRevoked(new KeyId("board"))),
    ];

    public static (EntryId Id, Entry Body)[] Import { get; } =
    [
        (new("begin"), new ImportBegun(
            D1, TableShape.Department, Period.Year(2026), new RegionCode("450123"), new KindId("member.visited"),
            [new("c-01"), new("c-02")])),
        (new("finish"), new ImportFinished(12, 3)),
        (new("undo"), new ImportUndoBegun()),
        (new("undone"), new ImportUndone(12, 3)),
    ];

    public static (EntryId Id, Entry Body)[] Accounts { get; } =
    [
        (new("open-first"), new AccountOpened(First, Role.Approver, new RegionCode("450123"))),
        (new("link"), new AccountLinkIssued(First, D1, new DateTimeOffset(2026, 7, 2, 2, 3, 4, 567, TimeSpan.Zero))),
        (new("password"), new PasswordSet(First, D1)),
        (new("signed-out"), new SessionsEnded(First, D2)),
        (new("role"), new RoleChanged(First, Role.Clerk)),
        (new("close"), new AccountClosed(First)),
        (new("reopen"), new AccountReopened(First)),
    ];

    public static (EntryId Id, Entry Body)[] ChamberLinks { get; } =
    [
        (new("issue-card"), new ChamberLinkIssued(new ChamberLinkId("card"), B, new RegionCode("450123001"), D1, Day)),
        (new("revoke-card"), new ChamberLinkRevoked(new ChamberLinkId("card"))),
    ];

    public static IEnumerable<Entry> All =>
        Chamber.Concat(Region).Concat(Ruleset).Concat(Round).Concat(Abandoned).Concat(Keys).Concat(Import).Concat(Accounts)
            .Concat(ChamberLinks).Select(e => e.Body);

    /// <summary>Seals entries one after the other, so that a fold takes them.</summary>
    public static IReadOnlyList<SealedEntry> Seal(StreamId stream, IEnumerable<(EntryId Id, Entry Body)> entries)
    {
        var chain = new List<SealedEntry>();
        foreach (var (id, body) in entries) chain.Add(
            SealedEntry.Seal(stream, chain is [.., var last] ? last.Head : Head.Empty, DraftOf(id, body)));
        return chain;
    }

    public static Draft DraftOf(EntryId id, Entry body) => new(id, new ActorId("clerk-1"),
        new DateTimeOffset(2026, 7, 1, 2, 3, 4, 567, TimeSpan.Zero), D2, body, new SaltedText(new byte[16], "因为"));

    public static byte[] Bytes(Entry entry)
    {
        var writer = new CanonicalWriter();
        entry.Write(writer);
        return writer.ToArray();
    }

    public static Entry Read(string type, byte[] bytes)
    {
        var reader = new CanonicalReader(bytes);
        var entry = EntryTypes.Read(type, ref reader);
        reader.Ends();
        return entry;
    }
}
