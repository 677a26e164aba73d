using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Cli;

/// <summary>Lists every code that checking rules files can report.</summary>
internal static class RuleCodes
{
    private static readonly Argument<string?> Beginning = new(
        "beginning")
    { Description = "how the codes begin, such as RULE or TEST019", Arity = ArgumentArity.ZeroOrOne };

    public static Command Build() => new Verb("codes", "list the codes that checks report 检查代码",
        "rules codes", "rules codes TEST").With(Beginning).Does((parsed, _) => Task.FromResult(Run(parsed)), Reach.Files);

    private static int Run(ParseResult parsed)
    {
        var beginning = parsed.GetValue(Beginning) ?? "";
        var codes = DiagnosticCodes.All.Where(c => c.Id.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).ToList();
        if (codes.Count == 0) throw CliFailure.No($"no code begins with '{beginning}'");
        if (Common.Output(parsed).IsJson) Output.Object(json => DiagnosticJson.Write(json, codes));
        else foreach (var code in codes) Output.Line($"{code.Id}  {code.SeverityWord,-7}  {code.Summary}");
        return ExitCode.Fine;
    }
}
