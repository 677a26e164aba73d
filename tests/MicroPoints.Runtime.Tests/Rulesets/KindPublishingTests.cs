using System.Text;
using MicroPoints.Activities;
using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime.Tests.Rounds;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>The next activities file counts at once, and changes nothing of what was worked out before.</summary>
public sealed class KindPublishingTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Live = new(PublishingDesk.County, Sample.Year2026, Sample.County, null, null, []);

    private static Answer.Refused Refused(KindsAnswer answer) => Assert.IsType<Answer.Refused>(answer.Answer);

    [Fact]
    public async Task A_new_kind_is_recorded_a_ruleset_counts_it_and_its_points_show_without_a_restart()
    {
        var desk = await RoundDesk.Open(Sample.East);
        var workspace = desk.Workspace;
        Assert.Equal(Refusal.KindUnknown, Assert.IsType<Answer.Refused>(
            await workspace.Chambers.Run(Sample.East, Sample.Approver, KindsDesk.Planted("t-0"), Never)).Reason);
        var published = await workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        Assert.IsType<Answer.Recorded>(published.Answer);
        Assert.Equal("tree.planted", Assert.Single(published.Succession!.Kinds).Id.Value);
        await desk.Record(Sample.East, KindsDesk.Planted("t-1"));
        var ruleset = await workspace.Published(KindsDesk.Counting());
        Assert.IsType<Answer.Recorded>(await workspace.Adopt(ruleset, Sample.County, "adopt"));
        Assert.Equal(new Points(600), Assert.Single((await workspace.Lists.Ask(Live, null, Never)).Rows).Total);
        var credited = await workspace.Chambers.WouldCredit(Sample.East, KindsDesk.Fact(4), Never);
        Assert.Contains(credited, c => c.Line == "M1" && c.Raw == new Points(400));
    }

    [Fact]
    public async Task Options_that_are_added_are_recorded_at_once_and_the_sealed_words_stay()
    {
        var desk = await RoundDesk.Open(Sample.East);
        const string county = "      - { id: county, title: { zh: 县级采用";
        var next = Encoding.UTF8.GetString(KindsDesk.Next("2026.2", ""))
            .Replace(county, $"      - {{ id: town, title: {{ zh: 乡镇采用 }} }}\n{county}");
        var published = await desk.Workspace.PublishKinds(Encoding.UTF8.GetBytes(next));
        Assert.Equal("town", Assert.Single(published.Succession!.Options).Option.Id);
        await desk.Record(Sample.East, new RecordActivity(Sample.Id("p-1"), new KindId("proposal.adopted"),
            On.Parse("2026-05-01"), new Measured.Option("town"), Key: "p"));
    }

    [Fact]
    public async Task What_was_answered_before_is_answered_the_same_and_named_otherwise()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("v-1"));
        var query = Live with { Ruleset = "micro-points" };
        var (before, card) = (await desk.Workspace.Lists.Ask(query, null, Never), await Card());
        await desk.Workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        var (after, again) = (await desk.Workspace.Lists.Ask(query, null, Never), await Card());
        Assert.Equal(before.Rows.Select(r => (r.Id, r.Total, r.Places, r.Grade)),
            after.Rows.Select(r => (r.Id, r.Total, r.Places, r.Grade)));
        Assert.Equal(card.Card.Lines.Select(l => (l.Indicator.Id, l.Raw, l.Points)),
            again.Card.Lines.Select(l => (l.Indicator.Id, l.Raw, l.Points)));
        // A kind may be called otherwise now, so an answer's words may differ.
        Assert.NotEqual(before.Inputs!.Digest, after.Inputs!.Digest);

        async Task<Scorecard> Card() => Assert.Single((await desk.Workspace.Standings.Ask(query, Sample.East, Never)).Cards);
    }

    [Fact]
    public async Task A_question_that_has_begun_goes_on_with_the_kinds_it_began_with()
    {
        var desk = await RoundDesk.Open(Sample.East);
        await desk.Record(Sample.East, Sample.Visit("v-1"));
        var query = Live with { Ruleset = "micro-points", KnownAt = desk.Now };
        var card = Assert.Single((await desk.Workspace.Standings.Ask(query, new Meanwhile(Publish), Never)).Cards);
        Assert.Equal(("2026.1", new Points(350)), (card.Chamber.Reading.Kinds.Version, card.Total));
        Assert.Equal("2026.2", desk.Workspace.Kinds.Version);

        async void Publish()
        {
            await desk.Workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
            await desk.Record(Sample.East, KindsDesk.Planted("t-1"));
        }
    }

    /// <summary>Does something once, when a question has begun.</summary>
    private sealed class Meanwhile(Action then) : IProgress<(long Done, long Total)>
    {
        private bool _isDone;

        public void Report((long Done, long Total) value)
        {
            if (_isDone) return;
            _isDone = true;
            then();
        }
    }

    [Fact]
    public async Task A_kind_that_a_regions_list_named_ahead_of_its_time_counts_once_it_is_there()
    {
        var desk = await RoundDesk.Open(Sample.East);
        var workspace = desk.Workspace;
        var listed = await workspace.Published(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(PublishingDesk.Own())
            .Replace("\nsettings:\n", "\nsettings:\n  listed: { type: list, default: [ member.visited ], title: { zh: 计分的事项 } }\n")
            .Replace("counts: [ member.visited ]", "counts: $listed")));
        Assert.IsType<Answer.Recorded>(await workspace.Adopt(Sample.County, new AdoptRuleset(Sample.Id("a"), listed,
            new DateOnly(2026, 1, 1), new Dictionary<string, SettingValue> { ["listed"] = SettingValue.Of(["tree.planted"]) }),
            Sample.Country, Never));
        Assert.Equal(new Points(300), Assert.Single((await workspace.Lists.Ask(Live, null, Never)).Rows).Total);
        Assert.Empty(await workspace.Chambers.WouldCredit(Sample.East, KindsDesk.Fact(2), Never));
        await workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        Assert.Contains(await workspace.Chambers.WouldCredit(Sample.East, KindsDesk.Fact(2), Never), c => c.Points == new Points(200));
        await desk.Record(Sample.East, KindsDesk.Planted("t-1"));
        Assert.Equal(new Points(600), Assert.Single((await workspace.Lists.Ask(Live, null, Never)).Rows).Total);
    }

    [Fact]
    public async Task The_same_bytes_again_exist_and_what_followed_them_stays_in_force()
    {
        var workspace = (await RoundDesk.Open()).Workspace;
        await workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        Assert.IsType<Answer.Exists>((await workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees))).Answer);
        Assert.IsType<Answer.Exists>((await workspace.PublishKinds(RoundDesk.Bytes("activities.yaml"))).Answer);
        Assert.Equal("2026.2", workspace.Kinds.Version);
        Assert.Equal(Refusal.RulesetVersionExists, Refused(await workspace.PublishKinds(KindsDesk.Next("2026.2", ""))).Reason);
        Assert.Equal("tree.planted", (await new KindPublishing(workspace, YamlRules.Instance)
            .SuccessionOf("2026.2", Never))!.Kinds.Single().Id.Value);
    }

    [Fact]
    public async Task What_takes_something_away_what_cannot_be_read_and_who_may_not_are_refused_and_nothing_is_published()
    {
        var workspace = (await RoundDesk.Open()).Workspace;
        var removed = await workspace.PublishKinds(Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(KindsDesk.Next("2026.2", "")).Replace("unit: 户次", "unit: 次")));
        Assert.Equal(Refusal.ActivitiesNotSuccessor, Refused(removed).Reason);
        Assert.Equal("member.visited", Assert.Single(removed.Succession!.Offences).Kind.Value);
        var unread = await workspace.PublishKinds(Encoding.UTF8.GetBytes("activities-version: '2026.2'\nkinds:\n  - { id: x }\n"));
        Assert.Equal(Refusal.ActivitiesUnreadable, Refused(unread).Reason);
        Assert.NotEmpty(unread.Found.Errors);
        Assert.Equal(Refusal.ActivitiesUnreadable, Refused(await workspace.PublishKinds(KindsDesk.Next("二〇二六", ""))).Reason);
        Assert.Equal(Refusal.NotAnAuthority, Refused(await workspace.PublishKinds(KindsDesk.Next("2026.2", ""), Sample.Approver)).Reason);
        Assert.Equal("2026.1", workspace.Kinds.Version);
        Assert.Single((await workspace.Streams.Load<RulesetState>(StreamId.OfRuleset(RulesetState.Activities), Never)).Versions);
    }

    [Fact]
    public async Task A_round_that_is_locked_reads_the_kinds_it_froze()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("v-1"));
        await desk.Lock();
        await desk.Workspace.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees));
        await desk.Record(Sample.East, KindsDesk.Planted("t-1"));
        // Also where an entry of a kind that it never knew is let in afterwards: its ruleset cannot count it.
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Admit(RoundDesk.Round, Sample.Id("admit"),
            [(Sample.East, Sample.Id("t-1"))], "异议成立", Sample.Approver, Never));
        Assert.Equal("2026.1", (await desk.Rounds.FrozenKinds(await desk.State(), Never)).Version);
        Assert.IsType<Answer.Recorded>(await desk.Decide());
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, MicroPoints.Rounds.Replay.Run(proof.Bytes, desk).Proof);
        Assert.Equal(new Points(350), proof.Evaluation.Cards.First(c => c.Id == Sample.East).Total);
    }
}
