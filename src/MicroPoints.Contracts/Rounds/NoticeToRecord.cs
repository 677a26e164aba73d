using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>A public notice of a locked round (公示), as it was posted.</summary>
public sealed class NoticeToRecord
{
    /// <summary>The entry's own id, so that a retry is recognised: 1–64 of A-Z a-z 0-9 . _ : -.</summary>
    [JsonRequired] public string Id { get; set; } = "";

    /// <summary>Where, such as 县政府门户网站.</summary>
    [JsonRequired] public string Place { get; set; } = "";

    /// <summary>The day it was posted, which is not counted.</summary>
    [JsonRequired] public DateOnly Posted { get; set; }

    /// <summary>How many working days it stands, at least 5; the profile's default where left out.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>Needed where the calendar lacks a year; it may be later than what is counted.</summary>
    public DateOnly? ConfirmedLastDay { get; set; }
}
