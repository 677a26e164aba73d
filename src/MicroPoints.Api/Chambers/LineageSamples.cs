using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>The examples of endings, mergers and splits.</summary>
internal static class LineageSamples
{
    private static readonly DateOnly On = new(2026, 7, 1);

    public static readonly DissolutionToRecord Dissolution = new() { Id = "dissolved-2026", On = On };

    public static readonly MergerToRecord Merger = new()
    {
        Id = "merger-2026",
        On = On,
        Into = "c-20",
        With = ["c-08"],
        Register = new SuccessorToRegister { Name = "新澜镇商会", Kind = "township", Seat = "990101007" },
        States = [new StateToRestate { Kind = "party-charter.adopted", Flag = true }],
    };

    public static readonly SplitToRecord Split = new()
    {
        Id = "split-2026",
        On = On,
        Shares =
        [
            new ShareOfSplit { Chamber = "c-21", Allocated = ["visit-1", "visit-2"] },
            new ShareOfSplit { Chamber = "c-22", Allocated = ["visit-3"] },
        ],
    };

    public static readonly RecordedLineage Done = new(
        SendingAnswer.Recorded, "merger-2026",
        [new LineageStepDone("c-07", 1, Samples.Head), new LineageStepDone("c-20", 9, Samples.Head)]);
}
