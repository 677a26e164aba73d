namespace MicroPoints.Contracts;

/// <summary>One entry of a ledger by its id.</summary>
/// <param name="Chamber">Whose ledger it is in.</param>
/// <param name="Entry">The entry, with everything it seals and its reason.</param>
/// <param name="ReversedBy">The reversal that took it back; left out while it stands.</param>
public sealed record ActivityDetails(string Chamber, LedgerEntry Entry, string? ReversedBy = null);
