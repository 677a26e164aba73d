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
        .With(File, WithoutTests, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetValue(File)!;
        var bytes = Common.ReadFile(path);
        if (ActivitiesFile.IsOne(bytes)) return await PublishActivities.Run(parsed, path, bytes, cancel);
        await using var desk = await Place.Open(parsed, cancel);
        var done = await desk.Publish(Beside(parsed, path, bytes), cancel);
        return Answers.Print(Common.Output(parsed), done.Entry,
            $"发布 {done.Ruleset}，{(done.TestsPassed is { } passed ? $"测试通过 {passed} 项" : "没有测试")}，sha256 {done.Hash}");
    }

    /// <summary>The file with the tests beside it, or with the reason why there are none.</summary>
    public static RulesetToPublish Beside(ParseResult parsed, string path, byte[] bytes)
    {
        var tests = RuleFiles.TestsOf(path);
        return new RulesetToPublish(
            path, bytes, System.IO.File.Exists(tests) ? Common.ReadFile(tests) : null, parsed.GetValue(WithoutTests))
        { TestsFile = tests };
    }

    /// <summary>Publishes, or ends the verb and says every error and every test that failed.</summary>
    public static async Task<(PublishAnswer Answer, MicroPoints.Rulesets.Ruleset Ruleset)> Publish(
        Workspace workspace, RulesetToPublish wanted, Actor by, CancellationToken cancel)
    {
        var path = wanted.File;
        var answer = await new RulePublishing(workspace, YamlRules.Instance).Publish(wanted, by, cancel);
        if (answer.Answer is Answer.Refused refused) throw Refused(path, Words.Kebab(refused.Reason.ToString()), refused.Detail,
            [.. answer.Found.Errors.Select(e => e.In(path)), .. answer.Tested?.Failures ?? []]);
        return (answer, answer.Ruleset!);
    }

    /// <summary>Why a file is not published, in the words of whoever typed the verb.</summary>
    /// <param name="problems">Its errors with their places, or its tests that failed.</param>
    public static CliFailure Refused(string path, string refusal, string detail, IReadOnlyList<string> problems) =>
        problems.Count > 0 ? CliFailure.No($"{path} is not published ({refusal}): mend what follows and publish it again", problems)
        : CliFailure.No(refusal == Words.Kebab(nameof(Refusal.RulesetUntested))
            ? $"{refusal}: {path} has no tests beside it ({RuleFiles.TestsOf(path)}): write some, or give --without-tests and the reason"
            : $"{refusal}: {detail}");
}
