using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>The round's results were posted in public (公示).</summary>
/// <param name="Place">Where, such as 县政府门户网站.</param>
/// <param name="Posted">The day it was posted, which is not counted.</param>
/// <param name="WorkingDays">How many working days it stands.</param>
/// <param name="LastDay">The last of them.</param>
/// <param name="Calendar">Digest of the working-day calendar it was counted on; null where none was in force.</param>
/// <param name="IsConfirmed">The calendar lacked a year that was counted through, and a person confirmed the last day.</param>
/// <param name="Content">Digest of what was posted, as <see cref="NoticeContent"/> computes it.</param>
public sealed record RoundNoticed(
    string Place, DateOnly Posted, int WorkingDays, DateOnly LastDay, Digest? Calendar, bool IsConfirmed, Digest Content) : Entry
{
    public const string Type = "round-noticed/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Place).Day(Posted).Whole(WorkingDays).Day(LastDay)
        .Digest(Calendar).Flag(IsConfirmed).Digest(Content);

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (place, posted, days) = (reader.Text(), reader.Day(), reader.Whole());
        if (days is < Limits.NoticeDaysMin or > Limits.WorkingDaysMax)
            throw new CanonicalException($"a notice of {days} working days is out of range");
        return new RoundNoticed(
            place, posted, (int)days, reader.Day(), reader.DigestOrNull(), reader.Flag(), reader.Digest());
    }
}
