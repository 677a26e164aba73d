namespace MicroPoints.Rulesets.Yaml.Tests;
public sealed class Probe(Xunit.Abstractions.ITestOutputHelper o)
{
    [Fact] public void Go()
    {
        var a = ActivitiesFile.Read(File.ReadAllBytes("/work/main/rulesets/activities.yaml"), "activities.yaml");
        foreach (var d in a.Diagnostics) o.WriteLine(d.ToString());
        foreach (var f in Directory.GetFiles("/work/main/rulesets", "*.yaml", SearchOption.AllDirectories).Where(f => !f.EndsWith("test.yaml") && !f.EndsWith("activities.yaml"))) {
        var r = RulesetFile.Read(File.ReadAllBytes(f), Path.GetFileName(f), a.Catalogue!);
        o.WriteLine(f + " " + r.Ruleset?.Name);
        foreach (var d in r.Diagnostics) o.WriteLine(d.ToString());
        var t = f.Replace(".yaml", ".test.yaml"); if (!File.Exists(t)) continue;
        var s = RuleTestFile.Read(File.ReadAllBytes(t), Path.GetFileName(t), r.Ruleset, a.Catalogue!);
        o.WriteLine("cases " + s.Suite?.Cases.Count);
        foreach (var d in s.Diagnostics) o.WriteLine(d.ToString()); }
        foreach (var d in Given.Read(Given.With()).Diagnostics) o.WriteLine(d.ToString());
        foreach (var d in ActivitiesFile.Read(Given.Utf8(Given.Activities), "a").Diagnostics) o.WriteLine(d.ToString());
        Given.Sound(Given.With());
    }
}
