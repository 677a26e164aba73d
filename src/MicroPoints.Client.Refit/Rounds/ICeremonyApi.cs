using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>What a round has beside its result: vetting, notices, objections, papers, and who relied on it.</summary>
[PathPrefix(Route.Api)]
public interface ICeremonyApi
{
    /// <inheritdoc cref="MicroPointsClient.AskVetting"/>
    [Post("/rounds/{round}/vetting")]
    Task<Sent<RecordedRoundStep>> AskVetting(string round, [Body] LetterToRecord letter, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ReplyVetting"/>
    [Post("/rounds/{round}/vetting/replies")]
    Task<Sent<RecordedRoundStep>> ReplyVetting(string round, [Body] ReplyToRecord reply, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ReleaseHold"/>
    [Post("/rounds/{round}/vetting/releases")]
    Task<Sent<RecordedRoundStep>> ReleaseHold(string round, [Body] ReleaseToRecord release, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.PostNotice"/>
    [Post("/rounds/{round}/notice")]
    Task<Sent<RecordedRoundStep>> PostNotice(string round, [Body] NoticeToRecord notice, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ReceiveObjection"/>
    [Post("/rounds/{round}/objections")]
    Task<Sent<RecordedRoundStep>> ReceiveObjection(
        string round, [Body] ObjectionToRecord objection, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.AnswerObjection"/>
    [Post("/rounds/{round}/objections/{objection}/answer")]
    Task<Sent<RecordedAnswer>> AnswerObjection(
        string round, string objection, [Body] AnswerToRecord answer, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.AttachPaper"/>
    [Post("/rounds/{round}/papers")]
    Task<Sent<RecordedRoundStep>> AttachPaper(string round, [Body] PaperToRecord paper, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetRoundSteps"/>
    [Get("/rounds/{round}/steps")]
    Task<RoundStepList> GetRoundSteps(string round, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetMoved"/>
    [Get("/rounds/{round}/moved")]
    Task<MovedList> GetMoved(string round, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetMovedByObjection"/>
    [Get("/rounds/{round}/objections/{objection}/moved")]
    Task<MovedList> GetMovedByObjection(string round, string objection, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.RecordUse"/>
    [Post("/rounds/{round}/uses")]
    Task<Sent<RecordedRoundStep>> RecordUse(string round, [Body] UseToRecord use, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.WithdrawUse"/>
    [Post("/rounds/{round}/uses/{use}/withdrawal")]
    Task<Sent<RecordedRoundStep>> WithdrawUse(
        string round, string use, [Body] UseToWithdraw withdrawal, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetUsePage"/>
    [Get("/rounds/{round}/uses")]
    Task<UsePage> GetUsePage(
        string round, [Query] string? cursor = null, [Query] int? limit = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ListUses"/>
    IAsyncEnumerable<UseDetails> ListUses(string round, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetUsePage(round, cursor, Paging.All, c), p => p.Uses, p => p.Next, cancel);
}
