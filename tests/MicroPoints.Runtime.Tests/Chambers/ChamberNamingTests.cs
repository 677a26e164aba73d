using MicroPoints.Chambers;

namespace MicroPoints.Runtime.Tests.Chambers;

/// <summary>Names that look the same are one name, whatever they are made of.</summary>
public sealed class ChamberNamingTests
{
    private static readonly RegionCode Town = new("990101001"), Other = new("990102001");
    private static readonly ChamberId Known = new("c-01"), New = new("c-02");

    private static Chamber Of(ChamberId id, string name, RegionCode seat) => new(id, name, "township", seat, [], null);

    private static ChamberNaming Names => new([Of(Known, "青石镇A(新区)商会", Town)]);

    [Theory]
    [InlineData("青石镇A(新区)商会", "同名")]
    [InlineData("青石镇Ａ（新区）商会", "全角半角")]
    [InlineData("青石镇 A(新区) 商会", "空格")]
    [InlineData("青石镇\u3000A(新区)商会", "空格")]
    [InlineData("青石\u200B镇A(新区)商会", "看不见的字符")]
    [InlineData("青石镇a(新区)商会", "大小写")]
    public void A_name_that_looks_like_anothers_of_the_county_is_taken(string name, string said)
    {
        var taken = Names.Taken(New, Town, name);
        Assert.Contains(said, taken!.Zh, StringComparison.Ordinal);
        Assert.Contains("c-01", taken.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_its_own_still_another_countys_too_and_an_ended_chambers_no_more()
    {
        Assert.Null(Names.Taken(Known, Town, "青石镇A(新区)商会"));
        Assert.Null(Names.Taken(New, Other, "青石镇A(新区)商会"));
        Assert.Null(new ChamberNaming([Of(Known, "青石镇商会", Town) with { End = ChamberEnd.Dissolved }]).Taken(New, Town, "青石镇商会"));
        Assert.Null(Names.Taken(New, Town, "白水镇商会"));
    }

    [Theory]
    [InlineData("青石镇\u200B商会", "U+200B")]
    [InlineData("\uFEFF青石镇商会", "第 1 个字符")]
    [InlineData("青石镇\n商会", "U+000A")]
    [InlineData("青石镇商会 ", "空格")]
    [InlineData("", "请填")]
    public void A_name_that_cannot_be_read_whole_is_no_chambers(string name, string said) =>
        Assert.Contains(said, ChamberNaming.Unfit(name)!.Zh, StringComparison.Ordinal);

    [Fact]
    public void A_name_of_letters_brackets_and_marks_is_one() => Assert.Null(ChamberNaming.Unfit("青石镇（新区）·A 商会"));

    [Fact]
    public void A_township_is_unlisted_only_where_the_list_knows_its_county()
    {
        Assert.False(Townships.IsUnlisted(new RegionCode("110101001")));
        Assert.True(Townships.IsUnlisted(new RegionCode("110101999")));
        Assert.False(Townships.IsUnlisted(new RegionCode("110101")));
        Assert.False(Townships.IsUnlisted(Town));
    }
}
