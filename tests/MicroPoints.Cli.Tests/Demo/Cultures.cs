using System.Text.Json.Nodes;

namespace MicroPoints.Cli.Tests.Demo;

/// <summary>The program ships with one culture built in; here it is started with all of the machine's.</summary>
internal static class Cultures
{
    /// <summary>Writes the program's runtime configuration with cultures switched on.</summary>
    public static string Config(Desk desk)
    {
        var config = JsonNode.Parse(File.ReadAllText(CommandLine.Beside("MicroPoints.Cli.runtimeconfig.json")))!;
        var properties = config["runtimeOptions"]!["configProperties"]!;
        properties["System.Globalization.Invariant"] = false;
        properties["System.Globalization.PredefinedCulturesOnly"] = false;
        var path = desk.PathOf($"cultures-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, config.ToJsonString());
        return path;
    }
}
