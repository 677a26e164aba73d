using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Records that a body was asked for its opinion on a locked round.</summary>
    /// <returns>Refused as <c>vetting-asked-already</c>, <c>round-wrong-state</c> …</returns>
    public Task<Sent<RecordedRoundStep>> AskVetting(string round, LetterToRecord letter, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "vetting"), letter, Json.Wire.LetterToRecord), cancel);

    /// <summary>Records a body's reply, or that none came. An objection puts the chambers it names on hold.</summary>
    /// <returns>Refused as <c>vetting-body-unknown</c>, <c>reason-missing</c> …</returns>
    public Task<Sent<RecordedRoundStep>> ReplyVetting(string round, ReplyToRecord reply, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "vetting", "replies"), reply, Json.Wire.ReplyToRecord), cancel);

    /// <summary>Releases a hold with a reason.</summary>
    /// <returns>Refused as <c>hold-unknown</c>, <c>reason-missing</c> …</returns>
    public Task<Sent<RecordedRoundStep>> ReleaseHold(string round, ReleaseToRecord release, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "vetting", "releases"), release, Json.Wire.ReleaseToRecord), cancel);

    /// <summary>Records a public notice of what is computed now.</summary>
    /// <returns>Refused as <c>vetting-incomplete</c>, <c>notice-day-unconfirmed</c>, which names the day to confirm …</returns>
    public Task<Sent<RecordedRoundStep>> PostNotice(string round, NoticeToRecord notice, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "notice"), notice, Json.Wire.NoticeToRecord), cancel);

    /// <summary>Records an objection that came by letter or phone.</summary>
    /// <returns>Refused as <c>notice-missing</c>, <c>chamber-unknown</c> …</returns>
    public Task<Sent<RecordedRoundStep>> ReceiveObjection(
        string round, ObjectionToRecord objection, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "objections"), objection, Json.Wire.ObjectionToRecord), cancel);

    /// <summary>Answers an objection, and lists everyone whom the answer moved.</summary>
    /// <returns>Refused as <c>objection-unknown</c>, <c>objection-answered-already</c>, <c>entry-not-found</c> …</returns>
    public Task<Sent<RecordedAnswer>> AnswerObjection(
        string round, string objection, AnswerToRecord answer, CancellationToken cancel = default) => _sending.Write(
        Outgoing.Post(Address.Of("rounds", round, "objections", objection, "answer"), answer, Json.Wire.AnswerToRecord),
        Json.Wire.RecordedAnswer, a => a.Answer == SendingAnswer.Exists, cancel);

    /// <summary>Attaches a signed scan by its SHA-256.</summary>
    public Task<Sent<RecordedRoundStep>> AttachPaper(string round, PaperToRecord paper, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "papers"), paper, Json.Wire.PaperToRecord), cancel);

    /// <summary>How far each step of a round is, what is still missing, and by when.</summary>
    public Task<RoundStepList> GetRoundSteps(string round, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("rounds", round, "steps")), Json.Wire.RoundStepList, cancel);

    /// <summary>Who moved since the last notice; empty where it stands.</summary>
    public Task<MovedList> GetMoved(string round, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("rounds", round, "moved")), Json.Wire.MovedList, cancel);

    /// <summary>Whom the answer to an objection moved.</summary>
    /// <exception cref="ProblemException"><c>objection-unknown</c>.</exception>
    public Task<MovedList> GetMovedByObjection(string round, string objection, CancellationToken cancel = default) => _sending.Read(
        Outgoing.Get(Address.Of("rounds", round, "objections", objection, "moved")), Json.Wire.MovedList, cancel);
}
