using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Answers an objection, and lists everyone whom the answer moved.</summary>
internal static class AnswerObjectionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/objections/{objection}/answer", Handle).Needs(Role.Approver).Takes().TakesLong()
        .Is("answerObjection", Tags.Rounds, "Answer an objection",
            "An accepted one admits entries recorded after the freeze; where that moves a chamber, a new notice is needed "
            + "before the decision.")
        .Takes(WireJson.Default.AnswerToRecord, CeremonySamples.Answer)
        .Gives(201, "It is recorded.", WireJson.Default.RecordedAnswer, CeremonySamples.Answered)
        .Gives(200, "A replay: it was answered so already.", WireJson.Default.RecordedAnswer,
            CeremonySamples.Answered with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var objection = call.Objection();
        var given = CeremonyReading.Read(await call.Body(WireJson.Default.AnswerToRecord));
        var answered = await call.InTurn(() => call.Workspace.Rounds
            .AnswerObjection(round.Id, objection, given, call.Actor, null, call.Cancel).AsTask());
        if (answered.Answer is Answer.Refused refused) return ProblemAnswer.Of(refused);
        var (step, etag) = await call.StepOf(round.Id, answered.Answer);
        return new JsonAnswer<RecordedAnswer>(step.Answer == SendingAnswer.Recorded ? 201 : 200,
            new RecordedAnswer(step.Answer, step.Sequence, step.Hash, step.Round, step.Id, step.Recorded,
                CeremonyOut.Moved(answered.Moved)), WireJson.Default.RecordedAnswer)
        {
            ETag = etag,
        };
    }
}
