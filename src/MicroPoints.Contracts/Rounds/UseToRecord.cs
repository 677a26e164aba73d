using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>That a body relied on what a sealed round gave a chamber (运用记录).</summary>
public sealed class UseToRecord
{
    /// <summary>The use's own id, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>Whose result was relied on.</summary>
    [JsonRequired] public string Chamber { get; set; } = "";

    /// <summary>The outcome relied on, such as <c>award-nomination</c>; left out where it was the grade.</summary>
    public string? Outcome { get; set; }

    /// <summary>The grade or class relied on, such as <c>A</c>; left out where it was an outcome.</summary>
    public string? Grade { get; set; }

    /// <summary>Which body (使用单位).</summary>
    [JsonRequired] public string Body { get; set; } = "";

    /// <summary>For what (用途).</summary>
    [JsonRequired] public string Purpose { get; set; } = "";

    /// <summary>The day on which it did: not before the decision.</summary>
    [JsonRequired] public DateOnly On { get; set; }

    /// <summary>Its document's number (文号); needed of a reference opinion, which is given on written request.</summary>
    public string? Document { get; set; }

    /// <summary>Whatever else there is to say. Never sealed as it is, and can be erased.</summary>
    public string? Note { get; set; }
}

/// <summary>Why a use is withdrawn.</summary>
public sealed class UseToWithdraw
{
    [JsonRequired] public string Reason { get; set; } = "";
}

/// <summary>One use of a round's result. Words of people are left out for keys that only read.</summary>
/// <param name="Recorded">The day it was recorded.</param>
/// <param name="Outcome">Left out where the grade was relied on.</param>
/// <param name="Withdrawn">Left out while it stands.</param>
public sealed record UseDetails(
    string Id, string Chamber, string Body, string Purpose, DateOnly On, DateOnly Recorded, string? Outcome = null,
    string? Grade = null, string? Document = null, string? Note = null, UseWithdrawalDetails? Withdrawn = null);

/// <summary>That a use was withdrawn.</summary>
public sealed record UseWithdrawalDetails(DateOnly On, string? Reason = null);

/// <summary>A page of a round's uses, in order of recording.</summary>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record UsePage(string Round, IReadOnlyList<UseDetails> Uses, string? Next = null);
