using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows which rulesets count in a region, whose decision each is, and every setting in force.</summary>
internal static class ShowRegionRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/regions/{region}/rules", Handle).Needs(Need.Readers).Takes(Ask.AsOf)
        .Is("showRegionRules", Tags.Rulesets, "Show the rulesets of a region", "Its own, or inherited from the nearest region above.")
        .Gives(200, "The rulesets.", WireJson.Default.RegionRules, new RegionRules("990101", new DateOnly(2026, 6, 30),
            [new RuleInForce("micro-points", "2026.1", Samples.Hash, "乡镇街道商会“微积分”年度积分办法（样本）", new DateOnly(2026, 1, 1), "00",
                Sample: true, [new SettingInForce("party-limit", "应建未建党组织限制等次", SettingShape.Switch, Set: false, Switch: true)])]))
        .Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var text = call.Route("region");
        var region = call.Region(text, _ => new ProblemException(
            Fault.RegionUnknown, $"region {text} is not one that this key reaches"));
        var workspace = call.Workspace;
        var at = AsOf.On(call.DayOf(Ask.AsOf) ?? workspace.Today);
        var rules = new List<RuleInForce>();
        foreach (var adopted in workspace.Regions.AdoptionsOf(region, at))
        {
            var (by, adoption) = workspace.Regions.InForce(adopted.Ruleset, region, at)!.Value;
            var (ruleset, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, call.Cancel);
            rules.Add(new RuleInForce(ruleset.Id, ruleset.Version, adoption.Hash.ToString(), ruleset.Title.Zh, adoption.From, by.Value,
                ruleset.Sample, [.. ruleset.Settings.Select(s => Value(s, adoption.Settings))]));
        }
        return new JsonAnswer<RegionRules>(200, new RegionRules(region.Value, at.Day, rules), WireJson.Default.RegionRules);
    }

    private static SettingInForce Value(Setting setting, IReadOnlyDictionary<string, SettingValue> settings)
    {
        var isSet = settings.TryGetValue(setting.Id, out var set);
        var value = isSet ? set! : setting.Default;
        return setting.Type switch
        {
            SettingType.Switch => new SettingInForce(
                setting.Id, setting.Title.Zh, SettingShape.Switch, isSet, Switch: value.Switch),
            SettingType.Number => new SettingInForce(
                setting.Id, setting.Title.Zh, SettingShape.Number, isSet, Number: WireNumber.Of(value.Hundredths)),
            SettingType.List => new SettingInForce(
                setting.Id, setting.Title.Zh, SettingShape.List, isSet, List: value.List),
        };
    }
}
