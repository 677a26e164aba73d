using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MicroPoints.Tests.Tidy;

/// <summary>Directions inside the core: Streams ← Identity ← Chambers ← Activities ← {Ledger, Rulesets} ← Standings ←
/// {Claims, Rounds}.</summary>
public sealed partial class CoreFolderTests
{
    /// <summary>What each folder may use beside itself and the public nouns at the root.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Streams"] = [],
        ["Identity"] = ["Streams"],
        ["Chambers"] = ["Streams", "Identity"],
        ["Imports"] = ["Streams", "Identity"],
        ["Activities"] = ["Streams", "Identity", "Chambers"],
        ["Ledger"] = ["Streams", "Identity", "Chambers", "Activities"],
        ["Rulesets"] = ["Streams", "Identity", "Chambers", "Activities"],
        ["Standings"] = ["Streams", "Identity", "Chambers", "Activities", "Ledger", "Rulesets"],
        ["Claims"] = ["Streams", "Identity", "Chambers", "Activities", "Ledger", "Rulesets", "Standings"],
        ["Rounds"] = ["Streams", "Identity", "Chambers", "Activities", "Ledger", "Rulesets", "Standings"],
    };

    /// <summary>The only files at the root that know folders, each a register of them or the answer of every
    /// command.</summary>
    private static readonly Dictionary<string, string[]> RootMayUse = new()
    {
        ["EntryTypes.cs"] = [.. MayUse.Keys],
        ["StreamStates.cs"] = [.. MayUse.Keys],
        ["StreamCommand.cs"] = ["Streams", "Identity"],
        ["Decision.cs"] = ["Streams"],
    };

    private static readonly string[] Files = [.. Repository.Sources("src/MicroPoints")];

    /// <summary>The first folder under the core, or the file's own name at its root.</summary>
    private static string Room(string file) => file.Split('/')[2];

    private static IEnumerable<string> Used(string file) =>
        Folder().Matches(Comment().Replace(Repository.Read(file), ""))
        .Select(m => m.Groups["folder"].Value).Distinct().Where(f => f != Room(file));

    [Fact]
    public void Every_folder_of_the_core_has_its_place_in_the_order() =>
        Assert.Empty(Files.Select(Room).Where(r => !r.EndsWith(".cs")).Except(MayUse.Keys));

    [Fact]
    public void No_file_uses_a_folder_that_stands_after_its_own()
    {
        var wrong = from file in Files
                    from used in Used(file)
                    let allowed = MayUse.GetValueOrDefault(Room(file)) ?? RootMayUse.GetValueOrDefault(Room(file)) ?? []
                    where !allowed.Contains(used)
                    select $"{file} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Ledger_and_Rulesets_never_use_each_other()
    {
        Assert.DoesNotContain("Rulesets", Files.Where(f => Room(f) == "Ledger").SelectMany(Used));
        Assert.DoesNotContain("Ledger", Files.Where(f => Room(f) == "Rulesets").SelectMany(Used));
    }

    [Fact]
    public void The_scan_sees_what_it_looks_for()
    {
        Assert.Contains("Ledger", Used("src/MicroPoints/Rounds/RoundEvaluation.cs"));
        Assert.Contains("Streams", Used("src/MicroPoints/Activities/Tally.cs"));
    }

    [Fact]
    public void Every_file_is_in_the_namespace_of_its_folder() => Assert.All(Files, file => Assert.Contains(
        Room(file).EndsWith(".cs") ? "namespace MicroPoints;" : $"namespace MicroPoints.{Room(file)};",
            Repository.Read(file)));

    [Fact]
    public void The_core_references_no_project_and_no_package_but_analyzers()
    {
        var project = XDocument.Parse(Repository.Read("src/MicroPoints/MicroPoints.csproj"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.All(project.Descendants("PackageReference"), p =>
        {
            Assert.EndsWith("Analyzers", p.Attribute("Include")!.Value);
            Assert.Equal("all", p.Attribute("PrivateAssets")?.Value);
        });
    }

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("T:System.Random")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("T:System.IO.File")]
    [InlineData("T:System.Threading.Tasks.Task")]
    [InlineData("T:System.Console")]
    public void Clock_chance_files_and_tasks_are_banned_from_the_core(string symbol) =>
        Assert.Contains(symbol + ";", Repository.Read("src/MicroPoints/BannedSymbols.txt"));

    [Fact]
    public void The_core_has_no_asynchronous_method() =>
        Assert.All(Files, f => Assert.DoesNotMatch(@"\b(async|await)\b", Comment().Replace(Repository.Read(f), "")));

    [GeneratedRegex(
        @"(?<![\w.])(MicroPoints\.)?(?<folder>Streams|Identity|Chambers|Imports|Activities|Ledger|Rulesets|Standings|Claims|Rounds)"
        + @"(?=[.;][A-Z\r\n])")]
    private static partial Regex Folder();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
