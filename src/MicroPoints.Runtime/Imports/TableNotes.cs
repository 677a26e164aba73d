namespace MicroPoints.Runtime;

/// <summary>Gathers what is said of a table while it is read; above the limit it counts on and says so.</summary>
internal sealed class TableNotes
{
    private readonly List<TableNote> _problems = [], _notes = [];
    private int _more;

    public IReadOnlyList<TableNote> Problems => _more == 0 ? _problems
        : [.. _problems, new TableNote(null, $"还有 {_more} 处问题没有列出", $"{_more} more problems are not listed")];

    public IReadOnlyList<TableNote> Notes => _notes;

    public void Problem(CellPlace? place, Title what)
    {
        if (_problems.Count < Limits.TableProblemsMax) _problems.Add(new TableNote(place, what));
        else _more++;
    }

    public void Problem(CellPlace? place, string zh, string en) => Problem(place, new Title(zh, en));

    public void Say(CellPlace? place, string zh, string en)
    {
        if (_notes.Count < Limits.TableProblemsMax) _notes.Add(new TableNote(place, zh, en));
    }

    /// <summary>A reason of plain words: what a file's or a sheet's name holds beside them is left out.</summary>
    public static string PlainReason(string text)
    {
        var plain = string.Concat(text.Where(c => PlainText.ControlInLines([c]) < 0));
        return plain.Length <= Limits.ReasonLengthMax ? plain : plain[..(Limits.ReasonLengthMax - 1)] + "…";
    }
}
