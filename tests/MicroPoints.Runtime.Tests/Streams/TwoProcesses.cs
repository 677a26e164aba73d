using System.Text;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Streams;

/// <summary>Two workspaces over one log, as two processes have them; neither follows unless a test says so.</summary>
internal sealed class TwoProcesses
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly RoundDesk _shipped = new();

    public SharedMemoryLog Log { get; } = new();
    public Workspace A { get; private set; } = null!;
    public Workspace B { get; private set; } = null!;

    public DateTimeOffset Now => _shipped.Now;

    /// <summary>Both opened, one after the other, and the chambers registered by the first.</summary>
    public static async Task<TwoProcesses> Open(params ChamberId[] chambers)
    {
        var two = new TwoProcesses();
        (two.A, two.B) = (await two.Another(), await two.Another());
        foreach (var chamber in chambers)
            await Recorded(two.A, chamber, new ChangeChamber(Sample.Registration(chamber.Value, Sample.County)));
        return two;
    }

    /// <summary>One more process that starts on the log.</summary>
    public async Task<Workspace> Another() => await Workspace.Open(
        new WorkspaceParts(Log, _shipped, _shipped, new RandomSalts()),
        new ShippedRules(RoundDesk.Bytes("activities.yaml"),
            [RoundDesk.Bytes("micro-points/micro-points.yaml")], ["micro-points"]),
        new Actor(new ActorId("setup"), Role.Approver, RegionCode.Nation), Never);

    public static async Task Recorded(Workspace at, ChamberId chamber, LedgerCommand command)
    {
        var answer = await at.Chambers.Run(chamber, Sample.Approver, command, Never);
        Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
    }

    /// <summary>Publishes and adopts a version under which each visit counts twice.</summary>
    public async Task AdoptTwofold(Workspace at)
    {
        var text = Encoding.UTF8.GetString(RoundDesk.Bytes("micro-points/micro-points.yaml"))
            .Replace("version: '2026.1'", "version: '2026.2'").Replace("value: 0.5, cite: { source: sample, clause: M1 }",
                "value: 1.0, cite: { source: sample, clause: M1 }");
        var (bytes, by) = (Encoding.UTF8.GetBytes(text), Sample.Country);
        Assert.IsType<Answer.Recorded>(await at.Streams.Run(StreamId.OfRuleset("micro-points"), RegionCode.Nation, by,
            new PublishRuleset(Sample.Id("publish-2026.2"), "2026.2", bytes), Never));
        Assert.IsType<Answer.Recorded>(await at.Adopt(Sample.County, Twofold(at, bytes), by, Never));
    }

    private AdoptRuleset Twofold(Workspace at, byte[] bytes) => new(Sample.Id("twofold"),
        _shipped.ReadRuleset(bytes, at.Kinds), at.Today, new Dictionary<string, SettingValue>());

    public static async Task OpenRound(Workspace at, RoundId round) => Assert.IsType<Answer.Recorded>(await at.Rounds.Open(
        round, new RoundOpened("micro-points", Sample.Year2026, Sample.County, [], RoundPurpose.Rehearsal, "light", null),
        Sample.Approver, Never));
}
