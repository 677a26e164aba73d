using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>What a round has between its lock and its decision: vetting, notices, objections, papers.</summary>
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
}
