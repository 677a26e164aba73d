using System.Text;
using MicroPoints.Conformance;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>A version is published once it has no errors and its tests pass, and is frozen from then on.</summary>
public sealed class PublishingTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<Workspace> Open() => (await RoundDesk.Open()).Workspace;

    private static Answer.Refused Refused(PublishAnswer answer) => Assert.IsType<Answer.Refused>(answer.Answer);

    [Fact]
    public async Task A_version_whose_tests_pass_is_an_entry_without_a_reason()
    {
        var published = await (await Open()).Publish(PublishingDesk.Own(), PublishingDesk.Tests(passing: true));
        Assert.Null(Assert.IsType<Answer.Recorded>(published.Answer).Entries[0].Reason);
        Assert.Equal(1, published.Tested!.Passed);
        Assert.Equal(Digest.Of(PublishingDesk.Own()), published.Ruleset!.Hash);
    }

    [Fact]
    public async Task The_same_bytes_again_exist_with_tests_or_without()
    {
        var workspace = await Open();
        await workspace.Publish(PublishingDesk.Own(), without: "first try");
        Assert.IsType<Answer.Exists>((await workspace.Publish(PublishingDesk.Own())).Answer);
        Assert.IsType<Answer.Exists>((await workspace.Publish(PublishingDesk.Own(), PublishingDesk.Tests(passing: true))).Answer);
    }

    [Fact]
    public async Task The_same_version_with_other_bytes_is_refused()
    {
        var workspace = await Open();
        await workspace.Published(PublishingDesk.Own());
        Assert.Equal(Refusal.RulesetVersionExists, Refused(await workspace.Publish(PublishingDesk.Own(value: "2"), without: "x")).Reason);
        await workspace.Published(PublishingDesk.Own("2026.2", "2"));
    }

    [Fact]
    public async Task Without_tests_a_reason_is_demanded_and_sealed()
    {
        var workspace = await Open();
        Assert.Equal(Refusal.RulesetUntested, Refused(await workspace.Publish(PublishingDesk.Own())).Reason);
        Assert.Equal(Refusal.RulesetUntested, Refused(await workspace.Publish(PublishingDesk.Own(), without: "  ")).Reason);
        var published = await workspace.Publish(PublishingDesk.Own(), without: "县里首次试行");
        Assert.Equal("县里首次试行", Assert.IsType<Answer.Recorded>(published.Answer).Entries[0].Reason?.Text);
    }

    [Fact]
    public async Task A_test_that_fails_keeps_it_from_being_published_whatever_the_reason()
    {
        var workspace = await Open();
        var answer = await workspace.Publish(PublishingDesk.Own(), PublishingDesk.Tests(passing: false), "never mind");
        Assert.Equal(Refusal.RulesetTestsFail, Refused(answer).Reason);
        Assert.Contains("Two visits credit two points", Assert.Single(answer.Tested!.Failures), StringComparison.Ordinal);
        Assert.Empty((await workspace.Streams.Load<RulesetState>(StreamId.OfRuleset(PublishingDesk.County), Never)).Versions);
    }

    [Fact]
    public async Task A_file_of_tests_without_cases_is_no_test()
    {
        var answer = await (await Open()).Publish(PublishingDesk.Own(), Encoding.UTF8.GetBytes("suite: x\ncases: []\n"));
        Assert.Equal(Refusal.RulesetTestsFail, Refused(answer).Reason);
    }

    [Fact]
    public async Task A_file_with_errors_is_not_published_and_every_error_is_told()
    {
        var wrong = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(PublishingDesk.Own()).Replace("member.visited", "member.vanished"));
        var answer = await (await Open()).Publish(wrong, without: "x");
        Assert.Equal(Refusal.RulesetUnreadable, Refused(answer).Reason);
        Assert.Contains(answer.Found.Errors, e => e.Message.Contains("member.vanished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_an_approver_for_the_whole_country_publishes() => Assert.Equal(Refusal.NotAnAuthority,
        Refused(await (await Open()).Publish(PublishingDesk.Own(), without: "x", by: Sample.Approver)).Reason);
}
