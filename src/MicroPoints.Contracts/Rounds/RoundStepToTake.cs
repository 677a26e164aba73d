using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>A chamber's application to take part in a round.</summary>
public sealed class ApplicationToRecord
{
    [JsonRequired] public string Chamber { get; set; } = "";
}

/// <summary>How a round is locked.</summary>
public sealed class RoundToLock
{
    /// <summary>Facts up to this day count; today where left out.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Also closes the period for every chamber of the scope: later entries are refused.</summary>
    public bool ClosePeriod { get; set; }
}

/// <summary>A meeting's decision on a locked round.</summary>
public sealed class DecisionToRecord
{
    /// <summary>Which body, such as 主席办公会.</summary>
    [JsonRequired] public string Meeting { get; set; } = "";

    /// <summary>The day of the meeting.</summary>
    [JsonRequired] public DateOnly On { get; set; }

    /// <summary>The minutes' number.</summary>
    [JsonRequired] public string Minutes { get; set; } = "";

    /// <summary>In a sentence; 同意 where left out.</summary>
    public string? Conclusion { get; set; }

    /// <summary>Where it departs from the proposed list; tied chambers that it took stand here too.</summary>
    public IReadOnlyList<SelectionDeparture>? Departures { get; set; }
}

/// <summary>A departure from the proposed list, with the meeting's printed reason.</summary>
public sealed class SelectionDeparture
{
    /// <summary>The outcome's id, such as <c>award-nomination</c>.</summary>
    [JsonRequired] public string Outcome { get; set; } = "";

    [JsonRequired] public string Chamber { get; set; } = "";

    /// <summary>True for an eligible chamber taken beyond the proposal, false for a proposed one passed over.</summary>
    [JsonRequired] public bool Selected { get; set; }

    /// <summary>Why; it is printed and sealed.</summary>
    [JsonRequired] public string Reason { get; set; } = "";
}
