using MicroPoints.Imports;

namespace MicroPoints.Runtime;

/// <summary>How a file is to be read and imported. The same file read in the same way is the same import.</summary>
/// <param name="FileName">What people call the file; only for telling.</param>
/// <param name="Period">What the table's numbers are for.</param>
/// <param name="Scope">Whose chambers it may name.</param>
public sealed record ImportRequest(string FileName, TableShape Shape, Period Period, RegionCode Scope)
{
    /// <summary>Whose indicators name the columns of an annual table, and whose points a preview shows.</summary>
    public string Ruleset { get; init; } = "micro-points";

    /// <summary>The sheet's name; null: the first that has a heading with chambers.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row of the heading; null: it is found.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>
    /// The day that the numbers stand for; null: the whole period where it is over, else today.
    /// </summary>
    public DateOnly? On { get; init; }

    /// <summary>What a department's list counts; null where a column of the list says it.</summary>
    public KindId? Kind { get; init; }

    /// <summary>The number or name of the document that a list comes with (文号); null where a column of the list says it.</summary>
    public string? Document { get; init; }

    /// <summary>Columns that are not told by their heading: heading or letter, to an indicator, a kind, or <see cref="Skip"/>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Chambers that are not told by what the table calls them: that name, to an id.</summary>
    public IReadOnlyDictionary<string, ChamberId> Chambers { get; init; } = new Dictionary<string, ChamberId>();

    /// <summary>A column mapped to this is left out.</summary>
    public const string Skip = "-";

    /// <summary>What makes two imports the same, but for the file's bytes.</summary>
    internal string Reading => string.Join('\n', (string[])["import/1", Shape.ToString(), Period.ToString(), Scope.Value, Ruleset,
        Sheet ?? "", HeaderRow?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Kind?.Value ?? "", Document ?? "",
        .. Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}\t{c.Value}"), "",
        .. Chambers.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}\t{c.Value}")]);
}
