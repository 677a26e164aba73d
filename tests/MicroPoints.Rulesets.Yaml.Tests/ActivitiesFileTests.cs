using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>The activities file: kinds, and what cannot be one.</summary>
public sealed class ActivitiesFileTests
{
    internal static readonly IReadOnlyList<Marked> Marked =
    [
        new("KIND001", Kinds("{ id: a, title: { zh: 一 }, nature: event, measure: count }",
            "▸{ id: a, title: { zh: 二 }, nature: event, measure: flag }")),
        new("KIND002", Kinds("▸{ id: a, title: { zh: 一 }, nature: event, measure: option }")),
        new("KIND002", Kinds("{ id: a, title: { zh: 一 }, nature: event, measure: option, options: ▸[] }")),
        new("KIND003", Kinds(
            "{ id: a, title: { zh: 一 }, nature: event, measure: count, options: ▸[ { id: x, title: { zh: 甲 } } ] }")),
        new("KIND004", Kinds(
            "{ id: a, title: { zh: 一 }, nature: event, measure: option, options: [ { id: x, title: { zh: 甲 } }, { id: ▸x, title: { zh: 乙 } } ] }")),
        new("KIND005", Kinds(
            "{ id: a, title: { zh: 一 }, nature: state, measure: option, options: [ { id: ▸ended, title: { zh: 止 } } ] }")),
        new("KIND006", Kinds("{ id: a, title: { zh: 一 }, nature: event, measure: flag, when-missing: ▸false }")),
        new("KIND007", Kinds("{ id: a, title: { zh: 一 }, nature: state, measure: flag, when-missing: ▸none }")),
        new("KIND007", Kinds(
            "{ id: a, title: { zh: 一 }, nature: state, measure: option, when-missing: ▸y, options: [ { id: x, title: { zh: 甲 } } ] }")),
        new("KIND007", Kinds("{ id: a, title: { zh: 一 }, nature: state, measure: share, when-missing: ▸false }")),
        new("KIND008", Kinds("{ id: a, title: { zh: 一 }, nature: event, measure: flag, expires-after: ▸1 year }")),
        new("KIND009", Kinds("▸{ id: a, title: { zh: 一 }, nature: event, measure: quantity }")),
        new("KIND010", Kinds(
            "{ id: a, title: { zh: 一 }, nature: state, measure: option, options: [ { id: ▸unknown, title: { zh: 不明 } } ] }")),
        new("KIND011", Kinds(
            "{ id: a, title: { zh: 一 }, nature: state, measure: flag, keyed: true, when-missing: ▸true }")),
        new("YAML020", Kinds("{ id: a, title: { zh: 一 }, nature: event, measure: count, ▸points: 3 }")),
        new("YAML021", Kinds("▸{ id: a, title: { zh: 一 }, measure: count }")),
        new("YAML026", "activities-version: ▸2026\nkinds: [ { id: a, title: { zh: 一 }, nature: event, measure: count } ]\n"),
        new("YAML030", Kinds("{ id: a, title: { zh: 一 }, nature: ▸habit, measure: count }")),
        new("YAML033", "activities-version: '1'\nkinds: ▸[]\n"),
        new("YAML037", Kinds("{ id: ▸a b, title: { zh: 一 }, nature: event, measure: count }")),
    ];

    public static TheoryData<string, string> Cases => Found.Data(Marked);

    [Theory, MemberData(nameof(Cases))]
    public void Is_found_where_it_stands(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(ActivitiesFile.Read(Given.Utf8(marked.Unmarked), "a.yaml").Diagnostics);
    }

    [Fact]
    public void A_catalogue_keeps_version_hash_and_order()
    {
        var reading = ActivitiesFile.Read(Given.Utf8(Given.Activities), "a.yaml");
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(("1", Digest.OfText(Given.Activities)), (reading.Catalogue!.Version, reading.Catalogue.Hash));
        Assert.Equal(["visited", "served", "invested"], reading.Catalogue.Kinds.Take(3).Select(k => k.Id.Value));
    }

    [Fact]
    public void A_state_keeps_what_it_is_when_missing_and_how_long_it_holds()
    {
        var kind = Given.Kinds[new KindId("listed")];
        Assert.Equal((Nature.State, MeasureType.Option, "none", new Duration(24)),
            (kind.Nature, kind.Measure, kind.WhenMissing, kind.ExpiresAfter));
        Assert.Equal(["none", "abnormal"], kind.Options.Select(o => o.Id));
        Assert.Equal("false", Given.Kinds[new KindId("chartered")].WhenMissing);
    }

    [Theory]
    [InlineData("unknown", null)]
    [InlineData("x", "x")]
    public void Unknown_is_not_an_option(string written, string? read) => Assert.Equal(read,
        One($"{{ id: a, title: {{ zh: 一 }}, nature: state, measure: option, when-missing: {written}, options: [ {{ id: x, title: {{ zh: 甲 }} }} ] }}").WhenMissing);

    [Theory]
    [InlineData("keyed: true, when-missing: unknown")]
    [InlineData("keyed: false, when-missing: true")]
    public void What_is_said_of_a_state_never_recorded_is_in_order(string keys) => Assert.Empty(ActivitiesFile.Read(
        Given.Utf8(Kinds($"{{ id: a, title: {{ zh: 一 }}, nature: state, measure: flag, {keys} }}")), "a.yaml")
        .Diagnostics);

    [Theory]
    [InlineData("县工商联", "县工商联", null)]
    [InlineData("{ zh: 县工商联, en: County federation }", "县工商联", "County federation")]
    public void Who_confirms_may_be_a_title_or_plain_text(string written, string zh, string? en) =>
        Assert.Equal(new Title(zh, en),
        One($"{{ id: a, title: {{ zh: 一 }}, nature: event, measure: count, confirmed-by: {written}, evidence: [ photo, list ] }}").ConfirmedBy);

    [Fact]
    public void With_an_error_there_is_no_catalogue() =>
        Assert.Null(ActivitiesFile.Read(Given.Utf8(Kinds("{ id: a }")), "a.yaml").Catalogue);

    private static ActivityKind One(string kind) => Assert.Single(
        ActivitiesFile.Read(Given.Utf8(Kinds(kind)), "a.yaml").Catalogue!.Kinds);

    private static string Kinds(params IReadOnlyList<string> kinds) =>
        $"activities-version: '1'\nkinds:\n{string.Concat(kinds.Select(k => $"  - {k}\n"))}";
}
