namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Proposes what was probably meant.</summary>
internal static class Suggest
{
    private const int ShownMax = 12;

    /// <summary>"Write 'x'." where one word is close, else the words there are.</summary>
    public static string Among(string written, IEnumerable<string> known)
    {
        var words = known.Distinct(StringComparer.Ordinal).ToList();
        if (words.Count == 0) return "There is none yet: declare it, or remove this.";
        var nearest = words.MinBy(w => Distance(written, w))!;
        if (Distance(written, nearest) <= Math.Max(1, written.Length / 4)) return $"Write '{nearest}'.";
        return words.Count <= ShownMax
            ? $"Write one of: {string.Join(", ", words)}."
            : $"Write one that is declared, such as '{nearest}'.";
    }

    /// <summary>How many characters to change, add or drop; words beyond any likely slip count as far.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4 || a.Length > 64) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
