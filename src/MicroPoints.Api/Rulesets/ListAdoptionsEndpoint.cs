using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists the rulesets that count for a region, its own adoptions or inherited ones.</summary>
internal static class ListAdoptionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/adoptions", Handle).Needs(Need.Readers).Takes(Ask.Region, Ask.AsOf)
        .Is("listAdoptions", Tags.Rulesets, "List the adoptions that count for a region")
        .Gives(200, "Its own or inherited ones.", WireJson.Default.AdoptionList, Samples.Adoptions).Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var region = call.ScopeOf(Ask.Region);
        var day = call.DayOf(Ask.AsOf) ?? call.Workspace.Today;
        var adoptions = new List<AdoptionDetails>();
        foreach (var adopted in call.Workspace.Regions.AdoptionsOf(region, AsOf.On(day)))
        {
            var (ruleset, _) = await call.Workspace.Library.Get(
                adopted.Ruleset, adopted.Hash, call.Workspace.Kinds, call.Cancel);
            adoptions.Add(new AdoptionDetails(adopted.Ruleset, adopted.Version, adopted.Hash.ToString(), adopted.From,
                SettingValues.Write(adopted.Settings, ruleset)));
        }
        return new JsonAnswer<AdoptionList>(200, new AdoptionList(region.Value, day, adoptions), WireJson.Default.AdoptionList);
    }
}
