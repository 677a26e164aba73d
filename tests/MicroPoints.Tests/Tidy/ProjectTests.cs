using System.Xml.Linq;

namespace MicroPoints.Tests.Tidy;

/// <summary>Directions between projects: nothing references upward. A new project is written into the table
/// first.</summary>
public sealed class ProjectTests
{
    /// <summary>What each project may reference; what those reference comes with them.</summary>
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["MicroPoints"] = [],
        ["MicroPoints.Contracts"] = [],
        ["MicroPoints.Rulesets.Yaml"] = ["MicroPoints"],
        ["MicroPoints.Rulesets.NRules"] = ["MicroPoints"],
        ["MicroPoints.Runtime"] = ["MicroPoints"],
        ["MicroPoints.Store.Embedded"] = ["MicroPoints.Runtime"],
        ["MicroPoints.Store.Postgres"] = ["MicroPoints.Runtime"],
        ["MicroPoints.Orleans"] = ["MicroPoints.Runtime"],
        ["MicroPoints.Documents"] = ["MicroPoints.Runtime"],
        ["MicroPoints.Client"] = ["MicroPoints.Contracts"],
        ["MicroPoints.Client.Refit"] = ["MicroPoints.Client"],
        ["MicroPoints.Api"] = ["MicroPoints.Runtime", "MicroPoints.Contracts"],
        ["MicroPoints.Web"] = ["MicroPoints.Runtime", "MicroPoints.Documents"],
    };

    /// <summary>Composition roots put everything together, and nothing references them.</summary>
    private static readonly string[] Roots = ["MicroPoints.Server", "MicroPoints.Silo", "MicroPoints.Cli"];

    private static readonly Dictionary<string, string[]> Projects = Repository.Sources("src", "*.csproj").ToDictionary(
        f => Path.GetFileNameWithoutExtension(f),
        f => XDocument.Parse(Repository.Read(f)).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).ToArray());

    private static IEnumerable<string> Below(string project) =>
        MayReference[project].SelectMany(p => Below(p).Append(p)).Distinct();

    [Fact]
    public void Every_project_has_its_place_in_the_table() =>
        Assert.Empty(Projects.Keys.Except(MayReference.Keys).Except(Roots));

    [Fact]
    public void No_project_references_upward_or_sideways() => Assert.Empty(
        from project in Projects
        where !Roots.Contains(project.Key)
        from reference in project.Value
        where !Below(project.Key).Contains(reference)
        select $"{project.Key} → {reference}");

    /// <summary><c>micropoints serve</c> starts the server in its own process, and a silo has the server over it.</summary>
    [Fact]
    public void Nothing_references_a_composition_root_but_the_command_line_and_the_silo_the_server() => Assert.Empty(
        from project in Projects
        from reference in project.Value
        where Roots.Contains(reference) && (project.Key, reference) is not ("MicroPoints.Cli" or "MicroPoints.Silo", "MicroPoints.Server")
        select $"{project.Key} → {reference}");

    [Fact]
    public void The_core_is_there_and_references_nothing() => Assert.Empty(Projects["MicroPoints"]);

    [Fact]
    public void Every_project_has_a_README_that_says_what_its_room_is_for() => Assert.All(
        Projects.Keys, p => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", p, "README.md")), p));

    [Fact]
    public void Versions_stand_in_one_place() => Assert.All(
        Repository.Sources("src", "*.csproj").Concat(Repository.Sources("tests", "*.csproj")),
        f => Assert.All(XDocument.Parse(Repository.Read(f)).Descendants("PackageReference"), p =>
            Assert.Null(p.Attribute("Version"))));

    [Fact]
    public void The_root_holds_only_its_fixed_names()
    {
        string[] names = ["src", "tests", "rulesets", "deploy", "MicroPoints.sln", "README.md"];
        string[] made = ["data", "TestResults"];
        Assert.Empty(Directory.EnumerateFileSystemEntries(Repository.Root).Select(e => Path.GetFileName(e)!)
            .Where(e => !e.StartsWith('.')).Except(names).Except(made));
    }

    [Fact]
    public void What_is_made_at_the_root_is_ignored_by_git()
    {
        var ignored = Repository.Read(".gitignore").Split('\n').Select(l => l.Trim('/', '\r'));
        Assert.Subset(ignored.ToHashSet(), new HashSet<string> { "data", "TestResults", "bin", "obj" });
    }
}
