using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>An entry as a row: its bytes, and what questions look for, which is derived from them.</summary>
/// <param name="Target">What a reversal takes back.</param>
/// <param name="Kind">Of an activity, as all that follow.</param>
internal sealed record EntryRow(long Sequence, string Id, byte[] Bytes, string? Target,
    string? Kind, string? Key, string? Actor, int? OnLast, long? Recorded)
{
    public const string Columns =
        "stream, sequence, id, bytes, target, chamber, seat, kind, object_key, actor, on_last, recorded";

    public static EntryRow Of(SealedEntry entry)
    {
        var fact = LedgerState.FactOf(entry);
        return new EntryRow(entry.Sequence, entry.Id.Value, EntryBytes.Of(entry), (entry.Body as ActivityReversed)?.Target.Value,
            fact?.Kind.Value, fact?.Key, fact is null ? null : entry.By.Value, fact?.On.Last.DayNumber,
            fact is null ? null : entry.At.ToUnixTimeMilliseconds());
    }
}
