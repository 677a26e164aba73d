using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Records that a body relied on what a sealed round gave a chamber.</summary>
    /// <returns>Refused as <c>result-not-given</c>, <c>result-of-rehearsal</c>, <c>round-wrong-state</c> before the seal,
    /// <c>use-request-missing</c> …</returns>
    public Task<Sent<RecordedRoundStep>> RecordUse(string round, UseToRecord use, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "uses"), use, Json.Wire.UseToRecord), cancel);

    /// <summary>Withdraws a use with a reason; nothing is deleted.</summary>
    /// <returns>Refused as <c>use-unknown</c>, <c>reason-missing</c>; where it was withdrawn for another reason as
    /// <c>exists-with-different-reason</c>.</returns>
    public Task<Sent<RecordedRoundStep>> WithdrawUse(
        string round, string use, UseToWithdraw withdrawal, CancellationToken cancel = default) => Step(
        Outgoing.Post(Address.Of("rounds", round, "uses", use, "withdrawal"), withdrawal, Json.Wire.UseToWithdraw), cancel);

    /// <summary>One page of a round's uses, in order of recording.</summary>
    /// <param name="limit">1–500.</param>
    public Task<UsePage> GetUsePage(
        string round, string? cursor = null, int? limit = null, CancellationToken cancel = default) => _sending.Read(
        Outgoing.Get(Address.Of("rounds", round, "uses").With("cursor", cursor).With("limit", limit)), Json.Wire.UsePage, cancel);

    /// <summary>Every use of a round's result, page by page as they are read.</summary>
    public IAsyncEnumerable<UseDetails> ListUses(string round, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetUsePage(round, cursor, Paging.All, c), p => p.Uses, p => p.Next, cancel);
}
