using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Merges a chamber, with others where named, into one.</summary>
internal static class MergeChamberEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/merger", Handle).Needs(Role.Approver).Takes().TakesLong()
        .Is("mergeChamber", Tags.Chambers, "Merge chambers into one",
            "Events are carried to the successor and caps apply once; states are restated. Everything is rehearsed before the first "
            + "entry; sending the same again completes what broke off and repeats nothing.")
        .Takes(WireJson.Default.MergerToRecord, LineageSamples.Merger)
        .Gives(201, "They are merged.", WireJson.Default.RecordedLineage, LineageSamples.Done)
        .Gives(200, "A replay: they were merged already.", WireJson.Default.RecordedLineage,
            LineageSamples.Done with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var sent = await call.Body(WireJson.Default.MergerToRecord);
        var id = WireText.Id(sent.Id, "$.id");
        WireText.CheckDay(sent.On, "$.on");
        var predecessors = new List<ChamberId> { chamber };
        foreach (var (other, i) in (sent.With ?? []).Select((other, i) => (other, i)))
            predecessors.Add(await call.ChamberReached(other, $"$.with[{i}]"));
        var merger = new MergeChambers(id, predecessors, await call.Successor(sent.Into, sent.Register, "$.into"), sent.On,
            LineageCalls.Register(sent.Register, sent.On, "$.register"),
            LineageCalls.Restated(sent.States, sent.On, call.Workspace.Kinds, "$.states"));
        return LineageCalls.Answered(id, await call.Workspace.Lineage.Merge(merger, call.Actor, call.Cancel));
    }
}
