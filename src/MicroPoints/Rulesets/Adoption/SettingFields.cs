using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>Settings in canonical bytes, by id.</summary>
internal static class SettingFields
{
    public static CanonicalWriter Settings(this CanonicalWriter writer, IReadOnlyDictionary<string, SettingValue> settings) =>
        writer.List([.. settings.OrderBy(s => s.Key, StringComparer.Ordinal)], (w, s) => w.Text(s.Key).Flag(s.Value.Switch)
            .Whole(s.Value.Hundredths).List(s.Value.List, (inner, item) => inner.Text(item)));

    public static Dictionary<string, SettingValue> Settings(ref CanonicalReader reader)
    {
        var settings = new Dictionary<string, SettingValue>();
        string? before = null;
        for (var left = reader.Count(); left > 0; left--)
        {
            var (id, value) = (reader.Text(), new SettingValue(reader.Flag(), reader.Whole(), EntryFields.Texts(ref reader)));
            if (before is not null && string.CompareOrdinal(before, id) >= 0)
                throw new CanonicalException($"setting {id} stands twice or out of order");
            settings.Add(before = id, value);
        }
        return settings;
    }
}
