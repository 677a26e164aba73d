using MicroPoints.Activities;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Reads what was typed for many chambers, all bad fields at once.</summary>
/// <param name="Rows">The chambers of the form, in its order.</param>
public sealed record GridForm(ActivityKind Kind, IReadOnlyList<FoundChamber> Rows, DateOnly Today)
{
    public const string Grid = "grid", Document = "document";

    /// <summary>What a chamber's fields end in.</summary>
    public static string RowOf(ChamberId chamber) => $"-{chamber}";

    /// <summary>Rows with a bad field are left out of the grid, so that the others can be judged all the same.</summary>
    public (BatchGrid? Grid, IReadOnlyList<FormProblem> Problems) Read(IFormCollection form)
    {
        var (problems, rows) = (new List<FormProblem>(), new List<GridRow>());
        var (on, expires) = (Day(form, RecordForm.On, problems), (DateOnly?)null);
        if (on is null && problems.Count == 0) problems.Add(DayProblem(RecordForm.On));
        if (on > Today) problems.Add(new FormProblem(RecordForm.On, new Title("日期在今天之后，事情发生后再登记", "it is after today")));
        if (Kind.Nature == Nature.State) expires = Day(form, RecordForm.Expires, problems);
        if (expires <= on) problems.Add(new FormProblem(
            RecordForm.Expires, new Title("失效日期应在开始日期之后", "it ends no later than it begins")));
        var hasDays = problems.Count == 0;
        foreach (var (chamber, number) in Rows.Select((r, i) => (r.Id, i + 1)))
        {
            var (measured, key, reason, bad) = RecordForm.ReadRow(form, Kind, RowOf(chamber));
            problems.AddRange(bad);
            if (bad.Count == 0) rows.Add(new GridRow(number, chamber, measured, key, reason));
        }
        var id = form[Grid].ToString() is { } given && EntryId.IsValid(given) ? given : RecordForm.NewId();
        return (hasDays ? new BatchGrid(id, Kind.Id, On.Day(on!.Value), expires, rows) : null, problems);
    }

    /// <summary>What an import said of a row or of the whole, at the field where it is mended.</summary>
    public FormProblem Place(TableNote note) => new(note.Place is not { Row: > 0 and var row } place || row > Rows.Count ? ""
        : place.Column switch
        {
            GridColumn.Key => RecordForm.Key,
            GridColumn.Reason => RecordForm.Reason,
            _ => RecordForm.FieldsOf(Kind.Measure)[0],
        } + RowOf(Rows[row - 1].Id), note.What);

    private static DateOnly? Day(IFormCollection form, string field, List<FormProblem> problems)
    {
        if (form[field].ToString().Trim() is not { Length: > 0 } text) return null;
        if (Calendar.TryParseDay(text, out var day)) return day;
        problems.Add(DayProblem(field));
        return null;
    }

    private static FormProblem DayProblem(string field) =>
        new(field, new Title("请填写日期，例如 2026-04-12", "give a day such as 2026-04-12"));
}
