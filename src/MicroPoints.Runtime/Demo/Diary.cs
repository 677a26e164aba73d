using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;

namespace MicroPoints.Runtime.Demo;

/// <summary>One line of a diary: an activity to be recorded, or the taking back of one.</summary>
internal sealed class Note
{
    public required KindId Kind { get; init; }
    public required On On { get; init; }
    public required Measured Measured { get; init; }
    public string? Key { get; init; }
    public Part? Part { get; init; }
    public string? Reason { get; init; }
    public DateOnly? Submitted { get; set; }
    public Note? TakesBack { get; init; }

    /// <summary>Its place among the chamber's lines, from 1; it makes the id.</summary>
    public int Number { get; set; }

    private EntryId Id => new(string.Create(CultureInfo.InvariantCulture, $"2026-{Number:0000}"));

    public LedgerCommand Command => TakesBack is { } target
        ? new ReverseActivity(Id, target.Id, Reason!)
        : new RecordActivity(Id, Kind, On, Measured, Submitted: Submitted, Key: Key, Part: Part, Reason: Reason);
}

/// <summary>All that one chamber's clerk sends in the demo, written in any order and read by recording day.</summary>
/// <param name="chamber">Whose diary it is.</param>
internal sealed class Diary(DemoChamber chamber)
{
    private readonly List<(DateOnly Day, Note Note)> _sendings = [];
    private bool _numbered;

    /// <summary>The activities, without repeated sendings and reversals.</summary>
    public int Activities { get; private set; }

    public IReadOnlyList<Note> Notes => [.. _sendings.Select(s => s.Note)];

    /// <summary>A fact handed in when it happened, so recorded on the next recording day.</summary>
    public Note Add(KindId kind, On on, Measured measured, string? reason = null, string? key = null, Part? part = null)
    {
        var note = new Note { Kind = kind, On = on, Measured = measured, Reason = reason, Key = key, Part = part };
        Activities++;
        Send(on.Last, note);
        return note;
    }

    public Note Add(KindId kind, DateOnly on, Measured measured, string? reason = null, string? key = null) =>
        Add(kind, On.Day(on), measured, reason, key);

    public Note First(KindId kind) => _sendings.OrderBy(s => s.Day).First(s => s.Note.Kind == kind).Note;

    /// <summary>The chamber hands a noted fact in only on a later day.</summary>
    public void HandInLate(Note note, DateOnly submitted)
    {
        _sendings.RemoveAll(s => s.Note == note);
        note.Submitted = submitted;
        Send(submitted, note);
    }

    /// <summary>The same line is sent once more, as after an answer that was lost.</summary>
    public void SendAgain(Note note, DateOnly day) => Send(day, note);

    public void TakeBack(Note note, DateOnly day, string reason) => Send(day, new Note
    {
        Kind = note.Kind,
        On = note.On,
        Measured = note.Measured,
        TakesBack = note,
        Reason = reason,
    });

    /// <summary>The commands of one recording day, in the order of the days on which they were handed in.</summary>
    public IReadOnlyList<LedgerCommand> At(int step)
    {
        if (!_numbered) Number();
        return
        [
            .. step == 0 ? Register() : [],
            .. _sendings.Where(s => DemoCalendar.StepOf(s.Day) == step).Select(s => s.Note.Command),
        ];
    }

    private IEnumerable<LedgerCommand> Register()
    {
        yield return new ChangeChamber(new RegisterChamber(
            new EntryId("register"), chamber.Name, chamber.Kind, chamber.Seat, chamber.Serves, chamber.Founded));
        yield return Attribute(DemoPlan.StampAttribute, DemoPlan.Stamp, chamber.Founded);
        if (chamber.RegisteredOn is { } since)
            yield return Attribute(Chamber.RegisteredOn, Calendar.Text(since), since);
    }

    private static ChangeChamber Attribute(string name, string value, DateOnly on) =>
        new(new SetChamberAttribute(new EntryId($"attribute-{name}"), name, value, on));

    private void Send(DateOnly day, Note note)
    {
        Invariant.Holds(!_numbered, "a diary is written before it is read");
        Invariant.Holds(day <= DemoCalendar.LastDay, "what is sent reaches a recording day");
        _sendings.Add((day, note));
    }

    /// <summary>Sorting is stable, so that lines of one day keep the order in which they were written.</summary>
    private void Number()
    {
        var ordered = _sendings.OrderBy(s => s.Day).ToList();
        _sendings.Clear();
        _sendings.AddRange(ordered);
        var last = 0;
        foreach (var (_, note) in _sendings) if (note.Number == 0) note.Number = ++last;
        _numbered = true;
    }
}
