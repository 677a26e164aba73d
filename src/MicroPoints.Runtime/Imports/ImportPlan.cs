using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What becomes of one thing that a table says.</summary>
public enum LineKind
{
    New = 1,

    /// <summary>An earlier import recorded exactly this.</summary>
    Already = 2,

    /// <summary>An earlier import recorded something else there: that is taken back, and this recorded.</summary>
    Corrects = 3,

    /// <summary>An earlier import recorded something there, and now there is nothing: it is taken back.</summary>
    TakesBack = 4,
}

/// <summary>One line of a preview.</summary>
/// <param name="Was">What an earlier import recorded there.</param>
/// <param name="Now">What is recorded now; null where it is only taken back.</param>
public sealed record PlannedLine(CellPlace Place, LineKind Kind, ActivityKind Activity, string? Key, Measured? Was, Measured? Now);

/// <summary>What an import does to one chamber.</summary>
public sealed record ChamberPlan(ChamberId Chamber, string Name, IReadOnlyList<PlannedLine> Lines)
{
    public int Count(LineKind kind) => Lines.Count(l => l.Kind == kind);
}

/// <summary>A chamber's plan with the commands that carry it out, on top of the ledger that it was made from.</summary>
/// <param name="Places">Which cell each command comes from.</param>
internal sealed record ChamberWork(
    ChamberPlan Plan, Head Head, IReadOnlyList<SealedEntry> Entries, IReadOnlyList<LedgerCommand> Commands, IReadOnlyList<CellPlace> Places)
{
    public ChamberId Chamber => Plan.Chamber;
}

/// <summary>Compares what a table says of a chamber with what earlier imports recorded there.</summary>
internal sealed class ImportPlanner(ImportId import, ChamberId chamber, string name, IReadOnlyList<SealedEntry> entries)
{
    private readonly List<PlannedLine> _lines = [];
    private readonly List<LedgerCommand> _commands = [];
    private readonly List<CellPlace> _places = [];
    private readonly ILookup<string, (ImportLine Line, SealedEntry Entry)> _bySlot = Lines(entries);
    private readonly HashSet<EntryId> _reversed = Reversed(entries);

    public ChamberWork Plan(Head head, IEnumerable<ImportedCell> cells)
    {
        foreach (var cell in cells) Cell(cell);
        return new ChamberWork(new ChamberPlan(chamber, name, _lines), head, entries, _commands, _places);
    }

    public static HashSet<EntryId> Reversed(IEnumerable<SealedEntry> entries) =>
        [.. entries.Select(e => e.Body).OfType<ActivityReversed>().Select(r => r.Target)];

    /// <summary>Every activity that an import recorded, taken back or not, by its place.</summary>
    public static ILookup<string, (ImportLine Line, SealedEntry Entry)> Lines(IEnumerable<SealedEntry> entries) =>
        (from entry in entries
         where entry.Body is ActivityRecorded
         let line = ImportLine.Of(entry.Id)
         where line is not null
         select (Line: line, Entry: entry)).ToLookup(l => l.Line.Slot);

    private void Cell(ImportedCell cell)
    {
        var slot = ImportLine.SlotOf(cell.Slot);
        var known = _bySlot[slot].ToList();
        var standing = known.Where(k => !_reversed.Contains(k.Entry.Id)).ToList();
        foreach (var item in cell.Items)
        {
            var id = ImportLine.ItemOf(item.Item);
            var there = standing.Where(s => s.Line.Item == id).ToList();
            var same = there.FindIndex(s => MeasuredOf(s.Entry) == item.Measured);
            if (same >= 0)
            {
                Line(item.Place, LineKind.Already, cell, item.Key, item.Measured, item.Measured);
                there.RemoveAt(same);
            }
            foreach (var (_, old) in there) TakeBack(item.Place, old, cell);
            if (same >= 0) continue;
            Line(item.Place, there.Count > 0 ? LineKind.Corrects : LineKind.New, cell, item.Key,
                there.Count > 0 ? MeasuredOf(there[0].Entry) : null, item.Measured);
            var number = known.Count(k => k.Line.Item == id) + 1;
            Give(item.Place, new RecordActivity(new ImportLine(import, slot, id, number).Id, cell.Kind.Id, item.On, item.Measured,
                item.Expires, Key: item.Key, Reason: item.Reason));
        }
        var wanted = cell.Items.Select(i => ImportLine.ItemOf(i.Item)).ToHashSet();
        foreach (var (_, old) in standing.Where(s => !wanted.Contains(s.Line.Item)))
        {
            Line(cell.Place, LineKind.TakesBack, cell, ((ActivityRecorded)old.Body).Fact.Key, MeasuredOf(old), null);
            TakeBack(cell.Place, old, cell);
        }
    }

    private static Measured MeasuredOf(SealedEntry entry) => ((ActivityRecorded)entry.Body).Fact.Measured;

    private void Line(CellPlace place, LineKind kind, ImportedCell cell, string? key, Measured? was, Measured? now) =>
        _lines.Add(new PlannedLine(place, kind, cell.Kind, key, was, now));

    private void TakeBack(CellPlace place, SealedEntry old, ImportedCell cell) => Give(place, new ReverseActivity(
        ImportLine.Correcting(import, old.Id), old.Id, TableNotes.PlainReason(
            cell.Correcting ?? $"重新导入，更正{cell.Kind.Title.QuotedZh}（{place}）")));

    private void Give(CellPlace place, LedgerCommand command)
    {
        _commands.Add(command);
        _places.Add(place);
    }
}
