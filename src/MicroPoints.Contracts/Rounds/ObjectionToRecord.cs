using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>An objection to what was noticed (异议), by letter or phone.</summary>
public sealed class ObjectionToRecord
{
    /// <summary>The objection's own id, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The day it came in; after the notice's last day it is recorded as late.</summary>
    [JsonRequired] public DateOnly ReceivedOn { get; set; }

    /// <summary>Who objects, in one line. Never sealed as it is, and can be erased.</summary>
    [JsonRequired] public string Who { get; set; } = "";

    /// <summary>What is objected. Never sealed as it is, and can be erased.</summary>
    [JsonRequired] public string What { get; set; } = "";

    /// <summary>The chamber it is about; the list as a whole where left out.</summary>
    public string? Chamber { get; set; }
}

/// <summary>The answer to an objection.</summary>
public sealed class AnswerToRecord
{
    [JsonRequired] public bool Accepted { get; set; }

    /// <summary>Why, in words the objector is told.</summary>
    [JsonRequired] public string Reason { get; set; } = "";

    /// <summary>Of an accepted one, the entries that it admits: recorded after the freeze.</summary>
    public IReadOnlyList<EntryToAdmit>? Entries { get; set; }
}

/// <summary>An entry that a round takes in though it was recorded after the freeze.</summary>
public sealed class EntryToAdmit
{
    [JsonRequired] public string Chamber { get; set; } = "";

    /// <summary>The entry's id in the chamber's ledger.</summary>
    [JsonRequired] public string Entry { get; set; } = "";
}

/// <summary>An answer that is recorded, and everyone whom it moved.</summary>
/// <param name="Sequence">The answer's place in the round's stream; of a replay, the first answer's.</param>
/// <param name="Hash">The hash that seals it.</param>
/// <param name="Round">The round after it.</param>
/// <param name="Id">The answer's id in the round's stream.</param>
/// <param name="Recorded">When; of a replay, the first answer's instant.</param>
/// <param name="Moved">Every chamber whose points, grade, place or outcome it moved; empty of a rejection.</param>
public sealed record RecordedAnswer(SendingAnswer Answer, long Sequence, string Hash, RoundDetails Round, string Id,
    DateTimeOffset Recorded, IReadOnlyList<ChamberMove> Moved);

/// <summary>Chambers that moved between two computations of a round, in order of their place afterwards.</summary>
public sealed record MovedList(string Round, IReadOnlyList<ChamberMove> Moved);

/// <summary>A chamber whose points, grade, place or outcome moved.</summary>
public sealed record ChamberMove(string Chamber, ChamberFigures Before, ChamberFigures After);

/// <summary>What a notice says of one chamber.</summary>
/// <param name="Outcomes">Ids of the outcomes that it is proposed for.</param>
/// <param name="Place">Left out where it is not ranked.</param>
public sealed record ChamberFigures(
    decimal Points, IReadOnlyList<string> Outcomes, int? Place = null, string? Grade = null, string? Class = null);
