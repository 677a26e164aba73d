using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Vetting, notices, objections and papers of rounds over a server.</summary>
internal sealed partial class ServerDesk
{
    public async Task<Written> AskVetting(RoundId round, LetterToRecord letter, CancellationToken cancel) =>
        Step(await _client.AskVetting(round.Value, letter, cancel));

    public async Task<Written> ReplyVetting(RoundId round, ReplyToRecord reply, CancellationToken cancel) =>
        Step(await _client.ReplyVetting(round.Value, reply, cancel));

    public async Task<Written> ReleaseHold(RoundId round, ReleaseToRecord release, CancellationToken cancel) =>
        Step(await _client.ReleaseHold(round.Value, release, cancel));

    public async Task<Written> PostNotice(
        RoundId round, NoticeToRecord notice, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Step(await _client.PostNotice(round.Value, notice, cancel));

    public async Task<Written> ReceiveObjection(RoundId round, ObjectionToRecord objection, CancellationToken cancel) =>
        Step(await _client.ReceiveObjection(round.Value, objection, cancel));

    public async Task<(Written Entry, IReadOnlyList<ChamberMove> Moved)> AnswerObjection(RoundId round, EntryId objection,
        AnswerToRecord answer, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var sent = await _client.AnswerObjection(round.Value, objection.Value, answer, cancel);
        var answered = ServerAccess.Accepted(sent);
        return (new Written(sent is Sent<RecordedAnswer>.Exists, StreamId.Of(round).ToString(), answered.Id, answered.Sequence,
            answered.Hash, answered.Recorded), answered.Moved);
    }

    public async Task<Written> AttachPaper(RoundId round, PaperToRecord paper, CancellationToken cancel) =>
        Step(await _client.AttachPaper(round.Value, paper, cancel));

    public async Task<Written> RecordUse(RoundId round, UseToRecord use, CancellationToken cancel) =>
        Step(await _client.RecordUse(round.Value, use, cancel));

    public async Task<Written> WithdrawUse(RoundId round, EntryId use, UseToWithdraw withdrawal, CancellationToken cancel) =>
        Step(await _client.WithdrawUse(round.Value, use.Value, withdrawal, cancel));

    public async Task<IReadOnlyList<UseDetails>> Uses(RoundId round, CancellationToken cancel)
    {
        var uses = new List<UseDetails>();
        await foreach (var use in _client.ListUses(round.Value, cancel)) uses.Add(use);
        return uses;
    }

    public Task<RoundStepList> RoundSteps(RoundId round, CancellationToken cancel) => _client.GetRoundSteps(round.Value, cancel);

    public Task<MovedList> Moved(RoundId round, EntryId? objection, CancellationToken cancel) => objection is { } named
        ? _client.GetMovedByObjection(round.Value, named.Value, cancel)
        : _client.GetMoved(round.Value, cancel);
}
