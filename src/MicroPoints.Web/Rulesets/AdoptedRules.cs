using System.Text;
using MicroPoints.Documents;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>The rulesets in force for a desk's region, as they are read and printed.</summary>
internal static class AdoptedRules
{
    /// <summary>Every ruleset that counts here, the desk's own first.</summary>
    public static async Task<IReadOnlyList<RulesetSource>> All(Desk desk)
    {
        var found = new List<RulesetSource>();
        foreach (var adoption in desk.Workspace.Regions.AdoptionsOf(desk.Scope, AsOf.On(desk.Workspace.Today)))
            found.Add(await Source(desk, adoption, stamp: null));
        return [.. found.OrderByDescending(s => s.Ruleset.Id == RulesOfCounty.Annual(desk))];
    }

    /// <summary>Null where it is not adopted here.</summary>
    public static async Task<RulesetSource?> Of(Desk desk, string id, string? stamp = null) =>
        desk.Workspace.Regions.AdoptionOf(id, desk.Scope, AsOf.On(desk.Workspace.Today)) is { } adoption
            ? await Source(desk, adoption, stamp) : null;

    /// <summary>The print as a file of its own, in both languages.</summary>
    public static async Task<IResult> Html(Desk desk, IActivitySearch search, string id)
    {
        var stamp = (await search.Find(new ChamberQuery(desk.Scope) { Limit = 1 }, desk.Cancel)).Stamp;
        if (await Of(desk, id, stamp) is not { } source) return Results.NotFound();
        var html = HtmlPrint.Write(RulesPrint.Of(source), desk.IsEnglish ? PrintLanguage.Both : PrintLanguage.Chinese);
        return Results.File(Encoding.UTF8.GetBytes(html), "text/html", RulesetFiles.NameOf(source, ".html"));
    }

    private static async Task<RulesetSource> Source(Desk desk, RulesetAdopted adoption, string? stamp)
    {
        var kinds = desk.Workspace.Kinds;
        var (published, _) = await desk.Workspace.Library.Get(adoption.Ruleset, adoption.Hash, kinds, desk.Cancel);
        var ruleset = published.WithListsOf(adoption.Settings, kinds);
        return new RulesetSource(ruleset, new Values(ruleset, adoption.Settings), kinds, stamp);
    }
}
