using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests;

/// <summary>Given facts, under a ruleset, then points: the questions a scorecard answers.</summary>
internal sealed partial record Scored(params Member[] Members)
{
    private DateOnly Day { get; init; } = new(2026, 12, 31);
    private DateTimeOffset Instant { get; init; } = MicroPoints.AsOf.Everything;
    private Period Period { get; init; } = Period.Year(2026);
    private Dictionary<string, SettingValue> Settings { get; init; } = [];
    private string Scope { get; init; } = "45";
    private string[] PeerGroups { get; init; } = [];
    private string[] Applicants { get; init; } = [];

    public static Scored Given(params Line[] lines) => new(new Member("a", lines));
    public static Scored GivenChambers(params Member[] members) => new(members);

    public Scored AsOf(string day) => this with { Day = Lines.D(day) };
    public Scored KnownOn(string day) => this with { Instant = Calendar.EndOf(Lines.D(day)) };
    public Scored KnownAt(DateTimeOffset instant) => this with { Instant = instant };
    public Scored Of(Func<Member, Member> change) => this with { Members = [.. Members.Select(change)] };
    public Scored NotApplicable(params string[] indicators) => Of(m => m with { NotApplicable = indicators });
    public Scored Within(string scope, params string[] peerGroups) =>
        this with { Scope = scope, PeerGroups = peerGroups };
    public Scored Applied(params string[] chambers) => this with { Applicants = chambers };
    public Scored With(string setting, SettingValue value) =>
        this with { Settings = new Dictionary<string, SettingValue>(Settings) { [setting] = value } };

    /// <summary>Another period, read on its last day.</summary>
    public Scored In(string period)
    {
        var other = Period.Parse(period);
        return this with { Period = other, Day = other.LastDay };
    }

    public Cards Under(Ruleset ruleset)
    {
        var question = new Question(ruleset, Kinds.All, Period, new RegionCode(Scope), PeerGroups,
            new AsOf(Day, Instant), Applicants.Select(a => new ChamberId(a)).ToHashSet());
        var facts = Members.Select(m => Facts(question, m)).ToList();
        var cards = new Evaluator(ruleset, Settings).Evaluate(facts);
        // Whatever a test asks of scorecards, a points table must say as well.
        if (facts.Count > 0) TableComparison.Same(ruleset, Settings, Kinds.All, facts);
        AlsoBySecondEngine(ruleset, facts, cards);
        return new Cards(cards);
    }

    /// <summary>Where a second engine is there, its tests take in these files and demand the same cards of it.</summary>
    partial void AlsoBySecondEngine(Ruleset ruleset, IReadOnlyList<ChamberFacts> facts, IReadOnlyList<Scorecard> cards);

    public Cards Under(params Indicator[] indicators) => Under(Rules.Of(indicators));

    /// <summary>A condition's verdict, asked as a limit of a ruleset.</summary>
    public Cards Asking(Condition condition, Ruleset? ruleset = null) =>
        Under((ruleset ?? Rules.Empty) with { Limits = [Rules.Limit("L", condition)] });

    private static ChamberFacts Facts(Question question, Member member)
    {
        var ledger = member.Ledger();
        var at = question.At with { Day = question.ReadingDay };
        return FactsBuilder.Build(question, LedgerFold.RegisterAt(ledger.Entries, question.At.KnownAt)!,
            LedgerFold.At(ledger.Entries, at), member.NotApplicable.ToDictionary(i => i, _ => "quiet year"),
                member.History);
    }
}
