using MicroPoints.Contracts;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>Small values as the wire writes them.</summary>
internal static class WireText
{
    public static HeadOfStream Of(Head head) => new(head.Sequence, head.Hash.ToString());

    public static string[] Of(IReadOnlyList<RegionCode> regions) => [.. regions.Select(r => r.Value)];

    /// <summary>Null where there are none, so that the member is left out.</summary>
    public static string[]? OrNone(IReadOnlyList<ChamberId> chambers) =>
        chambers.Count == 0 ? null : [.. chambers.Select(c => c.Value)];

    public static RegionCode Region(string text, string path) => RegionCode.IsValid(text) ? new RegionCode(text)
        : throw new ProblemException(Fault.FieldInvalid, $"'{text}' is not a region: 2, 4, 6 or 9 digits", path);

    public static EntryId Id(string text, string path) => EntryId.IsValid(text) ? new EntryId(text)
        : throw new ProblemException(Fault.FieldInvalid,
            $"'{text}' is not 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit", path);

    public static void CheckDay(DateOnly? day, string path)
    {
        if (day < Limits.FirstDay || day > Limits.LastDay) throw new ProblemException(Fault.FieldInvalid,
            $"{Calendar.Text(day.Value)} is not from {Calendar.Text(Limits.FirstDay)} to {Calendar.Text(Limits.LastDay)}", path);
    }
}
