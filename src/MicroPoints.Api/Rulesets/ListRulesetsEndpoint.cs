using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists published rulesets with their versions.</summary>
internal static class ListRulesetsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rulesets", Handle).Needs(Need.Readers).Takes()
        .Is("listRulesets", Tags.Rulesets, "List rulesets", "Published for everybody; which of them count where is said by adoptions.")
        .Gives(200, "Every ruleset.", WireJson.Default.RulesetList, Samples.Rulesets);

    private static async Task<IResult> Handle(Call call)
    {
        var summaries = new List<RulesetSummary>();
        foreach (var id in await PublishedRulesets.Ids(call))
        {
            var versions = new List<RulesetVersion>();
            foreach (var published in (await PublishedRulesets.Versions(call, id)).Versions)
            {
                var (ruleset, _) = await call.Workspace.Library.Get(
                    id, Digest.Of(published.Bytes.Span), call.Workspace.Kinds, call.Cancel);
                versions.Add(new RulesetVersion(ruleset.Version, ruleset.Hash.ToString(), ruleset.Title.Zh, ruleset.Sample,
                    ruleset.Adoptable.From, ruleset.Adoptable.Until));
            }
            if (versions.Count > 0) summaries.Add(new RulesetSummary(id, versions[^1].Title, versions));
        }
        return new JsonAnswer<RulesetList>(200, new RulesetList(summaries), WireJson.Default.RulesetList);
    }
}
