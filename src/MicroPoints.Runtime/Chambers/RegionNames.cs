using System.Collections.Frozen;
using MicroPoints.Runtime.Demo;

namespace MicroPoints.Runtime;

/// <summary>What provinces, cities and counties are called, from the embedded list; lists stay in order of code.</summary>
/// <remarks>
/// Generated data name no real place: under their stamp only the demo's invented regions have names. Townships have none: a chamber's
/// own name says its township. A code that is not on the list, such as one that was drawn since, stands for itself.
/// </remarks>
public static class RegionNames
{
    private static readonly FrozenDictionary<RegionCode, string> Listed =
        EmbeddedList.Read("regions.csv").ToFrozenDictionary(r => r.Code, r => r.Name);

    private static readonly FrozenDictionary<RegionCode, string> Invented =
        CountyRoster.Above.ToFrozenDictionary(r => r.Code, r => r.Name);

    /// <summary>Cities of the list that are a heading and no place.</summary>
    private static readonly FrozenSet<string> Headings =
        new[] { "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划" }.ToFrozenSet();

    /// <summary>The name alone, such as 隆安县; null where none is known.</summary>
    /// <param name="stamp">What stands on outputs about the chambers there; null for real data.</param>
    public static string? Find(RegionCode region, string? stamp) =>
        (stamp == DemoPlan.Stamp ? Invented : Listed).GetValueOrDefault(region) is { } name
        && !(region.Value.Length == (int)RegionLevel.City && Headings.Contains(name)) ? name : null;

    /// <summary>From the province down, such as 广西壮族自治区南宁市隆安县; null where the region itself has no name.</summary>
    public static string? Path(RegionCode region, string? stamp) => Find(region, stamp) is null ? null
        : string.Concat(region.Upwards().Reverse().Select(r => Find(r, stamp)).Where(n => n is not null).Distinct());

    /// <summary>As offices sign: a district with its city before it; null where no name is known.</summary>
    public static string? Proper(RegionCode region, string? stamp)
    {
        if (Find(region, stamp) is not { } name) return null;
        var isDistrict = region.Value.Length == (int)RegionLevel.County && name.EndsWith('区');
        var city = region.Enclosing(RegionLevel.City);
        return isDistrict ? (Find(city, stamp) ?? Find(region.Enclosing(RegionLevel.Province), stamp)) + name : name;
    }

    /// <summary>For a list or a heading: the code, and the name behind it where one is known.</summary>
    public static string Shown(RegionCode region, string? stamp) => region.IsNation ? "全国"
        : Find(region, stamp) is { } name ? $"{region} {name}" : region.Value;

    /// <summary>Counties whose name or path is what somebody wrote, in order of code; those that begin so where none is it.</summary>
    public static IReadOnlyList<RegionCode> Counties(string written)
    {
        var counties = Listed.Where(r => r.Key.Value.Length == (int)RegionLevel.County).OrderBy(r => r.Key).ToList();
        List<RegionCode> exact = [.. counties.Where(c => c.Value == written || Path(c.Key, null) == written).Select(c => c.Key)];
        return exact.Count > 0 || written.Length < 2 ? exact
            : [.. counties.Where(c => c.Value.StartsWith(written, StringComparison.Ordinal)).Select(c => c.Key)];
    }
}
