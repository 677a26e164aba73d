using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Whom the key stands for: its opaque id, what it may do, and the region it reaches.</summary>
    /// <exception cref="ProblemException"><c>key-required</c> where it is not in force.</exception>
    public Task<Caller> GetCaller(CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("identity")), Json.Wire.Caller, cancel);

    /// <summary>Issues a key within the caller's own scope. Its secret is in this answer and nowhere else.</summary>
    /// <remarks>This is never sent twice: a lost answer is a lost secret. Revoke the key and issue another.</remarks>
    /// <exception cref="ProblemException">It was refused: the id was issued before, or the caller may not.</exception>
    public Task<IssuedSecret> IssueKey(KeyToIssue key, CancellationToken cancel = default) => _sending.Read(
        Outgoing.Post(Address.Of("keys"), key, Json.Wire.KeyToIssue) with { IsRepeatable = false }, Json.Wire.IssuedSecret, cancel);

    /// <summary>The keys of a scope, revoked and expired ones among them, page by page as they are read.</summary>
    public IAsyncEnumerable<KeyDetails> ListKeys(string? scope = null, CancellationToken cancel = default) => Paging.Walk(
        (cursor, c) => _sending.Read(Outgoing.Get(Address.Of("keys").With("scope", scope).With("cursor", cursor)
            .With("limit", Paging.All)), Json.Wire.KeyPage, c), p => p.Keys, p => p.Next, cancel);

    /// <summary>Takes a key back; the same reason again answers the same.</summary>
    /// <exception cref="ProblemException"><c>key-unknown</c>, <c>key-already-revoked</c>.</exception>
    public Task<KeyDetails> RevokeKey(string id, string reason, CancellationToken cancel = default) => _sending.Read(
        new Outgoing(HttpMethod.Delete, Address.Of("keys", id))
        {
            Body = Json.Bytes(new KeyToRevoke { Reason = reason }, Json.Wire.KeyToRevoke),
        }, Json.Wire.KeyDetails, cancel);

    /// <summary>What was decided about keys and rules in a scope, in the order it was recorded, page by page as it is read.</summary>
    public IAsyncEnumerable<AuditEntry> ReadAudit(string? scope = null, CancellationToken cancel = default) => Paging.Walk(
        (cursor, c) => _sending.Read(Outgoing.Get(Address.Of("audit").With("scope", scope).With("cursor", cursor)
            .With("limit", Paging.All)), Json.Wire.AuditPage, c), p => p.Entries, p => p.Next, cancel);
}
