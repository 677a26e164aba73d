using MicroPoints.Activities;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Activities of one kind and day typed for many chambers at once (成批登记): one import, and taken back as one.</summary>
/// <param name="Id">Made when its form is opened. The same grid with other rows takes the place of what it recorded; another adds.</param>
/// <param name="Expires">Of a state: the first day on which it no longer holds; null where the kind says it.</param>
/// <param name="Rows">Of every chamber of the form, also of those for which nothing was typed.</param>
public sealed record BatchGrid(string Id, KindId Kind, On On, DateOnly? Expires, IReadOnlyList<GridRow> Rows)
{
    /// <summary>Of all that was typed.</summary>
    internal Digest Digest => Digest.Of(new CanonicalWriter().Text("grid/1").Text(Id).Text(Kind.Value).Text(On.ToString())
        .Text(Expires is { } day ? Calendar.Text(day) : null)
        .List(Rows, (w, row) => w.Text(row.Chamber.Value).Text(row.Measured?.ToString()).Text(row.Key).Text(row.Reason)).Written);
}

/// <summary>What was typed for one chamber.</summary>
/// <param name="Number">Where problems are told: <see cref="CellPlace.Row"/>, from 1.</param>
/// <param name="Measured">Null where nothing is recorded.</param>
public sealed record GridRow(int Number, ChamberId Chamber, Measured? Measured, string? Key, string? Reason);

/// <summary>The columns of a grid, where problems are told.</summary>
public static class GridColumn
{
    public const int Measure = 1, Key = 2, Reason = 3;
}
