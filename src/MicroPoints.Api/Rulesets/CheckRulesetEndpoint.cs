using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Checks a ruleset file without keeping it.</summary>
internal static class CheckRulesetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var checker = routes.ServiceProvider.GetRequiredService<IRulesetChecker>();
        routes.Post("/rulesets/check", call => Handle(call, checker)).Needs(Need.Readers).Takes()
            .Is("checkRuleset", Tags.Rulesets, "Check a ruleset file", "Every diagnostic with its place and what to write instead.")
            .TakesYaml("ruleset: micro-points\nversion: '2026.1'\n")
            .Gives(200, "What was found.", WireJson.Default.RulesetCheck, Samples.Check).Refuses(413, 415);
    }

    private static async Task<IResult> Handle(Call call, IRulesetChecker checker)
    {
        var bytes = await JsonIn.ReadBytes(call.Http, Limits.RulesetBytesMax);
        return bytes.Length == 0
            ? ProblemAnswer.Of(Fault.RequestInvalid, "the body is empty: send the ruleset's YAML")
            : new JsonAnswer<RulesetCheck>(200, checker.Check(bytes, call.Workspace.Kinds), WireJson.Default.RulesetCheck);
    }
}
