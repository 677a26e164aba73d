using MicroPoints.Runtime.Demo;

namespace MicroPoints.Runtime.Tests.Chambers;

public sealed class RegionNamesTests
{
    private static RegionCode Of(string code) => new(code);

    [Theory]
    [InlineData("450123", "隆安县", "广西壮族自治区南宁市隆安县", "隆安县")]
    [InlineData("450103", "青秀区", "广西壮族自治区南宁市青秀区", "南宁市青秀区")]
    [InlineData("110101", "东城区", "北京市东城区", "北京市东城区")]
    [InlineData("500229", "城口县", "重庆市城口县", "城口县")]
    [InlineData("429004", "仙桃市", "湖北省仙桃市", "仙桃市")]
    [InlineData("441900", "东莞市", "广东省东莞市", "东莞市")]
    [InlineData("4501", "南宁市", "广西壮族自治区南宁市", "南宁市")]
    [InlineData("45", "广西壮族自治区", "广西壮族自治区", "广西壮族自治区")]
    public void A_region_of_the_list_is_called_by_its_name_its_path_and_the_name_that_offices_sign_with(
        string code, string name, string path, string proper)
    {
        Assert.Equal(name, RegionNames.Find(Of(code), null));
        Assert.Equal(path, RegionNames.Path(Of(code), null));
        Assert.Equal(proper, RegionNames.Proper(Of(code), null));
        Assert.Equal($"{code} {name}", RegionNames.Shown(Of(code), null));
    }

    [Theory]
    [InlineData("990101")]
    [InlineData("450123101")]
    [InlineData("1101")]
    [InlineData("450199")]
    public void What_has_no_name_of_its_own_stands_for_itself(string code)
    {
        Assert.Null(RegionNames.Find(Of(code), null));
        Assert.Null(RegionNames.Path(Of(code), null));
        Assert.Null(RegionNames.Proper(Of(code), null));
        Assert.Equal(code, RegionNames.Shown(Of(code), null));
    }

    [Fact]
    public void Generated_data_have_the_names_of_invented_regions_and_never_those_of_real_ones()
    {
        Assert.Equal("虚构省霁川市澜屏县", RegionNames.Path(Of("990101"), DemoPlan.Stamp));
        Assert.Null(RegionNames.Find(Of("450123"), DemoPlan.Stamp));
        Assert.Equal("45", RegionNames.Shown(Of("45"), DemoPlan.Stamp));
    }

    [Fact]
    public void The_list_has_every_province_and_no_code_twice() =>
        Assert.Equal(31, Enumerable.Range(11, 72).Count(p => RegionNames.Find(Of($"{p}"), null) is not null));

    [Fact]
    public void The_whole_country_is_said_in_words() => Assert.Equal("全国", RegionNames.Shown(RegionCode.Nation, null));
}
