using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Says by which fewest activities a chamber gets further today, and what is left out of advice and why.</summary>
internal static class ShowAdviceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers/{chamber}/advice", Handle).Needs(Need.Readers).Takes(Ask.Ruleset, Ask.Period)
        .Is("showAdvice", Tags.Standings, "Show what a chamber can do to get further",
            "The fewest activities, and of those the fewest kinds, to the next grade and to each outcome, were they done today. "
            + "What the chamber cannot do itself is explained and never advised.")
        .Gives(200, "The advice.", WireJson.Default.AdviceDetails, StandingSamples.Advice).Gives304().Refuses(404, 409, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        var asked = await AskedCard.Of(call, chamber, "advice");
        if (asked.Answer.Advice is not { } advice)
            return ProblemAnswer.Of(Refusal.AdvicePeriodOver, AdviceOut.PeriodOver(asked.Answer.Period));
        if (asked.IsKnown(call)) return ETags.NotModified(asked.ETag!);
        return new JsonAnswer<AdviceDetails>(200,
            AdviceOut.Details(asked.Answer, asked.Card, advice(), call.Workspace.Kinds), WireJson.Default.AdviceDetails)
        {
            ETag = asked.ETag,
        };
    }
}
