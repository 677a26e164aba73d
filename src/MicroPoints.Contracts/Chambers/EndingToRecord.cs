using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Ends a chamber without a successor.</summary>
public sealed class DissolutionToRecord
{
    /// <summary>The dissolution's own id, unique in the chamber, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The first day on which it is no more.</summary>
    [JsonRequired] public DateOnly On { get; set; }
}

/// <summary>The chamber, with others where named, goes into one; what they did is carried there and caps apply once.</summary>
public sealed class MergerToRecord
{
    /// <summary>The merger's own id; the id of every step derives from it, so that sending it again completes it.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The day of the merger.</summary>
    [JsonRequired] public DateOnly On { get; set; }

    /// <summary>The successor: a chamber on the register, or a new id with <see cref="Register"/>.</summary>
    [JsonRequired] public string Into { get; set; } = "";

    /// <summary>Other chambers that end with this one.</summary>
    public IReadOnlyList<string>? With { get; set; }

    /// <summary>How to register a new successor.</summary>
    public SuccessorToRegister? Register { get; set; }

    /// <summary>What holds for the successor from that day on: events are carried, states are restated.</summary>
    public IReadOnlyList<StateToRestate>? States { get; set; }
}

/// <summary>Divides a chamber; each successor carries only what it is allocated.</summary>
public sealed class SplitToRecord
{
    /// <summary>The split's own id; the id of every step derives from it, so that sending it again completes it.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The day of the split.</summary>
    [JsonRequired] public DateOnly On { get; set; }

    /// <summary>Each successor's part.</summary>
    [JsonRequired] public IReadOnlyList<ShareOfSplit> Shares { get; set; } = [];
}

/// <summary>One successor's part of a split.</summary>
public sealed class ShareOfSplit
{
    /// <summary>The successor: a chamber on the register, or a new id with <see cref="Register"/>.</summary>
    [JsonRequired] public string Chamber { get; set; } = "";

    /// <summary>Ids of the events that it carries; an event goes to one successor at most.</summary>
    public IReadOnlyList<string>? Allocated { get; set; }

    /// <summary>How to register a new successor.</summary>
    public SuccessorToRegister? Register { get; set; }

    /// <summary>What holds for it from that day on.</summary>
    public IReadOnlyList<StateToRestate>? States { get; set; }
}

/// <summary>How to register a successor that is new.</summary>
public sealed class SuccessorToRegister
{
    [JsonRequired] public string Name { get; set; } = "";

    /// <summary>Its kind and peer group, such as <c>township</c> or <c>street</c>.</summary>
    [JsonRequired] public string Kind { get; set; } = "";

    /// <summary>The region it belongs to: 6 digits a county, 9 a township.</summary>
    [JsonRequired] public string Seat { get; set; } = "";

    /// <summary>Townships it serves beyond its seat.</summary>
    public IReadOnlyList<string>? Serves { get; set; }

    /// <summary>The day it was founded; that of the merger or split where left out.</summary>
    public DateOnly? Founded { get; set; }
}

/// <summary>A state that holds for a successor from the day of the merger or split.</summary>
public sealed class StateToRestate
{
    /// <summary>A kind whose nature is a state, such as <c>party-charter.adopted</c>.</summary>
    [JsonRequired] public string Kind { get; set; } = "";

    /// <summary>One of the kind's options.</summary>
    public string? Option { get; set; }

    /// <summary>Whether it is so.</summary>
    public bool? Flag { get; set; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? Expires { get; set; }

    /// <summary>For a keyed kind: what it is about.</summary>
    public string? Key { get; set; }

    /// <summary>In words the chamber may read.</summary>
    public string? Reason { get; set; }
}
