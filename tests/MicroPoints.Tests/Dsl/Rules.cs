using MicroPoints.Rulesets;

namespace MicroPoints.Tests;

/// <summary>Small rulesets in C#: what a test does not say is as plain as it can be.</summary>
internal static class Rules
{
    public static readonly Cite Cite = new("test", "1");

    public static Number N(decimal value) => new((long)(value * 100));
    public static Number Ref(string id) => new(0, id);

    public static Ruleset Empty => new()
    {
        Id = "test",
        Version = "1",
        Hash = Digest.OfText("ruleset"),
        Title = Kinds.Title("test"),
        Authority = "test",
        Adoptable = new DayRange(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1)),
        Period = PeriodLength.Year,
        Cite = Cite,
        Scale = new Scale(N(100), null, null),
    };

    public static Ruleset Of(params Indicator[] indicators) => Of(Category("C", null, indicators));
    public static Ruleset Of(params Category[] categories) => Empty with { Categories = categories };

    public static Category Category(string id, decimal? cap, params Indicator[] indicators) =>
        new(id, Kinds.Title(id), cap is { } c ? N(c) : null, false, null, indicators, Cite);

    public static Category Bonus(string id, params Indicator[] indicators) =>
        Category(id, null, indicators) with { Bonus = true };

    public static Indicator Line(string id, Score? score, params string[] kinds) => new()
    {
        Id = id,
        Title = Kinds.Title(id),
        Cite = Cite,
        Score = score,
        Counts = [.. kinds.Select(Counted)],
    };

    public static Indicator Capped(this Indicator indicator, decimal cap) => indicator with { Cap = N(cap) };

    public static Indicator Into(this Indicator indicator, string to, decimal? each = null) =>
        indicator with { Overflow = new Overflow(to, each is { } e ? N(e) : null) };

    public static Indicator Group(string id, decimal? cap, params Indicator[] inside) =>
        Line(id, null) with { Indicators = inside, Cap = cap is { } c ? N(c) : null };

    public static Indicator Weighing(this Indicator indicator, params (string Kind, decimal Weight)[] counts) =>
        indicator with { Counts = [.. counts.Select(c => new Counted(new KindId(c.Kind), N(c.Weight)))] };

    public static Counted Counted(string kind) => new(new KindId(kind));

    public static Score PerCount(decimal points) => new Score.PerCount(N(points));
    public static Score Options(params (string Option, decimal Points)[] options) => new Score.Option(Valued(options));
    public static Score Highest(params (string Option, decimal Points)[] options) => new Score.Highest(Valued(options));

    public static Score OncePerKey(bool across, params (string Option, decimal Points)[] options) =>
        new Score.OncePerKey(Valued(options), across);

    public static Score Tier(decimal? participation, params (decimal AtLeast, decimal Points)[] tiers) =>
        new Score.ByTier(
            [.. tiers.Select(t => new Tier(N(t.AtLeast), N(t.Points)))], participation is { } p ? N(p) : null);

    public static Parameter Parameter(string id, params (string From, decimal Value)[] values) => new(id, "points",
        [.. values.Select(v => new DatedValue(Lines.D(v.From), Lines.P(v.Value), Cite, null))]);

    public static Setting Switch(string id, bool on) =>
        new(id, SettingType.Switch, SettingValue.Of(on), Kinds.Title(id));

    public static Deduction Deduct(string id, decimal each, params string[] kinds) => new(
        id, Kinds.Title(id), [.. kinds.Select(Counted)], N(each), null, null, [], false, null, Cite);

    public static Deduction While(string id, string state, string option, decimal points) => new(
        id, Kinds.Title(id), [], null, new WhileState(new KindId(state), Ids.Of(option), N(points)), null, [], false,
            null, Cite);

    public static Limit Limit(string id, Condition when) =>
        new(id, Kinds.Title(id), when, null, null, false, false, Ids.Of(), null, Cite);

    public static Grade Grade(string id, decimal from, Quota? quota = null) =>
        new(id, Kinds.Title(id), N(from), quota, Cite);

    /// <summary>A from 8, B from 6, C from 4, D below.</summary>
    public static Grade[] Grades => [Grade("A", 8), Grade("B", 6), Grade("C", 4), Grade("D", 0)];

    public static ClassRule Class(string id, Condition? when = null) => new(id, Kinds.Title(id), when, Cite);

    public static Outcome Outcome(string id, Condition? when = null, Quota? quota = null, Ties ties = Ties.Meeting) =>
        new(
        id, OutcomeKind.Award, Kinds.Title(id), when, null, quota, ties, null, false, null, Cite);

    public static Quota Count(decimal count, Within within = Within.Scope) =>
        new(null, N(count), QuotaOf.Ranked, within, Rounding.Down, null);

    public static Quota Percent(decimal percent, QuotaOf of, Rounding rounding = Rounding.Down,
        decimal? atLeast = null) =>
        new(N(percent), null, of, Within.Scope, rounding, atLeast is { } least ? N(least) : null);

    public static Condition State(string state, params string[] options) =>
        new Condition.StateIs(new KindId(state), Ids.Of(options));

    private static List<OptionPoints> Valued((string Option, decimal Points)[] options) =>
        [.. options.Select(o => new OptionPoints(o.Option, N(o.Points)))];
}
