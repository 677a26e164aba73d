using MicroPoints.Rounds;

namespace MicroPoints.Tests.Rounds;

/// <summary>A county's year is evaluated once: a second annual round of the same ruleset, scope and period is an accident.</summary>
public sealed class OneRoundAPeriodTests
{
    private static readonly RoundOpened Annual = AnnualRound.Opened;

    private static Decision Open(RoundOpened opened, params RoundOpened[] before) => SmallRound.Give(SmallRound.Empty,
        new OpenRound(new EntryId("open"), opened)
        {
            Others = [.. before.Select((o, i) => new StandingRound(new RoundId($"before-{i}"), o, default))],
        });

    private static void Opens(RoundOpened opened, params RoundOpened[] before) =>
        Assert.IsType<Decision.Accepted>(Open(opened, before));

    [Fact]
    public void A_second_annual_round_of_a_period_is_refused_and_the_first_is_named()
    {
        var refused = Assert.IsType<Decision.Refused>(Open(Annual, Annual with { Period = Period.Year(2025) }, Annual));
        Assert.Equal(Refusal.PeriodHasRound, refused.Reason);
        Assert.Contains("before-1: go on with that one", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_that_differ_in_period_scope_ruleset_or_purpose_stand_beside_one_another()
    {
        Opens(Annual, Annual with { Period = Period.Year(2025) }, Annual with { Scope = new RegionCode("450124") },
            Annual with { Ruleset = "four-good" }, Annual with { Purpose = RoundPurpose.Rehearsal });
        Opens(Annual with { Purpose = RoundPurpose.Rehearsal }, Annual, Annual with { Purpose = RoundPurpose.Rehearsal });
    }

    [Theory]
    [InlineData("450123", "450123", "go on with that one")]
    [InlineData("450123", "450123001", "450123 holds 450123001")]
    [InlineData("450123001", "450123", "450123001 lies in 450123")]
    public void Rounds_whose_scopes_overlap_exclude_one_another_and_it_says_why(string first, string second, string said)
    {
        var refused = Assert.IsType<Decision.Refused>(Open(Annual with { Scope = new RegionCode(second) },
            Annual with { Scope = new RegionCode(first) }));
        Assert.Equal(Refusal.PeriodHasRound, refused.Reason);
        Assert.Contains(said, refused.Detail, StringComparison.Ordinal);
        Assert.Contains("before-0", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Townships_beside_one_another_have_rounds_of_their_own_and_what_was_abandoned_excludes_none()
    {
        Opens(Annual with { Scope = new RegionCode("450123001") }, Annual with { Scope = new RegionCode("450123002") });
        Assert.IsType<Decision.Accepted>(SmallRound.Give(SmallRound.Empty, new OpenRound(new EntryId("open"), Annual)
        {
            Others = [new StandingRound(new RoundId("before"), Annual, default, DateTimeOffset.UnixEpoch)],
        }));
    }

    [Theory]
    [InlineData("township", "street", false)]
    [InlineData("township", "township street", true)]
    [InlineData("township", "", true)]
    [InlineData("", "street", true)]
    public void Rounds_of_peer_groups_that_share_none_stand_beside_one_another(string first, string second, bool refused)
    {
        var answer = Open(Annual with { PeerGroups = Groups(second) }, Annual with { PeerGroups = Groups(first) });
        Assert.Equal(refused, answer is Decision.Refused { Reason: Refusal.PeriodHasRound });
    }

    [Fact]
    public void The_same_opening_again_exists()
    {
        var open = new OpenRound(new EntryId("open"), Annual);
        var round = SmallRound.After(open);
        Assert.IsType<Decision.Exists>(SmallRound.Give(round, open with { Others = [new StandingRound(round.Id, Annual, default)] }));
    }

    private static string[] Groups(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
