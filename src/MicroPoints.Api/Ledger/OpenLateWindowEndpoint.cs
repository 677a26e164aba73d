using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lets late entries into a closed period of one chamber, through a day, with a reason.</summary>
internal static class OpenLateWindowEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/late-windows", Handle).Needs(Role.Approver).Takes()
        .Is("openLateWindow", Tags.Ledger, "Let late entries into a closed period", "Through the end of a day; it is itself recorded.")
        .Takes(WireJson.Default.LateWindowToOpen, new LateWindowToOpen
        {
            Id = "late-2026",
            Period = "2026",
            Through = new DateOnly(2027, 1, 15),
            Reason = "补录十二月事项",
        })
        .Gives(201, "It is open.", WireJson.Default.RecordedEntry, RecordedOut.Sample)
        .Gives(200, "A replay: it was opened already.", WireJson.Default.RecordedEntry,
            RecordedOut.Sample with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var sent = await call.Body(WireJson.Default.LateWindowToOpen);
        WireText.CheckDay(sent.Through, "$.through");
        var command = new OpenLateWindow(
            WireText.Id(sent.Id, "$.id"), Reading.Period(sent.Period, "$.period"), sent.Through, sent.Reason);
        return RecordedOut.Of(call, await call.Workspace.Chambers.Run(
            chamber, call.Actor, call.AtExpectedHead(command), call.Cancel), hasHead: true);
    }
}
