using MicroPoints.Documents.Tests.Xlsx;
namespace MicroPoints.Documents.Tests.Rulesets;
public sealed class Scratch(Xunit.Abstractions.ITestOutputHelper o)
{
    [Fact]
    public void Show()
    {
        foreach (var (n, b) in Samples.All)
        {
            var d = Drafted.Of(b);
            o.WriteLine("=== " + n); o.WriteLine(d.Written.Rules);
            foreach (var k in d.Draft.NewKinds) o.WriteLine($"{k.Id} {k.Title} {k.Nature} {k.Measure} {k.Unit} {string.Join(",", k.Options.Select(x => x.Title.Zh))} {string.Join(",", k.Evidence)}");
            foreach (var f in MicroPoints.Rulesets.Yaml.RulesetFile.Read(System.Text.Encoding.UTF8.GetBytes(d.Written.Rules), "d", d.NewKinds).Diagnostics) o.WriteLine(f.ToString());
        }
    }
}
