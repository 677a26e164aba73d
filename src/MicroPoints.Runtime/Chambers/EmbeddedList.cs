namespace MicroPoints.Runtime;

/// <summary>A list of regions that is embedded: a code and a name a line.</summary>
internal static class EmbeddedList
{
    public static IEnumerable<(RegionCode Code, string Name)> Read(string file)
    {
        using var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream(file)
            ?? throw new InvariantException($"{file} is embedded in this assembly");
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
            if (line.Split(',') is [var code, var name] && RegionCode.IsValid(code)) yield return (new RegionCode(code), name);
    }
}
