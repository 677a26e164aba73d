namespace MicroPoints.Conformance;

/// <summary>What the suites of mergers and splits share.</summary>
public abstract class LineageSuite : ChamberSuite
{
    protected static readonly DateOnly July = new(2026, 7, 1);

    protected static MergeChambers Merger { get; } = new(Sample.Id("merger"), [Sample.East, Sample.West], Sample.Union,
        July, Sample.Registration("Union", Sample.County),
        [Sample.Listing("ignored", on: "2026-07-01", expires: new DateOnly(2026, 9, 1))]);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Registered(Sample.West);
        foreach (var chamber in (ChamberId[])[Sample.East, Sample.West])
            for (var i = 1; i <= 8; i++) await Recorded(Sample.Visit($"{chamber}-visit-{i}"), chamber: chamber);
    }

    protected Task<LineageAnswer> Merge(MergeChambers? merger = null, IEventLog? through = null) =>
        LineageOver(through ?? Log).Merge(merger ?? Merger, Sample.Approver, CancellationToken.None).AsTask();

    protected Task<LineageAnswer> Split(SplitChamber split, IEventLog? through = null) =>
        LineageOver(through ?? Log).Split(split, Sample.Approver, CancellationToken.None).AsTask();

    protected static async Task<LineageAnswer.Done> Done(Task<LineageAnswer> answer) =>
        Assert.IsType<LineageAnswer.Done>(await answer);

    protected async Task RefusedWhole(ChamberId where, Refusal reason, Func<Task<LineageAnswer>> run)
    {
        var before = await Heads();
        var refused = Assert.IsType<LineageAnswer.Refused>(await run());
        Assert.Equal((where, reason), (refused.Chamber, refused.Reason));
        Assert.Equal(before, await Heads());
    }

    private Lineage LineageOver(IEventLog log) => new(HostOver(log), log);
}
