using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Papers;

/// <summary>A county's round of 2026, step by step, in January 2027: 青石镇商会 has 100 points, 白沙镇商会 80.35, 红枫街道商会 next to none.</summary>
/// <remarks>The county has switched the reference opinion on, which two of them are eligible for.</remarks>
internal sealed class PaperDesk
{
    public static readonly RoundId Id = new("2026-annual");
    public const string Tax = "县税务局", Court = "县人民法院", Stamp = "程序生成，非真实数据",
        Why = "会费欠缴，本年暂不推荐", Ground = "有未履行的判决";
    private static readonly CancellationToken Never = CancellationToken.None;

    public required ImportDesk Desk { get; init; }
    private RoundService Rounds => Desk.Workspace.Rounds;

    public static async Task<PaperDesk> Open(RoundPurpose purpose = RoundPurpose.Annual, string? stamp = null, string? hostile = null)
    {
        var desk = new PaperDesk { Desk = await ImportDesk.Open() };
        foreach (var fact in ShippedFacts.Of("full")) await desk.Desk.Does(ImportDesk.C1, fact);
        foreach (var fact in ShippedFacts.Of("ordinary")) await desk.Desk.Does(ImportDesk.C2, fact);
        await desk.SwitchReferenceOn();
        if (hostile is not null) await desk.Desk.Does(ImportDesk.C2, new ChangeChamber(
            new RenameChamber(new EntryId("rename"), hostile, new DateOnly(2026, 3, 1))));
        Done(await desk.Rounds.Open(Id, new RoundOpened(
            "micro-points", Period.Year(2026), ImportDesk.County, [], purpose, "light", stamp), ImportDesk.Approver, Never));
        return desk;
    }

    public static async Task<PaperDesk> Locked(RoundPurpose purpose = RoundPurpose.Annual, string? stamp = null, string? hostile = null)
    {
        var desk = await Open(purpose, stamp, hostile);
        Done(await desk.Rounds.Lock(Id, null, false, ImportDesk.Approver, null, Never));
        return desk;
    }

    /// <summary>Two bodies asked: one objects to nothing, one holds 白沙镇商会.</summary>
    public static async Task<PaperDesk> Vetted()
    {
        var desk = await Locked();
        foreach (var body in (string[])[Tax, Court])
            Done(await desk.Rounds.Ask(Id, new EntryId($"ask-{(body == Tax ? 1 : 2)}"), new RoundVettingAsked(body,
                desk.Today), ImportDesk.Approver, Never));
        Done(await desk.Rounds.Reply(Id, new EntryId("reply-1"),
            new RoundVettingReplied(Tax, VettingReply.NoObjection, desk.Today, []), null, ImportDesk.Approver, Never));
        Done(await desk.Rounds.Reply(Id, new EntryId("reply-2"),
            new RoundVettingReplied(Court, VettingReply.Objection, desk.Today, [ImportDesk.C2]), Ground, ImportDesk.Approver, Never));
        return desk;
    }

    /// <summary>The body that objected replies once more, without an objection.</summary>
    public async Task GiveWay(string words) => Done(await Rounds.Reply(Id, new EntryId("reply-3"),
        new RoundVettingReplied(Court, VettingReply.NoObjection, Today, []), words, ImportDesk.Approver, Never));

    public static async Task<PaperDesk> Noticed()
    {
        var desk = await Vetted();
        await desk.Post("notice-1");
        return desk;
    }

    /// <summary>An objection was taken that moved 白沙镇商会, and the notice was posted anew and ran out.</summary>
    public static async Task<PaperDesk> Decided()
    {
        var desk = await Noticed();
        await desk.TakeObjection();
        await desk.Post("notice-2");
        desk.Desk.Now = desk.Desk.Now.AddDays(14);
        Done(await desk.Rounds.Release(Id, new EntryId("release"), new RoundHoldReleased(Court, ImportDesk.C2), "判决已履行",
            ImportDesk.Approver, Never));
        Done(await desk.Rounds.Decide(Id, new RoundDecided("主席办公会", desk.Today, "〔2027〕3号", "同意",
            [new Departure("award-nomination", ImportDesk.C1, false, Why)]), ImportDesk.Approver, null, Never));
        return desk;
    }

    public static async Task<PaperDesk> Sealed()
    {
        var desk = await Decided();
        Done((await desk.Rounds.Seal(Id, ImportDesk.Approver, _ => ValueTask.CompletedTask, null, Never)).Answer);
        return desk;
    }

    public DateOnly Today => Calendar.DayOf(Desk.Now);

    public Task<RoundState> State() => Rounds.Load(Id, Never).AsTask();

    public async Task<PaperSource> Read() => await new RoundPapers(Desk.Workspace).Read(await State(), Never);

    public async Task<Docx?> Write(PrintedPaper paper, ChamberId? chamber = null, bool withReasons = false) =>
        RoundPapers.Write(await Read(), new PaperChoice(paper, chamber, withReasons)) is { } file ? new Docx(file) : null;

    /// <summary>Every paper that can be printed now; a slip and a form for each chamber.</summary>
    public async Task<IReadOnlyList<Docx>> WriteAll()
    {
        var source = await Read();
        return [.. Enum.GetValues<PrintedPaper>().SelectMany(p => source.Names.Keys.Cast<ChamberId?>().Append(null)
            .Select(c => RoundPapers.Write(source, new PaperChoice(p, c, true)))).OfType<PaperFile>().Select(f => new Docx(f))];
    }

    public async Task Post(string id)
    {
        Done(await Rounds.PostNotice(Id, new EntryId(id), new NoticeToPost("县政府网站", Today, 5, new DateOnly(2027, 1, 18)),
            ImportDesk.Approver, null, Never));
    }

    public async Task TakeObjection()
    {
        Done(await Rounds.Receive(Id, new EntryId("o-1"),
            new ObjectionToReceive(ImportDesk.C2, Today, "白沙镇商会 李四", "漏记走访"), ImportDesk.Approver, Never));
        await Desk.Does(ImportDesk.C2, new OpenLateWindow(new EntryId("window"), Period.Year(2026), Today, "异议核查"));
        await Desk.Does(ImportDesk.C2, new RecordActivity(
            new EntryId("late"), new KindId("policy.secured"), On.Parse("2026-11-20"), new Measured.Count(1)));
        Done((await Rounds.AnswerObjection(Id, new EntryId("o-1"),
            new AnswerToGive(true, "经核查属实", [(ImportDesk.C2, new EntryId("late"))]), ImportDesk.Approver, null, Never)).Answer);
    }

    private async Task SwitchReferenceOn()
    {
        var (regions, library) = (Desk.Workspace.Regions, Desk.Workspace.Library);
        var adopted = regions.AdoptionOf("micro-points", ImportDesk.County, AsOf.On(Today))!;
        var (ruleset, _) = await library.Get(adopted.Ruleset, adopted.Hash, Desk.Workspace.Kinds, Never);
        Done(await Desk.Workspace.Adopt(ImportDesk.County, new AdoptRuleset(new EntryId("adopt"), ruleset, ruleset.Adoptable.From,
            new Dictionary<string, SettingValue> { ["political-reference"] = SettingValue.Of(true) }), ImportDesk.Approver, Never));
    }

    private static void Done(Answer answer) => Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
}
