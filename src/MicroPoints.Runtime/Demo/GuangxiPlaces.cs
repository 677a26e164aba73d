namespace MicroPoints.Runtime.Demo;

/// <summary>Guangxi's streets, towns and townships by code, from the embedded list.</summary>
internal static class GuangxiPlaces
{
    /// <summary>In order of code, each with the kind of chamber it would have.</summary>
    public static readonly IReadOnlyList<(RegionCode Code, string Kind)> All = [.. Read()];

    private static IEnumerable<(RegionCode, string)> Read()
    {
        const string name = "guangxi-townships.csv";
        using var stream = typeof(GuangxiPlaces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvariantException($"{name} is embedded in this assembly");
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
            if (line.Split(',') is [var code, var kind] && RegionCode.IsValid(code))
                yield return (new RegionCode(code), kind);
    }
}
