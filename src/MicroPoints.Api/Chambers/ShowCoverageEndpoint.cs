using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows how far recording reaches, region by region, and where its blind spots are.</summary>
internal static class ShowCoverageEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/coverage", Handle).Needs(Need.Readers).Takes(Ask.Scope, Ask.Period, Ask.AsOf, Ask.KnownAt)
        .Is("showCoverage", Tags.Chambers, "Show how far recording reaches", "Regions in order of code; it ranks nobody.")
        .Gives(200, "The coverage.", WireJson.Default.CoverageReport, new CoverageReport("99", "2026", new DateOnly(2026, 6, 30),
            Samples.Coverage with { Region = "99" }, [Samples.Coverage], Samples.Stamp))
        .Refuses(404, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var scope = call.ScopeOf();
        var day = call.DayOf(Ask.AsOf) ?? call.Workspace.Today;
        if (day > call.Workspace.Today) return ProblemAnswer.Of(Refusal.OnInFuture,
            $"asOf {Calendar.Text(day)} is after today, {Calendar.Text(call.Workspace.Today)}");
        var at = new AsOf(day, call.InstantOf(Ask.KnownAt) ?? AsOf.Everything);
        var period = call.PeriodOf() ?? Period.Year(day.Year);
        var coverage = await call.Workspace.Coverage.Of(scope, period, at, call.Cancel);
        return new JsonAnswer<CoverageReport>(200, new CoverageReport(scope.Value, period.ToString(), coverage.At.Day,
            Row(coverage.Whole), [.. coverage.Regions.Select(Row)], coverage.Stamp), WireJson.Default.CoverageReport);
    }

    private static CoverageRow Row(RegionCoverage region) => new(
        region.Region.Value, region.Chambers, region.Active, region.Activities, [.. region.NeverRecorded.Select(k => k.Value)]);
}
