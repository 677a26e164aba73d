using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Rounds;

namespace MicroPoints.Cli;

/// <summary>Vetting, notices, objections and papers of rounds over a data directory or a database.</summary>
internal sealed partial class DirectoryDesk
{
    public async Task<Written> AskVetting(RoundId round, LetterToRecord letter, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.Ask(round, new EntryId(letter.Id), CeremonyReading.Read(letter), _by, cancel));

    public async Task<Written> ReplyVetting(RoundId round, ReplyToRecord reply, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.Reply(round, new EntryId(reply.Id), CeremonyReading.Read(reply), reply.Words, _by, cancel));

    public async Task<Written> ReleaseHold(RoundId round, ReleaseToRecord release, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.Release(
            round, new EntryId(release.Id), CeremonyReading.Read(release), release.Reason, _by, cancel));

    public async Task<Written> PostNotice(
        RoundId round, NoticeToRecord notice, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.PostNotice(round, new EntryId(notice.Id), CeremonyReading.Read(notice), _by, progress, cancel));

    public async Task<Written> ReceiveObjection(RoundId round, ObjectionToRecord objection, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.Receive(round, new EntryId(objection.Id), CeremonyReading.Read(objection), _by, cancel));

    public async Task<(Written Entry, IReadOnlyList<ChamberMove> Moved)> AnswerObjection(RoundId round, EntryId objection,
        AnswerToRecord answer, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var answered = await Workspace.Rounds.AnswerObjection(
            round, objection, CeremonyReading.Read(answer), _by, progress, cancel);
        return (Written.Of(answered.Answer), CeremonyOut.Moved(answered.Moved));
    }

    public async Task<Written> AttachPaper(RoundId round, PaperToRecord paper, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.Attach(round, new EntryId(paper.Id), CeremonyReading.Read(paper), paper.Note, _by, cancel));

    public async Task<Written> RecordUse(RoundId round, UseToRecord use, CancellationToken cancel) => Written.Of(
        await Workspace.Rounds.Use(round, new EntryId(use.Id), CeremonyReading.Read(use), use.Note, _by, cancel));

    public async Task<Written> WithdrawUse(RoundId round, EntryId use, UseToWithdraw withdrawal, CancellationToken cancel) =>
        Written.Of(await Workspace.Rounds.Withdraw(round, use, withdrawal.Reason, _by, cancel));

    public async Task<IReadOnlyList<UseDetails>> Uses(RoundId round, CancellationToken cancel) =>
        [.. (await OpenRound(round, cancel)).Uses.All.Select(u => CeremonyOut.Use(u, seesWords: true))];

    public async Task<RoundStepList> RoundSteps(RoundId round, CancellationToken cancel)
    {
        var state = await OpenRound(round, cancel);
        return CeremonyOut.Steps(state, Workspace.Today, await Workspace.Rounds.Steps(state, cancel));
    }

    public async Task<MovedList> Moved(RoundId round, EntryId? objection, CancellationToken cancel)
    {
        var state = await OpenRound(round, cancel);
        if (objection is not { } named)
            return new MovedList(round.Value, CeremonyOut.Moved(await Workspace.Rounds.MovedSinceNotice(state, null, cancel)));
        return state.Objections.Find(named) is null
            ? throw CliFailure.Refused(MicroPoints.Refusal.ObjectionUnknown, $"round {round} has no objection '{named}'")
            : new MovedList(round.Value, CeremonyOut.Moved(await Workspace.Rounds.MovedBy(state, named, null, cancel)));
    }

    private async Task<RoundState> OpenRound(RoundId round, CancellationToken cancel) =>
        await Workspace.Rounds.Load(round, cancel) is { Opened: not null } state ? state
            : throw CliFailure.Refused(MicroPoints.Refusal.RoundUnknown, $"there is no round {round}");
}
