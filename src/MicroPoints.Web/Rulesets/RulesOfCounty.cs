using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Web;

/// <summary>The rulesets that count for the county of a desk, and those that it could adopt.</summary>
internal static class RulesOfCounty
{
    /// <summary>In order of id, that of the annual rounds first.</summary>
    public static async ValueTask<IReadOnlyList<Ruleset>> All(Desk desk)
    {
        var rules = new List<Ruleset>();
        foreach (var adoption in desk.Workspace.Regions.AdoptionsOf(desk.Scope, AsOf.On(desk.Workspace.Today)))
            rules.Add((await Read(desk, adoption)).WithListsOf(adoption.Settings, desk.Workspace.Kinds));
        var annual = Annual(desk);
        return [.. rules.OrderBy(r => r.Id != annual)];
    }

    /// <summary>The ruleset by which the county's annual rounds are opened from now on.</summary>
    public static string Annual(Desk desk) =>
        desk.Workspace.Regions.AnnualRulesetOf(desk.Scope, AsOf.On(desk.Workspace.Today)) ?? CountyList.Sample;

    /// <summary>What a ruleset is compared with: its version in force, else that of the annual rounds; null where none counts.</summary>
    public static async ValueTask<Ruleset?> InForce(Desk desk, string ruleset)
    {
        var (regions, today) = (desk.Workspace.Regions, AsOf.On(desk.Workspace.Today));
        return (regions.AdoptionOf(ruleset, desk.Scope, today) ?? regions.AdoptionOf(Annual(desk), desk.Scope, today)) is { } adoption
            ? await Read(desk, adoption) : null;
    }

    public static async ValueTask<Ruleset> Read(Desk desk, RulesetAdopted adoption) =>
        (await desk.Workspace.Library.Get(adoption.Ruleset, adoption.Hash, desk.Workspace.Kinds, desk.Cancel)).Ruleset;

    /// <summary>Every published version, in order of id and of publishing.</summary>
    public static ValueTask<IReadOnlyList<Ruleset>> Published(Desk desk) =>
        desk.Workspace.Library.Published(desk.Workspace.Log, desk.Workspace.Kinds, desk.Cancel);

    /// <summary>Another body decides by it: the county can only assess itself.</summary>
    public static bool IsForeign(Desk desk, Ruleset ruleset) => ruleset.Authority != OpenRound.AuthorityOf(desk.Scope);

    /// <summary>A sample of another body's is there to assess oneself by; its own rules are for that body to adopt.</summary>
    public static bool IsOffered(Desk desk, Ruleset ruleset) => !IsForeign(desk, ruleset) || ruleset.Sample;

    /// <summary>Whether the one signed in may adopt for the county.</summary>
    public static bool MayAdopt(Desk desk) => desk.MayApprove && !desk.Scope.IsNation && desk.Actor.IsAuthority(desk.Scope);

    /// <summary>Whether the one signed in may publish: what is published is there for everybody.</summary>
    public static bool MayPublish(Desk desk) => desk.MayApprove && desk.Actor.IsAuthority(RegionCode.Nation);

    public static Title AuthorityOf(Ruleset ruleset) => ruleset.Authority switch
    {
        "county-federation" => new("县级工商联", "the county federation"),
        "city-federation" => new("市级工商联", "the city federation"),
        "province-federation" => new("省级工商联", "the province federation"),
        "national-federation" => new("全国工商联", "the national federation"),
        "civil-affairs" => new("民政部门", "civil affairs"),
        "social-work" => new("社会工作部门", "the social work department"),
        _ => new(ruleset.Authority),
    };

    public static Title LengthOf(Ruleset ruleset) => ruleset.Period switch
    {
        PeriodLength.TwoYears => new("每两年", "every two years"),
        PeriodLength.Quarter => new("每季度", "each quarter"),
        _ => new("每年", "each year"),
    };
}
