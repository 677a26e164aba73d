namespace MicroPoints.Contracts;

/// <summary>A page of one chamber's ledger, in sequence.</summary>
/// <param name="Stamp">What stands on every output about this chamber, such as 程序生成，非真实数据; left out for real data.</param>
/// <param name="NextAfter">The `after` of the next page; left out on the last.</param>
public sealed record LedgerPage(
    string Chamber, HeadOfStream Head, IReadOnlyList<LedgerEntry> Entries, string? Stamp = null, long? NextAfter = null);
