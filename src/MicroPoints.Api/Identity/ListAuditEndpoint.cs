using System.Globalization;
using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists what was decided about the keys, accounts and rules of a scope, in the order it was recorded.</summary>
internal static class ListAuditEndpoint
{
    private static readonly Parameter After = new(
        "after", "Entries recorded after this day or instant; all where left out.", "2026-07-01T00:00:00Z");

    private static readonly AuditEntry Sample = new("identity:keys", 17, "issue-board", "key-issued/1",
        new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.Zero), "key:approver", Samples.Hash, Samples.Hash,
        "发放密钥 board：reader，990101，2027-01-01 失效", "理事会看板");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/audit", Handle).Needs(Role.Auditor, Role.Approver).Takes(Ask.Scope, After, Ask.CursorOf, Ask.Limit)
        .Is("listAudit", Tags.Identity, "List what was decided about keys, accounts and rules",
            "Entries of the keys, accounts, chambers' links and regions within the scope, with the hashes that seal them. "
            + "Ledgers and rounds have their own pages.")
        .Gives(200, "A page.", WireJson.Default.AuditPage, new AuditPage("990101", [Sample]))
        .Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (scope, limit, after) = (call.ScopeOf(), call.LimitOf(), call.InstantOf(After));
        var question = $"audit {scope} {after?.ToUnixTimeMilliseconds()}";
        var from = Position.Read(Cursor.Read(question, call.Text(Ask.CursorOf)));
        var entries = new List<SealedEntry>();
        await foreach (var entry in Entries(call, scope))
            if (!(entry.At <= after) && (from is null || Position.Of(entry).CompareTo(from) > 0)) entries.Add(entry);
        var page = entries.OrderBy(Position.Of).Take(limit).ToList();
        var next = entries.Count > page.Count ? Cursor.Write(question, Position.Of(page[^1]).ToString()) : null;
        return new JsonAnswer<AuditPage>(200, new AuditPage(scope.Value, [.. page.Select(Line)], next), WireJson.Default.AuditPage);
    }

    private static async IAsyncEnumerable<SealedEntry> Entries(Call call, RegionCode scope)
    {
        foreach (var stream in (StreamId[])[StreamId.Keys, StreamId.Accounts, StreamId.ChamberLinks])
            await foreach (var entry in WhoMayComeIn(call, stream, scope)) yield return entry;
        foreach (var (stream, _) in (await call.Workspace.Log.Cut(scope, StreamType.Region, call.Cancel)))
            await foreach (var entry in call.Workspace.Log.Read(stream, 0, call.Cancel)) yield return entry;
    }

    /// <summary>What was decided in a stream about whom the scope reaches. Who signs out and when is nobody's business.</summary>
    private static async IAsyncEnumerable<SealedEntry> WhoMayComeIn(Call call, StreamId stream, RegionCode scope)
    {
        var scopes = new Dictionary<string, RegionCode>(StringComparer.Ordinal);
        await foreach (var entry in call.Workspace.Log.Read(stream, 0, call.Cancel))
        {
            if (entry.Body is SessionsEnded { Session: not null }) continue;
            var (about, reaches) = AuditText.Subject(entry.Body);
            if (reaches is { } region) scopes[about] = region;
            if (scope.Contains(scopes[about])) yield return entry;
        }
    }

    private static AuditEntry Line(SealedEntry entry) => new(entry.Stream.ToString(), entry.Sequence, entry.Id.Value,
        entry.Body.TypeName, entry.At, entry.By.Value, entry.Hash.ToString(), entry.Previous.ToString(), AuditText.Of(entry),
        entry.ShownReason);

    /// <summary>An entry's place in the list: streams share no order but that of their instants.</summary>
    private sealed record Position(long At, StreamId Stream, long Sequence) : IComparable<Position>
    {
        public static Position Of(SealedEntry entry) => new(entry.At.ToUnixTimeMilliseconds(), entry.Stream, entry.Sequence);

        public static Position? Read(string? text) => text is null ? null
            : text.Split(' ') is [var at, var stream, var sequence] && StreamId.TryParse(stream, out var of)
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var instant)
                && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Position(instant, of, number) : throw Cursor.Invalid();

        public int CompareTo(Position? other) =>
            other is null ? 1 : (At, Stream, Sequence).CompareTo((other.At, other.Stream, other.Sequence));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At} {Stream} {Sequence}");
    }
}
