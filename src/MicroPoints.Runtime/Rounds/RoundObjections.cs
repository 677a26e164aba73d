using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>An objection to be typed in.</summary>
/// <param name="Chamber">The chamber it is about; null for the list as a whole.</param>
public sealed record ObjectionToReceive(ChamberId? Chamber, DateOnly ReceivedOn, string Who, string What);

/// <summary>An answer to be given.</summary>
/// <param name="Entries">Of an accepted one, what is admitted: entries recorded after the freeze.</param>
public sealed record AnswerToGive(bool IsAccepted, string Reason, IReadOnlyList<(ChamberId Chamber, EntryId Entry)> Entries);

/// <summary>What an answer came to.</summary>
/// <param name="Moved">Every chamber whose points, grade, place or outcome it moved.</param>
public sealed record AnsweredObjection(Answer Answer, IReadOnlyList<MovedChamber> Moved);

/// <summary>Objections to what a round noticed.</summary>
public partial class RoundService
{
    /// <summary>Types in an objection; the id is the objection's own.</summary>
    public ValueTask<Answer> Receive(
        RoundId round, EntryId id, ObjectionToReceive objection, Actor by, CancellationToken cancel) =>
        Run(round, new ReceiveObjection(id, objection.Chamber, objection.ReceivedOn, objection.Who, objection.What), by, cancel);

    /// <summary>Answers an objection. Where it is accepted, everyone who moves is listed, and a new notice is needed.</summary>
    public async ValueTask<AnsweredObjection> AnswerObjection(RoundId round, EntryId objection, AnswerToGive given, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("answer");
        var state = await Load(round, cancel);
        if (state.Locked is null) return new AnsweredObjection(NotLocked(state), []);
        var (refused, admitted) = await Admissible(state, given.Entries, cancel);
        if (refused is not null) return new AnsweredObjection(refused, []);
        // An objection is answered once, so its answer's id follows from its own.
        var answer = await Run(round, new AnswerObjection(new EntryId($"answer-{Digest.OfText(objection.Value).ToString()[..32]}"),
            new RoundObjectionAnswered(objection, given.IsAccepted, admitted), given.Reason), by, cancel);
        return new AnsweredObjection(answer, answer is Answer.Refused ? []
            : await MovedBy(await Load(round, cancel), objection, progress, cancel));
    }

    /// <summary>Every chamber that the answer to an objection moved: the list, again, at any time. Empty where it moved none.</summary>
    public async ValueTask<IReadOnlyList<MovedChamber>> MovedBy(
        RoundState state, EntryId objection, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        state.Objections.Find(objection)?.Answer is { IsAccepted: true } answer
            ? await Moved(state, answer.AdmittedBefore, answer.AdmittedBefore + answer.Admitted.Count, progress, cancel) : [];

    /// <summary>Entries as the log holds them, or why one cannot be admitted.</summary>
    private async ValueTask<(Answer.Refused? Refused, IReadOnlyList<AdmittedEntry> Admitted)> Admissible(
        RoundState state, IReadOnlyList<(ChamberId Chamber, EntryId Entry)> entries, CancellationToken cancel)
    {
        var admitted = new List<AdmittedEntry>();
        foreach (var (chamber, named) in entries)
        {
            if (state.RefuseForeign(chamber) is Decision.Refused foreign)
                return (new Answer.Refused(foreign.Reason, foreign.Detail), []);
            if (await workspace.Log.Find(StreamId.Of(chamber), [named], cancel) is not [var entry])
                return (new Answer.Refused(Refusal.EntryNotFound, $"{named} is not in the ledger of {chamber}"), []);
            admitted.Add(new AdmittedEntry(chamber, named, entry.Sequence, entry.Hash));
        }
        return (null, admitted);
    }
}
