using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Says what another ruleset would have done to the chambers of a scope; nothing is written.</summary>
internal static class WorkOutImpactEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var checks = routes.ServiceProvider.GetRequiredService<IRuleChecks>();
        routes.Post("/rulesets/impact", call => Handle(call, checks)).Needs(Role.Approver).Takes().TakesLong()
            .Is("workOutImpact", Tags.Rulesets, "Work out what another ruleset would have done",
                "Replays a period of a scope under two published versions, or under a draft: from the facts of the sealed round "
                + "where there is one, else from the ledgers as they stand. For those who adopt there; nothing is kept.")
            .Takes(WireJson.Default.ImpactToWorkOut, RulesetSamples.ToWorkOut)
            .Gives(200, "Every chamber under both.", WireJson.Default.ImpactDetails, RulesetSamples.Impact)
            .Refuses(404, 409, 413, 415, 422);
    }

    private static async Task<IResult> Handle(Call call, IRuleChecks checks)
    {
        var sent = await call.Body(WireJson.Default.ImpactToWorkOut, Limits.RulesBodyBytesMax);
        var scope = call.RegionReached(sent.Scope, "$.scope");
        Period? period = sent.Period is { } text ? Reading.Period(text, "$.period") : null;
        var after = await SentRules.InUse(call, checks, sent.After, scope, "$.after");
        var before = sent.Before is { } named ? await SentRules.InUse(call, checks, named, scope, "$.before")
            : await AdoptionImpact.Replaced(call, after.Ruleset.Id, scope)
                ?? throw new ProblemException(ProblemAnswer.Of(Refusal.NothingAdopted,
                    $"nothing is adopted for {scope} that it could be compared with: name a published version", "$.before"));
        await AdoptionImpact.RefuseMany(call, scope, "$.scope");
        var query = new ImpactQuery(before, after, scope,
            period ?? Period.Containing(call.Workspace.Today, before.Ruleset.Period).Previous);
        var impact = await call.InTurn(() => call.Workspace.Impact.Of(query, null, call.Cancel).AsTask());
        return new JsonAnswer<ImpactDetails>(200, ImpactOut.Details(impact), WireJson.Default.ImpactDetails);
    }
}
