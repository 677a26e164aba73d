using System.Text;
using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Tests.Rounds;

/// <summary>A draft that was opened by mistake is given up with a reason, keeps its entries, and takes no further step.</summary>
public sealed class AbandonRoundTests
{
    private static readonly SmallRound Small = new();
    private static readonly RoundCommand Open = SmallRound.Open, Apply = new ApplyToRound(new EntryId("apply"), new ChamberId("a"));
    private static readonly AbandonRound Abandon = new(new EntryId("abandon"), "开错了年度");

    private static Decision.Refused Refuses(Refusal refusal, RoundCommand command, RoundState round, Actor? by = null)
    {
        var refused = Assert.IsType<Decision.Refused>(SmallRound.Give(round, command, by));
        Assert.Equal(refusal, refused.Reason);
        return refused;
    }

    [Fact]
    public void It_keeps_its_entries_and_says_since_when_and_why()
    {
        var round = SmallRound.After(Open, Apply, Abandon);
        Assert.Equal((RoundStatus.Abandoned, 3L, "开错了年度"), (round.Status, round.Head.Sequence, round.Abandoned!.Reason));
        Assert.Equal([new ChamberId("a")], round.Applicants);
        Assert.Empty(RoundSteps.Of(round, new DateOnly(2026, 12, 31), null));
    }

    [Fact]
    public void The_reason_is_sealed_only_as_a_salted_digest() => Assert.DoesNotContain("开错了年度",
        Encoding.UTF8.GetString(EntryFile.Write([SmallRound.After(Open, Abandon).Entries[^1]])));

    [Fact]
    public void No_further_step_is_taken_and_no_paper_attached()
    {
        foreach (var command in (RoundCommand[])[Apply, Small.Lock, Small.Decide(), SmallRound.Seal,
            new AbandonRound(new EntryId("again"), "再放弃"),
            new AttachPaper(new EntryId("paper"), new RoundPaperAttached(PaperKind.Other, Digest.OfText("scan")), null)])
            Assert.Contains("open another", Refuses(Refusal.RoundGivenUp, command, SmallRound.After(Open, Abandon)).Detail,
                StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_again_exists_and_another_reason_is_refused()
    {
        var round = SmallRound.After(Open, Abandon);
        Assert.IsType<Decision.Exists>(SmallRound.Give(round, Abandon));
        Refuses(Refusal.ExistsWithDifferentReason, Abandon with { Reason = "别的" }, round);
    }

    [Fact]
    public void A_locked_round_goes_on()
    {
        foreach (var round in (RoundState[])[SmallRound.After(Open, Small.Lock), SmallRound.After(Open, Small.Lock, Small.Decide())])
            Assert.Contains("only a draft", Refuses(Refusal.RoundWrongState, Abandon, round).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_a_reason_in_plain_words_of_somebody_who_may_open_rounds_there()
    {
        var draft = SmallRound.After(Open);
        Refuses(Refusal.RoundUnknown, Abandon, SmallRound.Empty);
        Refuses(Refusal.NotAllowed, Abandon, draft, Contexts.Reader);
        Refuses(Refusal.ReasonMissing, Abandon with { Reason = " " }, draft);
        Refuses(Refusal.TextNotPlain, Abandon with { Reason = "错\u202E" }, draft);
        Assert.IsType<Decision.Accepted>(SmallRound.Give(draft, Abandon, Contexts.Clerk));
    }

    [Fact]
    public void Nobody_takes_its_id_for_a_paper() => Refuses(Refusal.EntryIdReserved, new AttachPaper(new EntryId("abandon"),
        new RoundPaperAttached(PaperKind.Other, Digest.OfText("scan")), null), SmallRound.After(Open));
}
