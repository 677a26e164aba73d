using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>A county chooses how long its notices stand and whether it always asks other bodies; the round seals it and obeys.</summary>
public sealed class ProfileTests
{
    private static (string On, RoundCommand Command) OpenIn(string profile) =>
        ("2026-12-31", new OpenRound(new EntryId("open"), Opened with { Profile = profile }));

    private static (string On, RoundCommand Command) NoticeOf(int? days, string on = "2026-12-31") =>
        (on, new PostNotice(new EntryId("notice"), "县政府网站", D(on), days, null, Year2027, Locked.Evaluation, 0));

    [Theory]
    [InlineData(5, true, "light")]
    [InlineData(7, true, "light+notice-7")]
    [InlineData(5, false, "light+vetting-optional")]
    [InlineData(60, false, "light+notice-60+vetting-optional")]
    public void Its_id_names_every_line_that_differs_and_is_read_back(int days, bool vetting, string id)
    {
        Assert.Equal(id, RoundProfile.LightWith(days, vetting).Id);
        var read = RoundProfile.Of(id);
        Assert.Equal((days, vetting, true), (read.NoticeDays, read.IsVettingRequired, read.IsBuilt));
        Assert.Equal(!vetting, !read.Required.Contains(RoundStepKind.Vetting));
    }

    [Theory]
    [InlineData("light+notice-4")]
    [InlineData("light+notice-61")]
    [InlineData("light+notice-5")]
    [InlineData("light+notice-07")]
    [InlineData("light+notice--7")]
    [InlineData("light+vetting-optional+notice-7")]
    [InlineData("light+objections-optional")]
    [InlineData("Light")]
    [InlineData("standard+notice-7")]
    [InlineData("")]
    public void What_is_no_such_id_is_not_built_and_no_annual_round_is_held_in_it(string id)
    {
        Assert.False(RoundProfile.Of(id).IsBuilt);
        Refuses(Refusal.RoundPurposeUnsupported, SmallRound.Empty, OpenIn(id));
    }

    [Fact]
    public void A_notice_stands_as_long_as_the_county_chose_and_no_shorter()
    {
        var round = After(OpenIn("light+notice-7"), Freeze, Ask(), Reply(VettingReply.NoObjection));
        Assert.Contains("at least 7", Refuses(Refusal.NoticeDaysOutOfRange, round, NoticeOf(6, "2027-01-04")).Detail);
        Assert.IsType<Decision.Accepted>(Give(round, NoticeOf(null, "2027-01-04")));
        Assert.Equal(7, round.Notices[0].Noticed.WorkingDays);
    }

    [Fact]
    public void Where_vetting_is_optional_a_round_is_noticed_and_decided_without_and_says_so()
    {
        var round = After(OpenIn("light+vetting-optional"), Freeze, NoticeOf(null), Decide());
        var vetting = RoundSteps.Of(round, D("2027-01-12"), null).Single(l => l.Step == RoundStepKind.Vetting);
        Assert.Equal((false, RoundStepState.Skipped), (vetting.IsRequired, vetting.State));
    }

    [Fact]
    public void One_that_asked_all_the_same_waits_for_the_reply()
    {
        var round = After(OpenIn("light+vetting-optional"), Freeze, Ask());
        Refuses(Refusal.VettingIncomplete, round, NoticeOf(null));
        Assert.True(RoundSteps.Of(round, D("2026-12-31"), null).Single(l => l.Step == RoundStepKind.Vetting).IsRequired);
    }

    private static Decision Choose(RegionState state, string profile, string reason = "县工联〔2026〕3号", Actor? by = null)
    {
        var decision = new ChooseProfile(new EntryId($"choose-{profile.Length}"), profile, reason)
            .Judge(state, Contexts.On("2026-01-10", by));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) state.Apply(SealedEntry.Seal(state.Stream, state.Head, draft));
        return decision;
    }

    private static RegionState County(string code = "450123") => new(StreamId.Parse($"region:{code}"));

    [Fact]
    public void It_is_chosen_by_an_approver_of_the_county_and_every_choice_stays()
    {
        var county = County();
        Assert.IsType<Decision.Accepted>(Choose(county, "light+notice-7"));
        Assert.IsType<Decision.Accepted>(Choose(county, "light"));
        Assert.IsType<Decision.Exists>(Choose(county, "light"));
        Assert.Equal(["light+notice-7", "light"], county.Profiles.Select(p => ((ProfileChosen)p.Body).Profile));
    }

    public static TheoryData<Refusal, string, string, string> Wrong => new()
    {
        { Refusal.RegionBelowCounty, "450123101", "light", "依据" },
        { Refusal.ProfileUnsupported, "450123", "strict", "依据" },
        { Refusal.ReasonMissing, "450123", "light+notice-7", " " },
        { Refusal.TextNotPlain, "450123", "light+notice-7", "依\u202E据" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_cannot_be_chosen_is_refused(Refusal refusal, string region, string profile, string reason) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(Choose(County(region), profile, reason,
            Contexts.Approver with { Scope = RegionCode.Nation })).Reason);

    [Fact]
    public void A_clerk_and_an_approver_of_another_county_choose_nothing()
    {
        foreach (var by in (Actor[])[Contexts.Clerk, Contexts.Approver with { Scope = new("450124") }])
            Assert.Equal(Refusal.NotAnAuthority, Assert.IsType<Decision.Refused>(Choose(County(), "light", by: by)).Reason);
    }
}
