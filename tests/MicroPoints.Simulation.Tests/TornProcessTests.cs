namespace MicroPoints.Simulation.Tests;

/// <summary>An end of the process and, later, a cut of power: what the process in between showed must outlive both.</summary>
public sealed class TornProcessTests : IDisposable
{
    private static readonly StreamId Stream = StreamId.Of(new ChamberId("east"));
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("micropoints-torn-");
    private readonly Deployment _deployment;

    public TornProcessTests()
    {
        _deployment = new Deployment(_root.FullName, new SimulationPlan(2, 0), new SimulatedClock(), new TurnContext(new Random(1)));
        _deployment.Make();
        _deployment.OpenStore();
        Assert.True(Appends(Entry(default, "register")));
    }

    [Fact]
    public void A_group_that_a_killed_process_left_unflushed_is_on_the_disk_once_it_is_shown()
    {
        Fail(Fault.EndBefore, effects: 2);
        Assert.False(Appends(Entry(Head(), "visit")));
        Restart(cutsPower: false);
        Assert.Equal(2, Head().Sequence);
        Restart(cutsPower: true);
        Assert.Equal(2, Head().Sequence);
    }

    [Fact]
    public void After_a_failed_flush_later_groups_leave_no_hole_before_them()
    {
        Fail(Fault.FlushFails, effects: 1);
        Assert.False(Appends(Entry(Head(), "visit")));
        Restart(cutsPower: false);
        Assert.True(Appends(Entry(Head(), "other")));
        var shown = Head();
        Restart(cutsPower: true);
        Assert.Equal(shown, Head());
    }

    public void Dispose()
    {
        _deployment.Abandon();
        _root.Delete(recursive: true);
    }

    private void Fail(Fault fault, int effects) => _deployment.Disk.Faults.Arm(fault, effects);

    private Head Head() => _deployment.Log.Cut(RegionCode.Nation, CancellationToken.None).Result.Find(Stream);

    private void Restart(bool cutsPower)
    {
        _deployment.Kill();
        if (cutsPower) _deployment.Disk.CutPower(new Tearing(Keeps.Nothing, NamesPart: 0, Seed: 1));
        _deployment.Disk.NextProcess();
        _deployment.OpenStore();
    }

    private bool Appends(SealedEntry entry)
    {
        _deployment.Disk.Turnstile.Set(isOpen: true);
        var expected = new Head(entry.Sequence - 1, entry.Previous);
        var answer = _deployment.Log.Append(Stream, expected, [entry], CancellationToken.None).AsTask();
        _deployment.Log.Answer();
        return answer.IsCompletedSuccessfully;
    }

    private static SealedEntry Entry(Head after, string id) => SealedEntry.Seal(Stream, after, new Draft(
        new EntryId(id), County.Clerk.Id, new SimulatedClock().Now, null, after.Sequence == 0
            ? new ChamberRegistered("east", "township", County.Region, [], null) : new ChamberRenamed(id, new SimulatedClock().Today)));
}
