using MicroPoints.Chambers;
using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Ends a chamber without a successor.</summary>
internal static class DissolveChamberEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/dissolution", Handle).Needs(Role.Approver).Takes()
        .Is("dissolveChamber", Tags.Chambers, "Dissolve a chamber", "Without a successor. What it did stays in its ledger.")
        .Takes(WireJson.Default.DissolutionToRecord, LineageSamples.Dissolution)
        .Gives(201, "It has ended.", WireJson.Default.RecordedEntry, RecordedOut.Sample)
        .Gives(200, "A replay: it had ended so already.", WireJson.Default.RecordedEntry,
            RecordedOut.Sample with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var sent = await call.Body(WireJson.Default.DissolutionToRecord);
        WireText.CheckDay(sent.On, "$.on");
        var command = new ChangeChamber(new DissolveChamber(WireText.Id(sent.Id, "$.id"), sent.On));
        return RecordedOut.Of(call, await call.Workspace.Chambers.Run(
            chamber, call.Actor, call.AtExpectedHead(command), call.Cancel), hasHead: true);
    }
}
