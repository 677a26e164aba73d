using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>How a chamber ended.</summary>
[JsonConverter(typeof(KebabEnum<ChamberEnding>))]
public enum ChamberEnding
{
    Dissolved = 1,
    Merged = 2,
    Split = 3,
}

/// <summary>One chamber as the register has it today.</summary>
/// <param name="Seat">The region it belongs to.</param>
/// <param name="Serves">Townships it serves beyond its seat.</param>
/// <param name="Attributes">Each fact as it holds today.</param>
/// <param name="Head">Where its stream ends.</param>
/// <param name="Stamp">What stands on every output about it; left out for real data.</param>
/// <param name="EndedOn">The first day on which it is no more.</param>
public sealed record ChamberDetails(
    string Id, string Name, string Kind, string Seat, IReadOnlyList<string> Serves,
    IReadOnlyDictionary<string, string> Attributes, HeadOfStream Head, DateOnly? Founded = null,
    IReadOnlyList<string>? Predecessors = null, IReadOnlyList<string>? Successors = null, ChamberEnding? Ending = null,
    DateOnly? EndedOn = null, string? Stamp = null);

/// <summary>One line of the register.</summary>
/// <param name="EndedOn">The first day on which it is no more.</param>
public sealed record ChamberSummary(
    string Id, string Name, string Kind, string Seat, ChamberEnding? Ending = null, DateOnly? EndedOn = null,
    DateOnly? Founded = null, IReadOnlyList<string>? Successors = null);

/// <summary>A page of the register, in order of id.</summary>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record ChamberPage(
    string Scope, IReadOnlyList<ChamberSummary> Chambers, string? Stamp = null, string? Next = null);
