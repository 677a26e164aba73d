using System.Text;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Rulesets;

/// <summary>The next activities file adds; what facts are on record by stays as it was.</summary>
public sealed class PublishKindsTests
{
    private static readonly StreamId File = StreamId.OfRuleset(RulesetState.Activities);
    private static readonly KindCatalogue First = Catalogue("1", Kinds.All.Kinds);

    private static byte[] BytesOf(string version) => Encoding.UTF8.GetBytes($"activities {version}");

    private static KindCatalogue Catalogue(string version, IEnumerable<ActivityKind> kinds) =>
        new(version, Digest.Of(BytesOf(version)), [.. kinds]);

    private static KindCatalogue With(string kind, Func<ActivityKind, ActivityKind> change) =>
        Catalogue("2", First.Kinds.Select(k => k.Id.Value == kind ? change(k) : k));

    /// <summary>The stream of the activities, with the first version in it.</summary>
    private static RulesetState Published()
    {
        var state = new RulesetState(File);
        Apply(state, new PublishRuleset(new EntryId("first"), "1", BytesOf("1")).Judge(state, At()));
        return state;
    }

    private static Context At(Actor? by = null) =>
        Contexts.On("2026-01-10", by ?? Contexts.Approver with { Scope = RegionCode.Nation });

    private static void Apply(RulesetState state, Decision decision)
    {
        foreach (var draft in Assert.IsType<Decision.Accepted>(decision).Entries)
            state.Apply(SealedEntry.Seal(state.Stream, state.Head, draft));
    }

    private static PublishKinds Publish(KindCatalogue kinds, KindCatalogue? before = null) =>
        new(new EntryId($"publish-{kinds.Version}"), kinds, BytesOf(kinds.Version), before ?? First);

    private static Decision.Refused Refused(Refusal refusal, PublishKinds publish, RulesetState? state = null, Actor? by = null)
    {
        var refused = Assert.IsType<Decision.Refused>(publish.Judge(state ?? Published(), At(by)));
        Assert.Equal(refusal, refused.Reason);
        return refused;
    }

    [Fact]
    public void Kinds_and_options_are_added_and_words_are_changed()
    {
        var added = Kinds.All[new KindId("visit")] with { Id = new KindId("tree.planted") };
        var next = Catalogue("2", First.Kinds.Select(k => k with
        {
            Title = new Title($"新{k.Title.Zh}"),
            ConfirmedBy = new Title("县工商联"),
            Evidence = ["record"],
            Options = k.Options.Count == 0 ? [] : [new KindOption("other", new Title("其他")), .. k.Options],
        }).Reverse().Append(added));
        var succession = KindSuccession.Of(First, next);
        Assert.Equal([added], succession.Kinds);
        Assert.Equal(First.Kinds.Count(k => k.Options.Count > 0), succession.Options.Count);
        var state = Published();
        Apply(state, Publish(next).Judge(state, At()));
        Assert.Equal("2", state.Versions[^1].Version);
    }

    [Fact]
    public void Every_offence_is_told_at_once_with_the_kind_and_what_to_do_instead()
    {
        var next = Catalogue("2", First.Kinds.Where(k => k.Id.Value != "talk").Select(k => k.Id.Value switch
        {
            "money" => k with { Unit = "亿元", Measure = MeasureType.Count },
            "medal" => k with { Options = [.. k.Options.Skip(1)] },
            _ => k,
        }));
        var offences = KindSuccession.Of(First, next).Offences;
        Assert.Equal(["talk", "money", "money", "medal"], offences.Select(o => o.Kind.Value));
        var told = Refused(Refusal.ActivitiesNotSuccessor, Publish(next)).Detail;
        foreach (var offence in offences) Assert.Contains(offence.What.EnOrZh, told, StringComparison.Ordinal);
        Assert.Contains("changes its unit from '万元' to '亿元': facts are on record by it: leave it as it was, and add a kind under a new id",
            told, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "nature", "visit" }, { "measure", "visit" }, { "unit", "money" }, { "keyed", "visit" }, { "when-missing", "dishonesty" },
        { "expires-after", "permit" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_decides_how_a_fact_is_read_stays(string what, string kind)
    {
        var next = With(kind, k => what switch
        {
            "nature" => k with { Nature = Nature.State },
            "measure" => k with { Measure = MeasureType.Flag },
            "unit" => k with { Unit = null },
            "keyed" => k with { Keyed = true },
            "when-missing" => k with { WhenMissing = null },
            _ => k with { ExpiresAfter = null },
        });
        var offence = Assert.Single(KindSuccession.Of(First, next).Offences);
        Assert.Contains($"changes its {what} from", offence.What.EnOrZh, StringComparison.Ordinal);
        Refused(Refusal.ActivitiesNotSuccessor, Publish(next));
    }

    [Fact]
    public void It_follows_those_in_force_and_no_others()
    {
        var state = Published();
        var (second, third) = (Catalogue("2", First.Kinds), Catalogue("3", First.Kinds.Skip(1)));
        Apply(state, Publish(second).Judge(state, At()));
        Refused(Refusal.ActivitiesOutdated, Publish(third), state);
        Refused(Refusal.ActivitiesNotSuccessor, Publish(third, second), state);
        Refused(Refusal.ActivitiesOutdated, Publish(second), new RulesetState(File));
    }

    [Fact]
    public void A_fact_of_a_kind_that_is_not_known_yet_is_called_by_its_id()
    {
        var fact = new Fact(new KindId("tree.planted"), Nature.Event, On.Parse("2026-03-12"), null, new Measured.Count(3), null, null);
        Assert.Equal(("tree.planted", MeasureType.Count), (First.Of(fact).Title.Zh, First.Of(fact).Measure));
        Assert.Same(First.Kinds[0], First.Of(fact with { Kind = First.Kinds[0].Id }));
    }

    [Fact]
    public void A_version_is_frozen_and_only_the_whole_countrys_approver_publishes_it()
    {
        Refused(Refusal.NotAnAuthority, Publish(Catalogue("2", First.Kinds)), by: Contexts.Approver with { Scope = new("45") });
        Refused(Refusal.RulesetVersionExists, Publish(First) with { Bytes = BytesOf("other") });
        var state = Published();
        Apply(state, Publish(Catalogue("2", First.Kinds)).Judge(state, At()));
        Assert.IsType<Decision.Exists>(Publish(Catalogue("2", First.Kinds)).Judge(state, At()));
    }
}
