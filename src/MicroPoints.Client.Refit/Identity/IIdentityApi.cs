using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Whom a key stands for, keys, and the audit.</summary>
[PathPrefix(Route.Api)]
public interface IIdentityApi
{
    /// <inheritdoc cref="MicroPointsClient.GetCaller"/>
    [Get("/identity")]
    Task<Caller> GetCaller(CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.IssueKey"/>
    [Post("/keys")]
    Task<IssuedSecret> IssueKey([Body] KeyToIssue key, CancellationToken cancel = default);

    /// <summary>One page of the keys of a scope, in order of id.</summary>
    [Get("/keys")]
    Task<KeyPage> GetKeyPage([Query] string? scope = null, [Query] string? cursor = null, [Query] int? limit = null,
        CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ListKeys"/>
    IAsyncEnumerable<KeyDetails> ListKeys(string? scope = null, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetKeyPage(scope, cursor, Paging.All, c), p => p.Keys, p => p.Next, cancel);

    /// <summary>Takes a key back; the same reason again answers the same.</summary>
    [Delete("/keys/{id}")]
    Task<KeyDetails> RevokeKey(string id, [Body] KeyToRevoke revocation, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.RevokeKey"/>
    Task<KeyDetails> RevokeKey(string id, string reason, CancellationToken cancel = default) =>
        RevokeKey(id, new KeyToRevoke { Reason = reason }, cancel);

    /// <summary>One page of what was decided about keys and rules in a scope.</summary>
    [Get("/audit")]
    Task<AuditPage> GetAuditPage([Query] string? scope = null, [Query] string? cursor = null, [Query] int? limit = null,
        CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ReadAudit"/>
    IAsyncEnumerable<AuditEntry> ReadAudit(string? scope = null, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetAuditPage(scope, cursor, Paging.All, c), p => p.Entries, p => p.Next, cancel);
}
