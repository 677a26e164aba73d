using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>One fact to record about a chamber; each kind takes the measure members of its own.</summary>
/// <remarks>Members have setters so that reading one allocates nothing but the object itself.</remarks>
public sealed class ActivityToRecord
{
    /// <summary>Your own id, unique in the chamber, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>What it is, such as <c>member.visited</c>.</summary>
    [JsonRequired] public string Kind { get; set; } = "";

    /// <summary>A day, month, quarter or year: <c>2026-04-12</c>, <c>2026-04</c>, <c>2026Q2</c>, <c>2026</c>.</summary>
    [JsonRequired] public string On { get; set; } = "";

    /// <summary>How often.</summary>
    public long? Count { get; set; }

    /// <summary>How much, in the kind's unit, with at most two decimals.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>Of a survey: how many answered.</summary>
    public long? Answered { get; set; }

    /// <summary>Of a survey: how many of those were satisfied.</summary>
    public long? Satisfied { get; set; }

    /// <summary>Of a survey: how many were asked.</summary>
    public long? Asked { get; set; }

    /// <summary>Of a share: how many are done.</summary>
    public long? Done { get; set; }

    /// <summary>Of a share: how many are due.</summary>
    public long? Of { get; set; }

    /// <summary>One of the kind's options, or <c>ended</c> for a state that ends.</summary>
    public string? Option { get; set; }

    /// <summary>Whether it is so.</summary>
    public bool? Flag { get; set; }

    /// <summary>Points that staff award, with at most two decimals.</summary>
    public decimal? Points { get; set; }

    /// <summary>For a state: the first day on which it no longer holds.</summary>
    public DateOnly? Expires { get; set; }

    /// <summary>When the chamber handed it in.</summary>
    public DateOnly? Submitted { get; set; }

    /// <summary>For a keyed kind: the project, village or case it is about.</summary>
    public string? Key { get; set; }

    /// <summary>The part of a joint activity that is this chamber's, such as <c>1/2</c>.</summary>
    public string? Part { get; set; }

    /// <summary>In words the chamber may read; required for points.</summary>
    public string? Reason { get; set; }

    /// <summary>SHA-256 digests of evidence files, such as <c>sha256:9f86…</c>; a set.</summary>
    public IReadOnlyList<string>? Evidence { get; set; }
}
