using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Says what a scorecard would be with some more activities; nothing is written.</summary>
internal static class SupposeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/chambers/{chamber}/what-if", Handle).Needs(Need.Readers).Takes(Ask.Ruleset, Ask.Period)
        .Is("suppose", Tags.Standings, "Say what a scorecard would be",
            "Takes what recording together takes, judges it as recording would, and writes nothing. Other chambers stay as they are. "
            + "For a key that is not shown reasons, an id that is in the ledger is existing, whatever else its line says.")
        .Takes(WireJson.Default.ActivityBatch, new ActivityBatch { Activities = [Samples.Visit] })
        .Gives(200, "The scorecard now and then.", WireJson.Default.WhatIfAnswer, StandingSamples.WhatIf)
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        // Whoever may read the scorecard may ask: it is judged as a clerk's recording would be, and nothing is written.
        var clerk = call.Actor with { Role = Role.Clerk };
        var (sent, unfit) = await BatchReading.Body(call);
        if (unfit is not null) return unfit;
        var (commands, places, refused) = await BatchReading.Read(
            call, chamber, clerk, sent, await BatchReading.PassedOver(call, chamber, sent.Select(s => s?.Id)));
        if (refused is not null) return refused;
        var judged = commands.Count == 0 ? null : await call.Workspace.Chambers.Preview(chamber, clerk, commands, call.Cancel);
        if (judged is BatchAnswer.Refused bad) return BatchReading.Refused(bad, places);
        var asked = await AskedCard.Of(call, chamber, "what-if");
        return new JsonAnswer<WhatIfAnswer>(200, AdviceOut.Supposed(asked.Answer, asked.Card, judged as BatchAnswer.Accepted, sent.Count),
            WireJson.Default.WhatIfAnswer);
    }
}
