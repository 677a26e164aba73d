namespace MicroPoints.Runtime;

/// <summary>A province, city or county with its name.</summary>
/// <param name="Path">With those it lies in, such as 广西壮族自治区南宁市上林县.</param>
public sealed record NamedRegion(RegionCode Code, string Name, string Path);

/// <summary>The country's provinces, cities and counties by name, as embedded.</summary>
public static class RegionNames
{
    private static readonly Lazy<Dictionary<RegionCode, string>> Known =
        new(() => EmbeddedList.Read("regions.csv").ToDictionary(r => r.Code, r => r.Name));

    /// <summary>The region of a code; null where the list does not have it.</summary>
    public static NamedRegion? Find(RegionCode code) =>
        Known.Value.TryGetValue(code, out var name) ? new NamedRegion(code, name, PathOf(code)) : null;

    /// <summary>Counties whose name or path is what somebody wrote, in order of code; those that only begin so where none is it.</summary>
    public static IReadOnlyList<NamedRegion> Counties(string written)
    {
        var counties = Known.Value.Keys.Where(c => c.Value.Length == (int)RegionLevel.County).Order().Select(c => Find(c)!).ToList();
        List<NamedRegion> exact = [.. counties.Where(c => c.Name == written || c.Path == written)];
        return exact.Count > 0 || written.Length < 2 ? exact
            : [.. counties.Where(c => c.Name.StartsWith(written, StringComparison.Ordinal) || c.Path.EndsWith(written, StringComparison.Ordinal))];
    }

    private static string PathOf(RegionCode code) => string.Concat(code.Upwards().Where(r => !r.IsNation).Reverse()
        .Select(r => Known.Value.GetValueOrDefault(r)).Where(n => n is not null && !IsFiller(n)));

    /// <summary>Levels that only the code has: nobody says 北京市市辖区东城区.</summary>
    private static bool IsFiller(string name) => name is "市辖区" or "县" || name.EndsWith("直辖县级行政区划", StringComparison.Ordinal);
}
