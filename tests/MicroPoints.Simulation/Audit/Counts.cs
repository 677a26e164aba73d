namespace MicroPoints.Simulation;

/// <summary>What happened in a run, so that nobody takes a run in which nothing happened for a good one.</summary>
internal sealed class Counts
{
    public int Recorded { get; set; }
    public int Exists { get; set; }
    public int Refused { get; set; }
    public int Lost { get; set; }
    public int Audits { get; set; }
    public int ProcessEnds { get; set; }
    public int PowerCuts { get; set; }
    public int FailedFlushes { get; set; }
    public int FullDisks { get; set; }
    public int BrokenOpenings { get; set; }
    public int Closings { get; set; }
    public int Backups { get; set; }
    public int Mergers { get; set; }
    public int Rounds { get; set; }

    public void Add(Counts other)
    {
        foreach (var property in typeof(Counts).GetProperties())
            property.SetValue(this, (int)property.GetValue(this)! + (int)property.GetValue(other)!);
    }

    public override string ToString() =>
        string.Join(", ", typeof(Counts).GetProperties().Select(p => $"{p.Name} {p.GetValue(this)}"));
}
