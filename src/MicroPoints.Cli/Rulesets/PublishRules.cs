using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>
/// Publishes a ruleset file: it must have no errors, and the tests beside it must pass. An activities file is told by what it says.
/// </summary>
internal static class PublishRules
{
    private static readonly Argument<string> File = new("file")
    { Description = "the ruleset file, its tests beside it as N.test.yaml; or the next activities file" };

    public static readonly Option<string?> WithoutTests = new("--without-tests")
    { Description = "publish a new version that has no tests, and say why", HelpName = "REASON" };

    public static Command Build() => new Verb("publish",
            "freeze a version of a ruleset by its hash, so that regions may adopt it; or put activities in force 发布办法或积分事项目录",
            "rules publish rulesets/micro-points/micro-points.yaml",
            "rules publish county-points.yaml --without-tests 县里首次试行，测试随后补",
            "rules publish rulesets/activities.yaml")
        .With(File, WithoutTests, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetValue(File)!;
        var bytes = Common.ReadFile(path);
        if (ActivitiesFile.IsOne(bytes)) return await PublishActivities.Run(parsed, path, bytes, cancel);
        await using var store = await OpenStore.Open(parsed, cancel);
        var (answer, ruleset) = await Publish(
            store.Workspace, Beside(parsed, path, bytes), Common.Actor(parsed), cancel);
        var entry = Written.Of(answer.Answer);
        return Answers.Print(Common.Output(parsed), entry,
            $"发布 {ruleset.Name}，{(answer.Tested is { } tested ? $"测试通过 {tested.Passed} 项" : "没有测试")}，sha256 {ruleset.Hash}");
    }

    /// <summary>The file with the tests beside it, or with the reason why there are none.</summary>
    public static RulesetToPublish Beside(ParseResult parsed, string path, byte[] bytes)
    {
        var tests = RuleFiles.TestsOf(path);
        return new RulesetToPublish(
            path, bytes, System.IO.File.Exists(tests) ? Common.ReadFile(tests) : null, parsed.GetValue(WithoutTests));
    }

    /// <summary>Publishes, or ends the verb and says every error and every test that failed.</summary>
    public static async Task<(PublishAnswer Answer, MicroPoints.Rulesets.Ruleset Ruleset)> Publish(
        Workspace workspace, RulesetToPublish wanted, Actor by, CancellationToken cancel)
    {
        var path = wanted.File;
        var answer = await new RulePublishing(workspace, YamlRules.Instance).Publish(wanted, by, cancel);
        if (answer.Answer is Answer.Refused refused)
        {
            if (refused.Reason == Refusal.RulesetUntested) throw CliFailure.Refused(refused.Reason,
                $"{path} has no tests beside it ({RuleFiles.TestsOf(path)}): write some, or give --without-tests and the reason");
            string[] problems = [.. answer.Found.Errors.Select(e => e.In(path)), .. answer.Tested?.Failures ?? []];
            if (problems.Length > 0) throw CliFailure.No($"{path} is not published: {refused.Detail}", problems);
            throw CliFailure.Refused(refused.Reason, refused.Detail);
        }
        return (answer, answer.Ruleset!);
    }
}
