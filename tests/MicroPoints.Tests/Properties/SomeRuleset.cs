using MicroPoints.Rulesets;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Properties;

/// <summary>Random rulesets over the test kinds: every scoring function, group, deduction, limit, quota and condition.</summary>
internal sealed class SomeRuleset(Random random)
{
    private int _ids;

    public Ruleset Draw()
    {
        Category[] categories = [.. Enumerable.Range(0, random.Next(1, 4)).Select(SomeCategory)];
        if (random.Often(0.3)) categories = WithOverflow(categories);
        var lines = categories.SelectMany(c => c.Indicators).SelectMany(i => i.SelfAndBelow).Select(i => i.Id).ToList();
        return Of(categories) with
        {
            Scale = random.Often(0.9)
                ? new Scale(N(20), random.Often() ? N(3) : null, random.Often() ? N(random.Next(5, 25)) : null) : null,
            Settings = [Switch("on", true), Switch("off", false)],
            Parameters =
            [
                Parameter("raised", ("2024-01-01", 0.35m), ("2025-04-01", 0.5m), ("2026-07-01", 0.65m)),
                Parameter("late", ("2026-03-01", 1.5m)),
                Parameter("never", ("2090-01-01", 1)),
            ],
            Attributes =
            [
                new AttributeDefinition("size", AttributeType.Number, [], Kinds.Title("size")),
                new AttributeDefinition("since", AttributeType.Day, [], Kinds.Title("since")),
                new AttributeDefinition("tier", AttributeType.Option, ["big", "small"], Kinds.Title("tier")),
            ],
            Deductions = random.Often() ? [.. SomeDeductions()] : [],
            Limits = [.. Enumerable.Range(0, random.Next(3)).Select(i => SomeLimit(i, lines))],
            Grades = random.Often(0.8)
                ? [Grade("A", 8, SomeQuota()), Grade("B", 4, SomeQuota()), Grade("C", 2), Grade("D", 0)] : [],
            Classes = random.Often(0.4) ? [Class("K1", SomeCondition(lines, 2)), Class("K2", SomeCondition(lines, 1)), Class("K3")] : [],
            Ranking = random.Often() ? [] : [new RankingKey(RankingBy.Category, "C0"),
                .. random.Often() ? [new RankingKey(RankingBy.Indicator, random.Pick(lines))] : Array.Empty<RankingKey>(),
                .. random.Often() ? [SomeAttributeKey()] : Array.Empty<RankingKey>()],
            Outcomes = [.. Enumerable.Range(0, random.Next(4)).Select(i => SomeOutcome(i, lines))],
        };
    }

    private RankingKey SomeAttributeKey() =>
        new(RankingBy.Attribute, random.Pick("size", "since", "tier"), random.Often(), random.Often());

    private Number SomeNumber(params decimal[] of) =>
        random.Next(6) switch { 0 => Ref("raised"), 1 => Ref("late"), 2 when random.Often(0.2) => Ref("never"), _ => N(random.Pick(of)) };

    private Category SomeCategory(int index) => Category($"C{index}", random.Often() ? random.Next(2, 12) : null,
        [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => SomeIndicator(0))]) with
    {
        Bonus = index > 0 && random.Often(0.3),
        RedistributeAtMost = random.Often(0.2) ? N(1.5m) : null,
    };

    /// <summary>Some lines of the first category overflow into one of their own, which stands before or after them.</summary>
    private Category[] WithOverflow(Category[] categories)
    {
        var target = Line("J", null) with { Cap = random.Often() ? N(2) : null, EnabledBy = random.Often(0.1) ? "off" : null };
        Indicator[] lines = [.. categories[0].Indicators.Select(i => random.Often() ? i with
        {
            Cap = i.Cap ?? N(random.Next(1, 300) / 100m),
            Overflow = new Overflow("J", random.Often() ? SomeNumber(0.5m) : null),
        } : i)];
        // Keys are laid under a cap one by one, so some line with a few of them must be there.
        lines = [.. lines, Line($"I{_ids++}", OncePerKey(random.Often(), ("signed", 2), ("landed", 5)), "project") with
        {
            Cap = N(random.Next(0, 8)),
            Overflow = new Overflow("J", random.Often(0.8) ? SomeNumber(0.5m) : null),
        }];
        Indicator[] all = random.Often() ? [.. lines, target] : [target, .. lines];
        return [categories[0] with { Indicators = all }, .. categories.Skip(1)];
    }

    private Indicator SomeIndicator(int depth)
    {
        var id = $"I{_ids++}";
        if (depth < 2 && random.Often(0.15))
            return Group(id, random.Often() ? random.Next(1, 6) : null,
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => SomeIndicator(depth + 1))]);
        var (score, kinds) = SomeScore();
        return Line(id, score, kinds) with
        {
            Counts = score is Score.Checklist ? [] : [.. kinds.Select(SomeCounted)],
            Cap = random.Often() ? N(random.Next(1, 400) / 100m) : null,
            EnabledBy = random.Often(0.1) ? random.Pick("on", "off") : null,
        };
    }

    private Counted SomeCounted(string kind) => new(new KindId(kind),
        random.Often(0.3) ? SomeNumber(0.5m, 2, 0.33m, 1) : null,
        kind switch
        {
            "medal" when random.Often(0.3) => "city",
            "project" when random.Often(0.3) => "signed",
            _ => null,
        }, kind is "case" or "land" or "medal" or "party" && random.Often(0.2) ? "K1" : null);

    private (Score Score, string[] Kinds) SomeScore() => random.Next(20) switch
    {
        0 or 1 => (new Score.PerCount(SomeNumber(0.5m, 1, 0.07m)), random.Pick<string[]>(["visit"], ["visit", "medal"], ["case", "visit"])),
        2 => (new Score.PerQuantity(SomeNumber(0.5m, 1), SomeNumber(2.5m, 10), random.Pick(Enum.GetValues<Rounding>())),
            random.Pick<string[]>(["money"], ["visit"], ["land", "money"])),
        3 => (new Score.FromFull(SomeNumber(5, 3), SomeNumber(0.5m, 1)), random.Pick<string[]>(["visit"], ["case"])),
        4 => (new Score.ByTier([new Tier(SomeNumber(12, 9), SomeNumber(4)), new Tier(N(3), SomeNumber(2)), new Tier(N(0.5m), N(1))], null),
            random.Pick<string[]>(["visit"], ["money", "visit"], ["case"])),
        5 => (Tier(50, (80, 4), (40, 1)), ["survey"]),
        6 => (new Score.Option([new("city", SomeNumber(1)), new("nation", SomeNumber(3.3m))]),
            random.Pick<string[]>(["medal"], ["medal", "project"])),
        7 => (Options(("founded", 3), ("due", 1)), ["party"]),
        8 => (OncePerKey(random.Often(), ("signed", 2), ("landed", 5)), ["project"]),
        9 => (new Score.AgainstPeers(N(5), N(1), N(2)), random.Pick<string[]>(["money"], ["visit"])),
        10 => (new Score.PerPeriod(SomeNumber(0.33m), random.Pick(Enum.GetValues<PeriodPart>())), ["visit", "medal"]),
        11 => (new Score.Discretionary(N(0.5m), N(3)), ["awarded"]),
        12 => (Highest(("city", 1), ("nation", 4)), random.Pick<string[]>(["medal"], ["honour", "medal"])),
        13 => (new Score.Flag(SomeNumber(2)), ["visit"]),
        14 => (new Score.Flag(SomeNumber(2)), random.Pick<string[]>(["charter"], ["pledge"], ["insured", "pledge"], ["case"])),
        15 => (new Score.Checklist(
            [new(new("charter"), null), new(new("pledge"), null), new(new("insured"), random.Often() ? SomeNumber(1) : null)],
            random.Often() ? SomeNumber(3) : null), ["charter"]),
        16 => (new Score.InProportion(SomeNumber(3), null), random.Pick<string[]>(["signing"], ["signing", "survey"])),
        17 => (new Score.InProportion(SomeNumber(3), N(50)), ["survey"]),
        18 => (Options(("nation", 3), ("city", 1)), ["honour"]),
        _ => (new Score.PerCount(SomeNumber(1)), random.Pick<string[]>(["honour"], ["charter", "insured"], ["land"])),
    };

    private IEnumerable<Deduction> SomeDeductions()
    {
        if (random.Often()) yield return Deduct("D0", -0.35m, "case") with { Cap = random.Often() ? N(-1) : null };
        if (random.Often()) yield return While("D1", "party", "due", -2);
        if (random.Often(0.4)) yield return Deduct("D2", -1, "land") with { ZeroesKinds = [new KindId("visit"), new KindId("money")] };
        if (random.Often(0.4)) yield return Deduct("D3", -1, "falsified") with
        {
            ZeroesByKey = true,
            EnabledBy = random.Often(0.2) ? random.Pick("on", "off") : null,
            Each = SomeNumber(-1),
        };
        if (random.Often(0.3)) yield return While("D4", "honour", "city", -0.5m);
    }

    private Limit SomeLimit(int index, IReadOnlyList<string> lines) => Limit($"L{index}", SomeCondition(lines, 2)) with
    {
        GradesDown = random.Often(0.4) ? N(1) : null,
        Ceiling = random.Often(0.2) ? "C" : null,
        Bars = random.Often(0.15),
        SuspendsAll = random.Often(0.2),
        Suspends = Ids.Of(random.Often(0.2) ? ["O0"] : []),
        EnabledBy = random.Often(0.2) ? random.Pick("on", "off") : null,
    };

    private Quota? SomeQuota() => random.Next(4) switch
    {
        0 => Count(random.Next(0, 3), random.Pick(Enum.GetValues<Within>())),
        1 => Percent(random.Next(10, 90), random.Pick(Enum.GetValues<QuotaOf>()), random.Pick(Enum.GetValues<Rounding>()), 1)
            with
        { Within = random.Pick(Enum.GetValues<Within>()) },
        _ => null,
    };

    private Outcome SomeOutcome(int index, IReadOnlyList<string> lines) => Outcome($"O{index}",
        random.Often(0.8) ? new Condition.All([SomeCondition(lines, 2), Late(index)]) : null, SomeQuota(),
        random.Pick(Enum.GetValues<Ties>())) with
    {
        EnabledBy = random.Often(0.1) ? random.Pick("on", "off") : null,
        Kind = random.Pick(Enum.GetValues<OutcomeKind>()),
    };

    /// <summary>What only an outcome may ask for.</summary>
    private Condition Late(int index) => random.Next(6) switch
    {
        0 => new Condition.GradeAtLeast("B"),
        1 => new Condition.GradeIs(Ids.Of("A", "C")),
        2 => new Condition.RankAtMost(N(random.Next(1, 4))),
        3 => new Condition.LimitedBy(Ids.Of("L0", "L1"), random.Often()),
        4 when index > 0 => new Condition.OutcomeIs($"O{index - 1}"),
        _ => new Condition.ClassIs(Ids.Of("K1", "K3")),
    };

    private Condition SomeCondition(IReadOnlyList<string> lines, int depth) => random.Next(depth > 0 ? 21 : 17) switch
    {
        0 => new Condition.Compare(Subject.Total, null, SomeBounds()),
        1 => new Condition.Compare(Subject.Category, "C0", SomeBounds()),
        2 => new Condition.Compare(Subject.Indicator, random.Pick(lines), SomeBounds()),
        3 => new Condition.Compare(Subject.Rate, "survey", new Bounds(N(60), null, null)),
        4 => State("party", "founded"),
        5 => new Condition.StateMissing(new KindId("party"), random.Often()),
        6 => new Condition.StateHeldFor(new KindId("party"), Ids.Of("founded", "due"), new Duration(random.Next(1, 20))),
        7 => new Condition.EventOccurred(
            new KindId(random.Pick("visit", "case", "medal")), null, N(random.Next(1, 3)), N(random.Next(1, 6))),
        8 => new Condition.SilentFor(N(random.Next(1, 4)), random.Often() ? Ids.Of("visit", "case") : null),
        9 => new Condition.History(Ids.Of("A"), null, N(2), N(1)),
        10 => State("dishonesty", "not-listed"),
        11 => new Condition.AttributeIs("tier", Ids.Of("big")),
        12 => new Condition.AttributeMissing(random.Pick("size", "tier"), random.Often()),
        13 => new Condition.Compare(Subject.Attribute, "size", SomeBounds()),
        14 => new Condition.AttributeDay("since", new DateOnly(2021, 1, 1), null, random.Often() ? new DateOnly(2023, 1, 1) : null),
        15 => State("honour", "nation"),
        16 => new Condition.History(null, Ids.Of("O0"), N(random.Next(1, 3)), SomeNumber(1)),
        17 => new Condition.Any([SomeCondition(lines, depth - 1), SomeCondition(lines, depth - 1)]),
        18 => new Condition.All([SomeCondition(lines, depth - 1), SomeCondition(lines, depth - 1)]),
        19 => new Condition.NoneOf([SomeCondition(lines, depth - 1), SomeCondition(lines, depth - 1)]),
        _ => new Condition.AtLeastOf(N(2), [.. Enumerable.Range(0, 3).Select(_ => SomeCondition(lines, depth - 1))]),
    };

    private Bounds SomeBounds() => random.Next(3) switch
    {
        0 => new Bounds(SomeNumber(1, 2.5m), null, null),
        1 => new Bounds(null, N(random.Next(6)), null),
        _ => new Bounds(N(0.5m), null, SomeNumber(4, 7)),
    };
}
