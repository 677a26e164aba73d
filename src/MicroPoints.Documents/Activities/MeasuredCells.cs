using MicroPoints.Activities;

namespace MicroPoints.Documents;

/// <summary>Reads the measure of a row from the columns that its kind needs.</summary>
internal static class MeasuredCells
{
    private static readonly string[] All = ["count", "quantity", "answered", "satisfied", "asked", "done", "of",
        "option", "flag", "points"];

    public static Measured? Read(RowReader row, ActivityKind kind)
    {
        string[] needed = kind.Measure switch
        {
            MeasureType.Count => ["count"],
            MeasureType.Quantity => ["quantity"],
            MeasureType.Rate => ["answered", "satisfied", "asked"],
            MeasureType.Share => ["done", "of"],
            MeasureType.Option => ["option"],
            MeasureType.Flag => ["flag"],
            MeasureType.Points => ["points"],
            _ => throw new InvalidOperationException("unknown measure"),
        };
        foreach (var column in All.Except(needed))
            if (row.Text(column) is not null) row.Bad(column, $"{kind.Id} takes {string.Join(", ", needed)}, not {column}");
        foreach (var column in needed)
            if (row.Text(column) is null) row.Bad(column, $"{kind.Id} needs {column}");
        return row.IsGood ? Typed(row, kind) : null;
    }

    private static Measured? Typed(RowReader row, ActivityKind kind)
    {
        Measured? measured = kind.Measure switch
        {
            MeasureType.Count => row.Whole("count") is { } times ? new Measured.Count(times) : null,
            MeasureType.Quantity => row.Number("quantity") is { } number ? new Measured.Quantity(number.Hundredths) : null,
            MeasureType.Rate => row.Whole("answered") is { } a && row.Whole("satisfied") is { } s
                && row.Whole("asked") is { } q ? new Measured.Rate(a, s, q) : null,
            MeasureType.Share => row.Whole("done") is { } done && row.Whole("of") is { } of
                ? new Measured.Share(done, of) : null,
            MeasureType.Option => new Measured.Option(OptionOf(row.Required("option"), kind)),
            MeasureType.Flag => Flag(row),
            MeasureType.Points => row.Number("points") is { } points ? new Measured.Awarded(points) : null,
            _ => throw new InvalidOperationException("unknown measure"),
        };
        return measured;
    }

    /// <summary>An option may be written by its title.</summary>
    private static string OptionOf(string text, ActivityKind kind) =>
        kind.Options.FirstOrDefault(o => o.Id == text || o.Title.Zh == text)?.Id ?? text;

    private static Measured.Flag? Flag(RowReader row)
    {
        switch (row.Required("flag"))
        {
            case "true" or "是" or "yes": return new Measured.Flag(true);
            case "false" or "否" or "no": return new Measured.Flag(false);
            case var other:
                row.Bad("flag", $"'{other}' is not true or false (是 / 否)");
                return null;
        }
    }
}
