using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Which paper of a round a scan is of.</summary>
[JsonConverter(typeof(KebabEnum<PaperKind>))]
public enum PaperKind
{
    /// <summary>征求意见函.</summary>
    VettingLetter = 1,

    /// <summary>回函.</summary>
    VettingReply = 2,

    /// <summary>公示.</summary>
    Notice = 3,

    /// <summary>公示情况说明.</summary>
    NoticeReport = 4,

    /// <summary>异议材料.</summary>
    Objection = 5,

    /// <summary>异议答复.</summary>
    ObjectionAnswer = 6,

    /// <summary>会议纪要.</summary>
    Minutes = 7,

    /// <summary>汇总表.</summary>
    Summary = 8,

    /// <summary>通报.</summary>
    Announcement = 9,

    /// <summary>Any other: the note says what.</summary>
    Other = 10,
}

/// <summary>A signed scan to be attached to a round by its digest.</summary>
public sealed class PaperToRecord
{
    /// <summary>The entry's own id, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    [JsonRequired] public PaperKind Kind { get; set; }

    /// <summary>The file's SHA-256, as <c>sha256:…</c>.</summary>
    [JsonRequired] public string Scan { get; set; } = "";

    /// <summary>What it shows; needed for another kind of paper.</summary>
    public string? Note { get; set; }
}
