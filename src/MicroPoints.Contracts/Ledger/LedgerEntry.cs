namespace MicroPoints.Contracts;

/// <summary>One entry of a chamber's ledger. Members that its type does not have are left out.</summary>
/// <param name="Type">The sealed type name, such as <c>activity-recorded/1</c>.</param>
/// <param name="Recorded">When, UTC.</param>
/// <param name="By">Who; opaque.</param>
/// <param name="Hash">The hash that seals it.</param>
/// <param name="Previous">The hash of the entry before.</param>
/// <param name="Rules">The head of the adoptions in force when it was recorded.</param>
/// <param name="Reason">Why, in words; left out where none was given, the text was erased, or the role sees no words about people.</param>
/// <param name="Activity">What was recorded or carried.</param>
/// <param name="Target">Of a reversal: the activity it takes back.</param>
/// <param name="Origin">Of a carried activity: the chamber that recorded it first.</param>
/// <param name="Text">What it says, in words, for entries that are no activity.</param>
public sealed record LedgerEntry(
    long Sequence, string Id, string Type, DateTimeOffset Recorded, string By, string Hash, string Previous,
    string? Rules = null, string? Reason = null, ActivityFields? Activity = null, string? Target = null,
    string? Origin = null, string? Text = null);

/// <summary>What an activity says, in the members it was sent with.</summary>
/// <param name="Nature"><c>event</c> or <c>state</c>.</param>
public sealed record ActivityFields(
    string Kind, string Nature, string On, long? Count = null, decimal? Quantity = null, long? Answered = null,
    long? Satisfied = null, long? Asked = null, long? Done = null, long? Of = null, string? Option = null,
    bool? Flag = null, decimal? Points = null, DateOnly? Expires = null, DateOnly? Submitted = null,
    string? Key = null, string? Part = null, IReadOnlyList<string>? Evidence = null);
