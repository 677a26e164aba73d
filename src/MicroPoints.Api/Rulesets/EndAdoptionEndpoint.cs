using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Ends a region's own adoption of a ruleset.</summary>
internal static class EndAdoptionEndpoint
{
    private static readonly AdoptionToEnd Sample = new()
    {
        Id = "end-2027",
        Region = "990101",
        Ruleset = "four-good",
        From = new DateOnly(2027, 1, 1),
        Reason = "改用省里的办法",
    };

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/adoptions/end", Handle).Needs(Role.Approver).Takes()
        .Is("endAdoption", Tags.Rulesets, "End an adoption",
            "From a day on, what a region above adopted counts again; where none did, nothing does. Adopting again later is possible. "
            + "Refused while a round by it is open for the day's period, within a period that was locked by it, and where it was chosen "
            + "for the region's annual rounds.")
        .Takes(WireJson.Default.AdoptionToEnd, Sample)
        .Gives(201, "It is ended.", WireJson.Default.RecordedEntry, RecordedOut.Sample with { Id = Sample.Id })
        .Gives(200, "A replay: it was ended already.", WireJson.Default.RecordedEntry,
            RecordedOut.Sample with { Id = Sample.Id, Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var sent = await call.Body(WireJson.Default.AdoptionToEnd);
        var (id, region) = (WireText.Id(sent.Id, "$.id"), call.RegionReached(sent.Region, "$.region"));
        WireText.CheckDay(sent.From, "$.from");
        return RecordedOut.Of(call, await call.Workspace.End(
            region, new EndAdoption(id, sent.Ruleset, sent.From, sent.Reason), call.Actor, call.Cancel));
    }
}
