using System.Text.Json.Nodes;
using MicroPoints.Rulesets.Yaml.Tests.Mutants;

namespace MicroPoints.Rulesets.Yaml.Tests.Schemas;

/// <summary>The schemas that editors use accept every shipped file, and refuse the shapes that the reader refuses.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Rulesets = Schema("ruleset"), Tests = Schema("ruleset-test"), Activities = Schema("activities");

    /// <summary>Codes of shape: what a file looks like, wherever its ids lead.</summary>
    private static readonly string[] Shape =
    [
        "YAML020", "YAML021", "YAML022", "YAML023", "YAML024", "YAML025", "YAML026", "YAML027", "YAML029", "YAML030", "YAML031",
        "YAML033", "YAML035", "YAML036", "YAML037", "YAML038", "YAML040", "YAML041", "KIND002", "KIND003", "KIND006", "KIND008",
        "RULE022", "RULE023", "RULE024", "RULE025", "RULE032", "RULE041", "RULE042", "RULE043", "RULE045", "RULE047", "RULE048", "RULE049",
        "RULE058", "RULE061", "TEST006", "TEST007", "TEST010", "TEST011", "TEST017",
    ];

    /// <summary>What the reader refuses and a schema cannot, or does not, say.</summary>
    private static readonly IReadOnlyDictionary<string, string> KnownDifferences = new Dictionary<string, string>
    {
        ["four-good YAML031"] = "30 February has the form of a day; a schema has no calendar",
        ["incentive-policy YAML026"] = "to an editor a plain 2026-01-01 is the same text as a quoted one",
        ["vitality.test TEST007"] = "which kinds are keyed stands in the activities file",
        ["micro-points.test TEST011"] = "a schema compares no two numbers",
    };

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(ShippedFiles.Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(ShippedFiles.Folder, f)).Order(StringComparer.Ordinal)];

    public static TheoryData<int, string> Shapes => MutantTable.Cases(m => Shape.Contains(m.Code));

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_file_conforms_to_its_schema(string file)
    {
        var document = YamlAsJson.Read(File.ReadAllBytes(Path.Combine(ShippedFiles.Folder, file)));
        Assert.IsType<JsonObject>(document);
        Assert.Empty(Of(file).Judge(document));
        // The first line of a file tells the editor which schema it is; it must be there.
        var first = File.ReadLines(Path.Combine(ShippedFiles.Folder, file)).First();
        var named = first.Split("$schema=")[1];
        Assert.True(File.Exists(Path.Combine(ShippedFiles.Folder, Path.GetDirectoryName(file)!, named)), first);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void A_schema_refuses_a_shape_that_the_reader_refuses(int index, string name)
    {
        var mutant = MutantTable.All[index];
        Assert.Equal(name, mutant.ToString());
        var refused = Of(mutant.File + ".yaml").Judge(YamlAsJson.Read(mutant.Bytes)).Count > 0;
        Assert.Equal(!KnownDifferences.ContainsKey(Short(mutant)), refused);
        if (mutant.MendedBytes is { } mended) Assert.Empty(Of(mutant.File + ".yaml").Judge(YamlAsJson.Read(mended)));
    }

    [Fact]
    public void Every_known_difference_is_one_of_the_slips() =>
        Assert.Empty(KnownDifferences.Keys.Except(MutantTable.All.Where(m => Shape.Contains(m.Code)).Select(Short)));

    private static string Short(Mutant mutant) => $"{mutant.File} {mutant.Code}";

    private static JsonSchema Of(string file) => Path.GetFileName(file) == "activities.yaml" ? Activities
        : file.EndsWith(".test.yaml", StringComparison.Ordinal) ? Tests : Rulesets;

    private static JsonSchema Schema(string name) => JsonSchema.Read(Path.Combine(ShippedFiles.Folder, name + ".schema.json"));
}
