using System.Text;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>What bodies, objectors and meetings said, and who said it, is for those who work on rounds and for auditors.</summary>
public sealed class WordsTests(WordsTests.Told server) : IClassFixture<WordsTests.Told>
{
    private const string Ground = "欠税未缴清", Who = "李四 电话 13900001111", What = "走访次数有重复", Why = "核对原始记录无误", Departing = "负责人正在接受调查",
        Note = "会议纪要第二页有手写说明", Reason = "张三陪同走访",
        Chosen = "王五主席口头要求", Abandoned = "赵六点错了年度";

    private const string Page = $"/rounds/{Told.Round}";

    [Fact]
    public async Task A_reader_gets_none_of_it_on_a_page_and_still_what_happened()
    {
        var reader = await server.SignedIn(Role.Reader);
        var round = (await reader.Get(Page)).Words;
        Assert.All((string[])[Ground, Who, What, Why, Departing, Note], w => Assert.DoesNotContain(w, round, StringComparison.Ordinal));
        Assert.All((string[])["县税务局", "有异议", "不采纳", "未予推荐"], w => Assert.Contains(w, round, StringComparison.Ordinal));
        Assert.All((string[])["/papers/meeting", "reasons=yes", "/scans/"], w => Assert.DoesNotContain(w, round, StringComparison.Ordinal));
        var chamber = (await reader.Get($"/chambers/{RealServer.Chamber}")).Words;
        Assert.DoesNotContain(Reason, chamber, StringComparison.Ordinal);
        Assert.Contains("走访", chamber, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Clerk, true)]
    public async Task Why_a_county_holds_its_rounds_as_it_does_is_words_too(Role role, bool sees)
    {
        var settings = (await (await server.SignedIn(role)).Get("/settings")).Words;
        Assert.Contains("必办", settings, StringComparison.Ordinal);
        Assert.Equal(sees, settings.Contains(Chosen, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Clerk, true)]
    public async Task Why_a_round_was_abandoned_is_words_too(Role role, bool sees)
    {
        var visitor = await server.SignedIn(role);
        var page = (await visitor.Get($"/rounds/{Told.Draft}-over")).Words;
        Assert.Contains("已放弃", page, StringComparison.Ordinal);
        Assert.Equal(sees, page.Contains(Abandoned, StringComparison.Ordinal));
        var draft = await visitor.Get($"/rounds/{Told.Draft}");
        Assert.Equal((200, sees), (draft.Status, draft.Text.Contains("/abandon", StringComparison.Ordinal)));
        Assert.Equal(sees ? 200 : 404, (await visitor.Get($"/rounds/{Told.Draft}/abandon")).Status);
    }

    [Fact]
    public async Task A_reader_gets_no_file_that_tells_it()
    {
        var reader = await server.SignedIn(Role.Reader);
        foreach (var path in (string[])["papers/meeting", "papers/announcement?reasons=yes", "scans/scan"])
            Assert.Equal(404, (await reader.Get($"{Page}/{path}")).Status);
        Assert.Equal(200, (await reader.Get($"{Page}/papers/announcement")).Status);
        var all = await reader.Get($"{Page}/papers.zip");
        Assert.Equal((200, false, true), (all.Status, all.Text.Contains("会议议题材料", StringComparison.Ordinal),
            all.Text.Contains("通报", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_proof_holds_the_meetings_reasons_and_is_no_file_for_readers()
    {
        Assert.Equal(404, (await (await server.SignedIn(Role.Reader)).Get($"{Page}/proof")).Status);
        Assert.DoesNotContain("/proof", (await (await server.SignedIn(Role.Reader)).Get(Page)).Text, StringComparison.Ordinal);
        foreach (var role in (Role[])[Role.Clerk, Role.Auditor])
            Assert.Equal(200, (await (await server.SignedIn(role)).Get($"{Page}/proof")).Status);
    }

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Auditor)]
    public async Task A_clerk_and_an_auditor_get_all_of_it(Role role)
    {
        var visitor = await server.SignedIn(role);
        var round = (await visitor.Get(Page)).Words;
        Assert.All((string[])[Ground, Who, What, Why, Departing, Note], w => Assert.Contains(w, round, StringComparison.Ordinal));
        Assert.Contains(Reason, (await visitor.Get($"/chambers/{RealServer.Chamber}")).Words, StringComparison.Ordinal);
        foreach (var path in (string[])["papers/meeting", "papers/announcement?reasons=yes", "scans/scan"])
            Assert.Equal(200, (await visitor.Get($"{Page}/{path}")).Status);
        Assert.Contains("会议议题材料", (await visitor.Get($"{Page}/papers.zip")).Text, StringComparison.Ordinal);
    }

    /// <summary>A county in which everything was said that can be said in a round.</summary>
    public sealed class Told : RealServer, IAsyncLifetime
    {
        public const string Round = "2026-trial", Draft = "2026-draft";

        private static readonly Actor By = new(new ActorId("by"), Role.Approver, RegionCode.Nation);

        public override DateTimeOffset GetUtcNow() => new(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var (id, rounds, chamber, today) = (new RoundId(Round), Workspace.Rounds, new ChamberId(Chamber), Workspace.Today);
            Recorded(await Workspace.Chambers.Run(chamber, By, new RecordActivity(new EntryId("visit"), new KindId("member.visited"),
                On.Day(today), new Measured.Count(2), Reason: Reason), default));
            Recorded(await Workspace.Choose(County, new ChooseProfile(new EntryId("choose"), "light", Chosen), By, default));
            var rehearsal = new RoundOpened(
                "micro-points", Period.Year(2026), County, [], RoundPurpose.Rehearsal, "light", null);
            Recorded(await rounds.Open(new RoundId(Draft), rehearsal, By, default));
            Recorded(await rounds.Open(new RoundId($"{Draft}-over"), rehearsal, By, default));
            Recorded(await rounds.Abandon(new RoundId($"{Draft}-over"), Abandoned, By, default));
            Recorded(await rounds.Open(id, new RoundOpened(
                "micro-points", Period.Year(2026), County, [], RoundPurpose.Rehearsal, "light", null), By, default));
            Recorded(await rounds.Lock(id, null, false, By, null, default));
            Recorded(await rounds.Ask(id, new EntryId("ask"), new RoundVettingAsked("县税务局", today), By, default));
            Recorded(await rounds.Reply(id, new EntryId("reply"),
                new RoundVettingReplied("县税务局", VettingReply.Objection, today, [chamber]), Ground, By, default));
            Recorded(await rounds.PostNotice(id, new EntryId("notice"),
                new NoticeToPost("公告栏", today, null, today.AddDays(9)), By, null, default));
            Recorded(await rounds.Receive(id, new EntryId("o-1"), new ObjectionToReceive(chamber, today, Who, What), By, default));
            Recorded((await rounds.AnswerObjection(id, new EntryId("o-1"), new AnswerToGive(false, Why, []), By, null, default)).Answer);
            Recorded(await rounds.Attach(id, new EntryId("scan"), PaperKind.Minutes, Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"),
                Note, By, default));
            Recorded(await rounds.Decide(id, new RoundDecided("主席办公会", today, "1", "同意",
                [new Departure("assistance", chamber, false, Departing)]), By, null, default));
            Recorded((await rounds.Seal(id, By, p => Workspace.Proofs.Keep(p, default), null, default)).Answer);
        }

        private static void Recorded(Answer answer) => Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
    }
}
