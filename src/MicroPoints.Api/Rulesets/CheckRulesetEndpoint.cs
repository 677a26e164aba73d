using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Checks a ruleset file without keeping it.</summary>
internal static class CheckRulesetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var checks = routes.ServiceProvider.GetRequiredService<IRuleChecks>();
        routes.Post("/rulesets/check", call => Handle(call, checks)).Needs(Need.Readers).Takes()
            .Is("checkRuleset", Tags.Rulesets, "Check a ruleset file", "Every diagnostic with its place and what to write instead.")
            .TakesYaml("ruleset: micro-points\nversion: '2026.1'\n")
            .Gives(200, "What was found.", WireJson.Default.RulesetCheck, Samples.Check).Refuses(413, 415);
    }

    private static async Task<IResult> Handle(Call call, IRuleChecks checks)
    {
        var bytes = await JsonIn.ReadBytes(call.Http, Limits.RulesetBytesMax);
        if (bytes.Length == 0) return ProblemAnswer.Of(Fault.RequestInvalid, "the body is empty: send the ruleset's YAML");
        var found = checks.Check(bytes, default, call.Workspace.Kinds);
        return new JsonAnswer<RulesetCheck>(200, new RulesetCheck(found.Ruleset is not null, SentRules.Diagnostics(found),
            found.Ruleset?.Name, found.Ruleset?.Hash.ToString()), WireJson.Default.RulesetCheck);
    }
}
