namespace MicroPoints.Simulation;

/// <summary>A merger or a split; its own ids derive from the one that the caller chose.</summary>
internal sealed record LineageDeed(MergeChambers? Merger, SplitChamber? Split) : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        LineageAnswer answer;
        try
        {
            answer = Merger is not null
                ? await desk.Workspace.Lineage.Merge(Merger, County.Approver, CancellationToken.None)
                : await desk.Workspace.Lineage.Split(Split!, County.Approver, CancellationToken.None);
        }
        catch (StoreException) { return; }
        if (!hears || answer is not LineageAnswer.Done done) return;
        desk.Auditor.Counts.Mergers++;
        foreach (var line in done.Steps.SelectMany(s => s.Lines))
            foreach (var entry in line is Answer.Exists exists ? [exists.First] : ((Answer.Recorded)line).Entries)
                desk.Auditor.Acknowledged(entry);
    }
}
