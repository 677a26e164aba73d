using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Divides a chamber; each successor carries only what it is allocated.</summary>
internal static class SplitChamberEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/split", Handle).Needs(Role.Approver).Takes().TakesLong()
        .Is("splitChamber", Tags.Chambers, "Divide a chamber",
            "Each successor carries only the events that it is allocated; what nobody gets stays behind. Sending the same again "
            + "completes what broke off and repeats nothing.")
        .Takes(WireJson.Default.SplitToRecord, LineageSamples.Split)
        .Gives(201, "It is divided.", WireJson.Default.RecordedLineage, LineageSamples.Done with { Id = "split-2026" })
        .Gives(200, "A replay: it was divided already.", WireJson.Default.RecordedLineage,
            LineageSamples.Done with { Id = "split-2026", Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var sent = await call.Body(WireJson.Default.SplitToRecord);
        var id = WireText.Id(sent.Id, "$.id");
        WireText.CheckDay(sent.On, "$.on");
        var shares = new List<SplitShare>();
        foreach (var share in Reading.Items(sent.Shares, "$.shares"))
            shares.Add(await Share(call, share, sent.On, $"$.shares[{shares.Count}]"));
        return LineageCalls.Answered(id, await call.Workspace.Lineage.Split(
            new SplitChamber(id, chamber, sent.On, shares), call.Actor, call.Cancel));
    }

    private static async ValueTask<SplitShare> Share(Call call, ShareOfSplit sent, DateOnly on, string at) => new(
        await call.Successor(sent.Chamber, sent.Register, $"{at}.chamber"),
        LineageCalls.Register(sent.Register, on, $"{at}.register"),
        (sent.Allocated ?? []).Select((entry, i) => WireText.Id(entry, $"{at}.allocated[{i}]")).ToHashSet(),
        LineageCalls.Restated(sent.States, on, call.Workspace.Kinds, $"{at}.states"));
}
