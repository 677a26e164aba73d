using MicroPoints.Contracts;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
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

    /// <summary>The objection in the address, as its id.</summary>
    /// <exception cref="ProblemException">It is no id that an objection could have.</exception>
    public static EntryId Objection(this Call call) => call.Route("objection") is var text && EntryId.IsValid(text) ? new EntryId(text)
        : throw new ProblemException(Refusal.ObjectionUnknown, $"'{text}' is not an objection to this round");

    /// <summary>The use in the address, as its id.</summary>
    /// <exception cref="ProblemException">It is no id that a use could have.</exception>
    public static EntryId Use(this Call call) => call.Route("use") is var text && EntryId.IsValid(text) ? new EntryId(text)
        : throw new ProblemException(Refusal.UseUnknown, $"'{text}' is not a use of this round's result");

    /// <summary>Answers a step with the round as it stands after it.</summary>
    public static async ValueTask<IResult> Stepped(this Call call, RoundId round, Answer answer)
    {
        if (answer is Answer.Refused refused) return ProblemAnswer.Of(refused);
        var (step, etag) = await call.StepOf(round, answer);
        return new JsonAnswer<RecordedRoundStep>(step.Answer == SendingAnswer.Recorded ? 201 : 200, step,
            WireJson.Default.RecordedRoundStep)
        {
            Location = answer is Answer.Recorded { Entries: [{ Body: RoundOpened }, ..] } ? $"/api/v1/rounds/{round}" : null,
            ETag = etag,
        };
    }

    /// <summary>A step that was accepted, with the round as it stands after it, and the round's ETag.</summary>
    public static async ValueTask<(RecordedRoundStep Step, string ETag)> StepOf(this Call call, RoundId round, Answer answer)
    {
        var (entry, sending) = answer switch
        {
            Answer.Recorded { Entries: [var first, ..] } => (first, SendingAnswer.Recorded),
            Answer.Exists exists => (exists.First, SendingAnswer.Exists),
            _ => throw new InvariantException("an accepted step is recorded or exists"),
        };
        var state = await call.Workspace.Rounds.Load(round, call.Cancel);
        return (new RecordedRoundStep(sending, entry.Sequence, entry.Hash.ToString(),
            RoundOut.Details(state, call.Actor.SeesWords), entry.Id.Value, entry.At), ETags.Of(state.Head));
    }
}
