using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists what was declared not applicable for chambers of a scope.</summary>
internal static class ListNotApplicableEndpoint
{
    private static readonly Parameter Ruleset = new("ruleset", "Only of this ruleset.", "micro-points");
    private static readonly Parameter Period = new("period", "Only of this period: 2026, 2026Q3 or 2025-2026.", "2026");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/not-applicable", Handle).Needs(Need.Readers).Takes(Ask.Scope, Ruleset, Period)
        .Is("listNotApplicable", Tags.Rulesets, "List what does not apply",
            "By decisions of the scope's regions and of those above it, each with its reason.")
        .Gives(200, "The declarations.", WireJson.Default.NotApplicableList, new NotApplicableList("990101",
            [new NotApplicableDeclaration("990101", "na-x1-2026", "micro-points", "2026", "X1",
                new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero), "key:approver", Reason: "全年未发生突发事件")]))
        .Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (scope, ruleset, period) = (call.ScopeOf(), call.Text(Ruleset), call.PeriodOf());
        var found = new List<NotApplicableDeclaration>();
        foreach (var declared in call.Workspace.Regions.Declarations(scope))
        {
            var declaration = declared.Declaration;
            if (ruleset is not null && declaration.Ruleset != ruleset || period is not null && declaration.Period != period) continue;
            // A region above may have declared it for a chamber elsewhere, which is nobody's business here.
            if (declaration.Chamber is { } chamber
                && !(await call.Workspace.Seats.Of(chamber, call.Cancel) is { } seat && scope.Contains(seat))) continue;
            found.Add(Line(declared));
        }
        return new JsonAnswer<NotApplicableList>(200, new NotApplicableList(scope.Value, found), WireJson.Default.NotApplicableList);
    }

    private static NotApplicableDeclaration Line(DeclaredNotApplicable declared)
    {
        var (declaration, entry) = (declared.Declaration, declared.Entry);
        return new NotApplicableDeclaration(declared.Region.Value, entry.Id.Value, declaration.Ruleset,
            declaration.Period.ToString(), declaration.Indicator, entry.At, entry.By.Value, declaration.Chamber?.Value, entry.ShownReason);
    }
}
