using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>What a body that was asked for its opinion said.</summary>
[JsonConverter(typeof(KebabEnum<VettingReply>))]
public enum VettingReply
{
    /// <summary>无异议.</summary>
    NoObjection = 1,

    /// <summary>有异议: the chambers it names are on hold.</summary>
    Objection = 2,

    /// <summary>未回复: marked so, with a reason.</summary>
    NoReply = 3,
}

/// <summary>A body that was asked for its opinion on a locked round (征求意见).</summary>
public sealed class LetterToRecord
{
    /// <summary>The entry's own id, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>Which, such as 县税务局.</summary>
    [JsonRequired] public string Body { get; set; } = "";

    /// <summary>The day on the letter.</summary>
    [JsonRequired] public DateOnly LetterOn { get; set; }
}

/// <summary>A body's reply, or that none came.</summary>
public sealed class ReplyToRecord
{
    /// <summary>The entry's own id, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The body as it was asked.</summary>
    [JsonRequired] public string Body { get; set; } = "";

    [JsonRequired] public VettingReply Reply { get; set; }

    /// <summary>The day of the reply, or the day on which it was marked as missing.</summary>
    [JsonRequired] public DateOnly On { get; set; }

    /// <summary>Those objected to; only of an objection.</summary>
    public IReadOnlyList<string>? Chambers { get; set; }

    /// <summary>The ground of an objection, or why no reply is waited for. It can be erased.</summary>
    public string? Words { get; set; }
}

/// <summary>A hold to be released.</summary>
public sealed class ReleaseToRecord
{
    /// <summary>The entry's own id, so that a retry is recognised.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>The body whose objection it came from.</summary>
    [JsonRequired] public string Body { get; set; } = "";

    [JsonRequired] public string Chamber { get; set; } = "";

    [JsonRequired] public string Reason { get; set; } = "";
}
