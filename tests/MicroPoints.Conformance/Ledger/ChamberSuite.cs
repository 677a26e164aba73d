namespace MicroPoints.Conformance;

/// <summary>What the chamber host's suites share: a host over the log, with one registered chamber.</summary>
public abstract class ChamberSuite : LogSuite
{
    protected IChamberHost Host { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Host = HostOver(Log);
        await Registered(Sample.East);
    }

    protected async Task Registered(ChamberId chamber) => Assert.IsType<Answer.Recorded>(await Run(
        new ChangeChamber(Sample.Registration(chamber.Value, Sample.County)), chamber: chamber));

    /// <summary>Runs a command at the eastern chamber as its clerk, unless said otherwise.</summary>
    protected Task<Answer> Run(LedgerCommand command, Actor? by = null, ChamberId? chamber = null) =>
        Host.Run(chamber ?? Sample.East, by ?? Sample.Clerk, command, CancellationToken.None).AsTask();

    protected async Task<SealedEntry> Recorded(LedgerCommand command, Actor? by = null, ChamberId? chamber = null) =>
        Assert.Single(Assert.IsType<Answer.Recorded>(await Run(command, by, chamber)).Entries);

    protected async Task Refused(Refusal reason, LedgerCommand command, Actor? by = null, ChamberId? chamber = null)
    {
        var before = await Heads();
        var refused = Assert.IsType<Answer.Refused>(await Run(command, by, chamber));
        Assert.Equal(reason, refused.Reason);
        Assert.NotEmpty(refused.Detail);
        Assert.Equal(before, await Heads());
    }

    protected Task<BatchAnswer> RunAll(params LedgerCommand[] commands) =>
        Host.RunAll(Sample.East, Sample.Clerk, commands, CancellationToken.None).AsTask();

    protected Task<ChamberView> View(string day = "2026-12-31", ChamberId? chamber = null) => Host.View(
        chamber ?? Sample.East, Sample.Year2026, AsOf.On(On.Parse(day).Last), CancellationToken.None).AsTask();
}
