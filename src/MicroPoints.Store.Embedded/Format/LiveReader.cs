namespace MicroPoints.Store.Embedded;

/// <summary>Reads a whole journal that another process may be writing, and tells its end from damage.</summary>
internal sealed class LiveReader(SegmentFiles files, SegmentHeader journal)
{
    public GroupReader Groups { get; } = new(files, journal, new Place(1, SegmentHeader.Bytes), 0);

    /// <summary>What lies behind the end, or behind what is broken.</summary>
    public Tail Tail { get; private set; }

    /// <summary>Why it is broken.</summary>
    public string Why { get; private set; } = "";

    public Found Find()
    {
        for (var again = false; ; again = true)
        {
            var found = Groups.Find();
            if (found == Found.Intact) return found;
            Tail = Tail.After(files, journal, Groups.At, Groups.Number);
            if (Tail.Later is null && !(found == Found.Broken && Groups.At.Offset == 0)) return Found.End;
            Why = found == Found.Broken ? Groups.Why : "the log ends";
            if (Tail.Later is { } later) Why += $", but a later group stands intact in {later}";
            // A running writer may have completed this group after it was read, and then written the later one.
            if (again) return Found.Broken;
            Groups.Refresh();
        }
    }
}
