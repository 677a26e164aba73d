namespace MicroPoints.Cli.Tests.Program;

/// <summary>The commands that the README shows to a county work, in the order shown.</summary>
public sealed class ReadMeTests
{
    private const string Section = "## In a county's hands";
    private static readonly string[] Rules =
        ["activities.yaml", "micro-points/micro-points.yaml", "micro-points/micro-points.test.yaml"];

    [Fact]
    public async Task A_county_can_type_what_it_reads()
    {
        using var desk = new Desk().Write("chambers.csv", Desk.ChambersCsv)
            .Write("activities.csv", "chamber,kind,on,count\nc-02,member.visited,2026-03-01,4\n");
        foreach (var file in Rules)
            desk.Write($"rulesets/{file}", File.ReadAllBytes(Path.Combine(Repository.Root, "rulesets", file)));
        Assert.True(Lines.Count >= 10, string.Join('\n', Lines));
        foreach (var line in Lines) (await Typed(desk, line)).Fine();
    }

    private static List<string> Lines => [.. File.ReadAllText(Path.Combine(Repository.Root, "README.md"))
        .Split(Section)[1].Split("\n## ")[0].Split('\n')
        .Where(l => l.StartsWith("    micropoints ", StringComparison.Ordinal)).Select(l => l.Trim())];

    /// <summary>As typed into a shell that knows the name.</summary>
    private static Task<Ran> Typed(Desk desk, string line)
    {
        var start = CommandLine.Prepare(desk.Root);
        start.FileName = "bash";
        start.ArgumentList.Clear();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -e; micropoints() {{ dotnet '{CommandLine.Assembly}' \"$@\"; }}; {line}");
        return CommandLine.Run(start);
    }
}
