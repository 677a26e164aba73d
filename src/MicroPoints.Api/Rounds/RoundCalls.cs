using MicroPoints.Contracts;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Streams;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>What the endpoints of rounds share.</summary>
internal static class RoundCalls
{
    /// <summary>The round in the address, where it is open and its scope is within the key's.</summary>
    /// <exception cref="ProblemException">A foreign round is as unknown as one that is nowhere.</exception>
    public static async ValueTask<RoundState> Round(this Call call)
    {
        var text = call.Route("round");
        if (RoundId.IsValid(text) && new RoundId(text) is var round
            && await call.Workspace.RoundScopes.Of(round, call.Cancel) is { } scope && call.Actor.Scope.Contains(scope))
            return await call.Workspace.Rounds.Load(round, call.Cancel);
        throw new ProblemException(Refusal.RoundUnknown, $"'{text}' is not a round that this key reaches");
    }

    /// <summary>Answers a step with the round as it stands after it.</summary>
    public static async ValueTask<IResult> Stepped(this Call call, RoundId round, Answer answer) => answer switch
    {
        Answer.Recorded { Entries: [var entry, ..] } => await Step(call, round, entry, SendingAnswer.Recorded),
        Answer.Exists exists => await Step(call, round, exists.First, SendingAnswer.Exists),
        Answer.Refused refused => ProblemAnswer.Of(refused),
        _ => throw new InvariantException("an answer is recorded, exists or refused"),
    };

    private static async ValueTask<IResult> Step(Call call, RoundId round, SealedEntry entry, SendingAnswer answer)
    {
        var state = await call.Workspace.Rounds.Load(round, call.Cancel);
        var isNew = answer == SendingAnswer.Recorded;
        return new JsonAnswer<RecordedRoundStep>(isNew ? 201 : 200,
            new RecordedRoundStep(answer, entry.Sequence, entry.Hash.ToString(), RoundOut.Details(state),
                entry.Id.Value, entry.At),
            WireJson.Default.RecordedRoundStep)
        {
            Location = isNew && entry.Body is RoundOpened ? $"/api/v1/rounds/{round}" : null,
            ETag = ETags.Of(state.Head),
        };
    }
}
