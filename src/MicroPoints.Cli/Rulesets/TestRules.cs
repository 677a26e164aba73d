using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Cli;

/// <summary>Runs the tests that stand beside rulesets.</summary>
internal static class TestRules
{
    private static readonly Argument<string[]> Files = new(
        "file")
    {
        Description = "ruleset files, each with its tests beside it as N.test.yaml, or folders that hold some",
        Arity = ArgumentArity.OneOrMore
    };

    public static Command Build() => new Verb("test", "run the tests beside rulesets 测试办法",
        "rules test rulesets", "rules test rulesets/micro-points/micro-points.yaml")
        .With(Files, RuleFiles.Activities).Does((parsed, _) => Task.FromResult(Run(parsed)), Reach.Files);

    private static int Run(ParseResult parsed)
    {
        var ran = RuleFiles.Among(parsed.GetValue(Files)!).Select(RuleFiles.RulesetOf).Select(f => RunFile(parsed, f)).ToList();
        var outcomes = ran.SelectMany(r => r.Outcomes.Select(o => (File: RuleFiles.TestsOf(r.File), Outcome: o))).ToList();
        var gaps = ran.Sum(r => r.Gaps);
        var failed = outcomes.Where(o => !o.Outcome.Passes).ToList();
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                json.WriteNumber("passed", outcomes.Count - failed.Count);
                json.WriteNumber("failed", failed.Count);
                json.WriteNumber("untested", gaps);
                json.WriteStartArray("failures");
                foreach (var (file, outcome) in failed)
                    json.WriteStringValue(string.Create(CultureInfo.InvariantCulture,
                        $"{file}:{outcome.Case.Line}: {outcome.Case.Name}: {string.Join("; ", outcome.Mismatches)}"));
                json.WriteEndArray();
            });
        else
        {
            foreach (var (file, outcome) in failed)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{file}:{outcome.Case.Line}: failed: {outcome.Case.Name}"));
                foreach (var mismatch in outcome.Mismatches) Console.WriteLine($"    {mismatch}");
            }
            if (gaps > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{gaps} line(s), value(s) or setting(s) that no test names: 'rules check --tests' lists them"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{outcomes.Count - failed.Count} passed, {failed.Count} failed"));
        }
        return failed.Count == 0 ? ExitCode.Fine : ExitCode.No;
    }

    private static (string File, IReadOnlyList<RuleTestOutcome> Outcomes, int Gaps) RunFile(ParseResult parsed, string file)
    {
        var kinds = RuleFiles.Kinds(parsed, file);
        var ruleset = RuleFiles.Ruleset(file, kinds);
        if (ruleset.Ruleset is null) throw CliFailure.No(
            $"{file} has errors", [.. ruleset.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
        var tests = RuleFiles.TestsOf(file);
        var suite = RuleTestFile.Read(Common.ReadFile(tests), tests, ruleset.Ruleset, kinds);
        return suite.Suite is { } cases
            ? (file, new RuleTestRunner(ruleset.Ruleset, kinds).Run(cases), RuleTestCoverage.Of(ruleset, cases).Count)
            : throw CliFailure.No($"{tests} has errors",
                [.. suite.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
    }
}
