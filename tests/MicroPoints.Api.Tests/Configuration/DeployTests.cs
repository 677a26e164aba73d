using System.Text.RegularExpressions;
using MicroPoints.Server;
using YamlDotNet.RepresentationModel;

namespace MicroPoints.Api.Tests;

/// <summary>What <c>deploy/</c> says can be read, and sets only what there is to set.</summary>
public sealed partial class DeployTests
{
    /// <summary>Put into other variables by compose itself.</summary>
    private static readonly string[] OfCompose = ["MICROPOINTS_PASSWORD"];

    internal static readonly string Folder = Path.Combine(Root(), "deploy");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories);

    [Fact]
    public void Every_variable_that_is_set_is_a_setting()
    {
        var variables = Files.SelectMany(f => Variable().Matches(File.ReadAllText(f))).Select(m => m.Value)
            .Distinct().Except(OfCompose).ToList();
        Assert.InRange(variables.Count, 6, 40);
        Assert.All(variables, variable =>
        {
            try { OptionsReader.Read([], null, new Dictionary<string, string> { [variable] = "x" }); }
            catch (ConfigurationException e) { Assert.DoesNotContain(e.Errors, error => error.Contains("is not a setting")); }
        });
    }

    [Fact]
    public void Every_document_is_YAML_and_every_probe_is_an_address_of_the_server()
    {
        var documents = Files.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(f =>
        {
            var stream = new YamlStream();
            using var text = File.OpenText(f);
            stream.Load(text);
            return stream.Documents;
        }).ToList();
        Assert.Equal(2 + 3 + 4, documents.Count);
        var probes = documents.SelectMany(d => d.AllNodes.OfType<YamlMappingNode>()).Where(n => n.Children.ContainsKey("httpGet"))
            .Select(n => n["httpGet"]["path"].ToString()).ToList();
        Assert.Equal(4, probes.Count);
        Assert.All(probes, p => Assert.Contains(p, (string[])["/health/ready", "/health/live"]));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MicroPoints.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run in a clone of the repository");
    }

    [GeneratedRegex("MICROPOINTS_[A-Z_]+")]
    private static partial Regex Variable();
}
