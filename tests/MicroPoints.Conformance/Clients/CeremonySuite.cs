using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>Vetting, notice, objections and papers of a round, as every client sends them.</summary>
public abstract class CeremonySuite : ClientServerSuite
{
    private const string Round = "r-2026", Tax = "县税务局";

    private static DateOnly Today => Calendar.DayOf(DateTimeOffset.UtcNow);

    private static async Task<IApiClient> Locked(ClientFixture server)
    {
        var client = server.ClientOf(server.Authority);
        New(await client.Record(East, Visit("visit-1", 1)));
        New(await client.Record(West, Visit("visit-1", 2)));
        New(await client.OpenRound(new RoundToOpen
        {
            Id = Round,
            Scope = "990101",
            Period = "2026",
            Purpose = RoundPurpose.Rehearsal,
        }));
        New(await client.LockRound(Round));
        return client;
    }

    private static LetterToRecord Letter => new() { Id = "ask", Body = Tax, LetterOn = Today };

    private static ReplyToRecord Reply => new()
    {
        Id = "reply",
        Body = Tax,
        Reply = VettingReply.Objection,
        On = Today,
        Chambers = [West],
        Words = "欠税未缴",
    };

    /// <summary>Later than any count of working days, and so confirmed whatever the calendar says.</summary>
    private static NoticeToRecord Notice(string id) =>
        new() { Id = id, Place = "县政府网站", Posted = Today, ConfirmedLastDay = Today.AddDays(60) };

    private static ObjectionToRecord Objection => new()
    {
        Id = "o-1",
        ReceivedOn = Today,
        Who = "东街商会 张三",
        What = "漏记走访",
        Chamber = East,
    };

    [Fact]
    public async Task A_register_of_replies_holds_a_chamber_and_releases_it()
    {
        await using var server = await Start();
        var client = await Locked(server);
        Assert.Equal(RoundStatus.Vetting, New(await client.AskVetting(Round, Letter)).Round.Status);
        Known(await client.AskVetting(Round, Letter));
        New(await client.ReplyVetting(Round, Reply));
        var held = (await client.Round(Round)).Value!.Ceremony!;
        Assert.Equal((VettingReply.Objection, "欠税未缴"), (held.Vetting[0].Reply, held.Vetting[0].Words));
        Assert.Equal((West, false), (held.Holds[0].Chamber, held.Holds[0].Released));
        var release = new ReleaseToRecord { Id = "release", Body = Tax, Chamber = West, Reason = "已补缴" };
        Assert.True(New(await client.ReleaseHold(Round, release)).Round.Ceremony!.Holds[0].Released);
        Assert.Equal("vetting-body-unknown", Refused(await client.ReplyVetting(Round, new ReplyToRecord
        {
            Id = "other",
            Body = "县法院",
            Reply = VettingReply.NoReply,
            On = Today,
            Words = "未复函",
        })).Refusal);
    }

    [Fact]
    public async Task An_accepted_objection_lists_everyone_who_moved()
    {
        await using var server = await Start();
        var client = await Locked(server);
        Assert.Equal("notice-missing", Refused(await client.ReceiveObjection(Round, Objection)).Refusal);
        New(await client.PostNotice(Round, Notice("notice")));
        Assert.Equal(RoundStatus.Objected, New(await client.ReceiveObjection(Round, Objection)).Round.Status);
        New(await client.Record(East, Visit("late", 3)));
        var answer = new AnswerToRecord
        {
            Accepted = true,
            Reason = "经核查属实",
            Entries = [new EntryToAdmit { Chamber = East, Entry = "late" }],
        };
        var moved = New(await client.AnswerObjection(Round, "o-1", answer)).Moved;
        Assert.Contains(moved, m => m.Chamber == East && m.After.Points > m.Before.Points);
        Assert.Contains(moved, m => m.Chamber == West && m.After.Place > m.Before.Place);
        Assert.Equal(moved.Select(m => m.Chamber), Known(await client.AnswerObjection(Round, "o-1", answer)).Moved.Select(m => m.Chamber));
        Assert.Equal(moved.Select(m => m.Chamber), (await client.MovedByObjection(Round, "o-1")).Moved.Select(m => m.Chamber));
        Assert.Equal(moved.Select(m => m.Chamber), (await client.Moved(Round)).Moved.Select(m => m.Chamber));
        Assert.Equal(RoundGapKind.NoticeOutdated, (await client.RoundSteps(Round)).Steps[2].Missing.Single().Kind);
        New(await client.PostNotice(Round, Notice("second")));
        Assert.Empty((await client.Moved(Round)).Moved);
        Assert.Equal("objection-unknown", Refused(await client.AnswerObjection(Round, "o-9", answer)).Refusal);
        Assert.Equal("objection-unknown",
            (await Assert.ThrowsAsync<ProblemException>(() => client.MovedByObjection(Round, "o-9"))).Refusal);
    }

    [Fact]
    public async Task Steps_say_what_is_missing_and_by_when()
    {
        await using var server = await Start();
        var client = await Locked(server);
        Assert.Equal([RoundStepState.Done, RoundStepState.Open, RoundStepState.Open, RoundStepState.Blocked, RoundStepState.Open,
            RoundStepState.Blocked], (await client.RoundSteps(Round)).Steps.Select(s => s.State));
        New(await client.PostNotice(Round, Notice("notice")));
        var notice = (await client.RoundSteps(Round)).Steps[2];
        Assert.Equal((RoundStepState.Waiting, Today.AddDays(60)), (notice.State, notice.By));
        Assert.Contains("公示期至", notice.Missing[0].Sentence);
    }

    [Fact]
    public async Task A_paper_is_attached_by_its_digest()
    {
        await using var server = await Start();
        var client = await Locked(server);
        var paper = new PaperToRecord { Id = "scan", Kind = PaperKind.Minutes, Scan = $"sha256:{Digest.OfText("scan")}" };
        var attached = New(await client.AttachPaper(Round, paper)).Round.Ceremony!.Papers[0];
        Assert.Equal((paper.Scan, PaperKind.Minutes), (attached.Scan, attached.Kind));
        Assert.Equal("field-invalid", Refused(await client.AttachPaper(Round, new PaperToRecord
        {
            Id = "other",
            Kind = PaperKind.Minutes,
            Scan = "sha256:abc",
        })).Refusal);
    }

    [Fact]
    public async Task Nothing_relies_on_a_rehearsal_and_its_list_of_uses_is_empty()
    {
        await using var server = await Start();
        var client = await Locked(server);
        var use = new UseToRecord { Id = "use-1", Chamber = East, Grade = "A", Body = "县政协办", Purpose = "评先评优", On = Today };
        Assert.Equal("result-of-rehearsal", Refused(await client.RecordUse(Round, use)).Refusal);
        Assert.Equal("use-unknown",
            Refused(await client.WithdrawUse(Round, "use-1", new UseToWithdraw { Reason = "误登记" })).Refusal);
        Assert.Empty(await List(client.Uses(Round)));
        Assert.Null((await client.UsePage(Round, null, 1)).Next);
        Assert.Equal("round-unknown", (await Assert.ThrowsAsync<ProblemException>(() => client.UsePage("elsewhere"))).Refusal);
    }

    [Fact]
    public async Task Who_objected_is_not_shown_to_a_key_that_only_reads()
    {
        await using var server = await Start();
        var client = await Locked(server);
        New(await client.PostNotice(Round, Notice("notice")));
        Assert.Equal("东街商会 张三", New(await client.ReceiveObjection(Round, Objection)).Round.Ceremony!.Objections[0].Who);
        var key = await client.IssueKey(new KeyToIssue { Id = "board", Role = CallerRole.Reader, Scope = "990101" });
        var reader = server.ClientOf(key.Secret);
        var seen = (await reader.Round(Round)).Value!.Ceremony!.Objections[0];
        Assert.Equal((null, null, East), (seen.Who, seen.What, seen.Chamber));
    }
}
