namespace MicroPoints.Runtime.Demo;

/// <summary>The coverage figures of a demo, counted from the ledgers.</summary>
public static class DemoCoverage
{
    public static async Task<IReadOnlyList<CoverageRow>> Of(Workspace workspace, DemoKind kind, CancellationToken cancel)
    {
        var cut = await workspace.Log.Cut(kind.Plan.Scope, cancel);
        var chambers = new List<ChamberTallies>();
        await foreach (var chamber in new TallySource(workspace.Log).At(cut, DemoPlan.Year, cancel)) chambers.Add(chamber);
        return Coverage.Rows(chambers, workspace.Kinds, kind.Plan.Places, kind.Published);
    }
}
