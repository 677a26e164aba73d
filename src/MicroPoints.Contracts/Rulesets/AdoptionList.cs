using System.Text.Json;

namespace MicroPoints.Contracts;

/// <summary>Every ruleset that counts for a region on a day, its own or inherited.</summary>
public sealed record AdoptionList(string Region, DateOnly AsOf, IReadOnlyList<AdoptionDetails> Adoptions);

/// <summary>One adoption in force.</summary>
/// <param name="Settings">Those that differ from the ruleset's defaults were set here.</param>
public sealed record AdoptionDetails(
    string Ruleset, string Version, string Hash, DateOnly From, IReadOnlyDictionary<string, JsonElement> Settings);

/// <summary>An adoption that is on record.</summary>
/// <param name="Recorded">When; of a replay, the first answer's instant.</param>
/// <param name="Impact">The statement attached to it; left out where none was asked for, or it takes the place of nothing.</param>
public sealed record RecordedAdoption(
    SendingAnswer Answer, string Id, string Region, long Sequence, string Hash, DateTimeOffset Recorded,
    AttachedImpact? Impact = null);

/// <summary>A statement of impact, a workbook that is kept under its digest.</summary>
/// <param name="File">The SHA-256 of its bytes.</param>
/// <param name="Before">The version that it was compared with; this and what follows are left out of a replay.</param>
/// <param name="Periods">Those that it tells, the latest first.</param>
/// <param name="WithoutData">Those asked for in which nothing was recorded.</param>
public sealed record AttachedImpact(
    string File, long Bytes, string? Before = null, IReadOnlyList<string>? Periods = null, IReadOnlyList<string>? WithoutData = null);
