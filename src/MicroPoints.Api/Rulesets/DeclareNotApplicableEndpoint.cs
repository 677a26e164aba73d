using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Declares that an indicator does not apply in a period, for a region or one chamber.</summary>
internal static class DeclareNotApplicableEndpoint
{
    public static readonly NotApplicableToDeclare Sample = new()
    {
        Id = "na-x1-2026",
        Region = "990101",
        Ruleset = "micro-points",
        Period = "2026",
        Indicator = "X1",
        Reason = "全年未发生突发事件",
    };

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/not-applicable", Handle).Needs(Role.Approver).Takes()
        .Is("declareNotApplicable", Tags.Rulesets, "Declare that an indicator does not apply",
            "For every chamber of the region, or for one, in a period; only indicators of which the ruleset allows it.")
        .Takes(WireJson.Default.NotApplicableToDeclare, Sample)
        .Gives(201, "It is declared.", WireJson.Default.RecordedEntry, RecordedOut.Sample with { Id = Sample.Id })
        .Gives(200, "A replay: it was declared already.", WireJson.Default.RecordedEntry,
            RecordedOut.Sample with { Id = Sample.Id, Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var sent = await call.Body(WireJson.Default.NotApplicableToDeclare);
        var (id, region) = (WireText.Id(sent.Id, "$.id"), call.RegionReached(sent.Region, "$.region"));
        var (period, workspace) = (Reading.Period(sent.Period, "$.period"), call.Workspace);
        ChamberId? chamber = sent.Chamber is null ? null : await ChamberOf(call, region, sent.Chamber);
        if (workspace.Regions.AdoptionOf(sent.Ruleset, region, AsOf.On(workspace.Today)) is not { } adoption)
            return ProblemAnswer.Of(Refusal.NothingAdopted, $"'{sent.Ruleset}' is not adopted for {region}", "$.ruleset");
        var (ruleset, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, call.Cancel);
        return RecordedOut.Of(call, await workspace.Declare(region,
            new DeclareNotApplicable(id, ruleset, period, sent.Indicator, chamber, sent.Reason), call.Actor, call.Cancel));
    }

    private static async ValueTask<ChamberId> ChamberOf(Call call, RegionCode region, string text)
    {
        var chamber = await call.ChamberReached(text, "$.chamber");
        return await call.Workspace.Seats.Of(chamber, call.Cancel) is { } seat && region.Contains(seat) ? chamber
            : throw new ProblemException(ProblemAnswer.Of(Refusal.ChamberUnknown,
                $"{chamber} has its seat outside {region}: declare it in a region that holds it", "$.chamber"));
    }
}
