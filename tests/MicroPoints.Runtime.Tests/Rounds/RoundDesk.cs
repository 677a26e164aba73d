using System.Text;
using MicroPoints.Activities;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>A workspace in memory with the shipped rules, a clock that a test sets, and one open round.</summary>
internal sealed class RoundDesk : TimeProvider, IRuleFormat
{
    public static readonly RoundId Round = new("r-2026");
    private static readonly Actor Setup = new(new ActorId("setup"), Role.Approver, RegionCode.Nation);
    private static readonly CancellationToken Never = CancellationToken.None;

    private Func<byte[], byte[]> _change = bytes => bytes;

    public DateTimeOffset Now { get; set; } = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);
    public MemoryEventLog Log { get; } = new();
    public IPeriodColumns? Columns { get; private set; }

    /// <summary>Engines that have to agree beside the built-in one, from now on.</summary>
    public List<IEvaluationEngine> OtherEngines { get; } = [];
    public Workspace Workspace { get; private set; } = null!;
    public RoundService Rounds => Workspace.Rounds;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Registers the chambers and opens the round in their county.</summary>
    public static Task<RoundDesk> Open(params ChamberId[] chambers) => OpenWith(_ => null, chambers);

    /// <summary>The same, with a place for columns of its log.</summary>
    public static async Task<RoundDesk> OpenWith(Func<IEventLog, IPeriodColumns?> columns, params ChamberId[] chambers)
    {
        var desk = new RoundDesk();
        desk.Columns = columns(desk.Log);
        await desk.OpenWorkspace();
        foreach (var chamber in chambers)
            await desk.Record(chamber, new ChangeChamber(Sample.Registration(chamber.Value, Sample.County)));
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Open(Round, new RoundOpened("micro-points", Sample.Year2026,
            Sample.County, [], RoundPurpose.Rehearsal, "light", null), Sample.Approver, Never));
        return desk;
    }

    /// <summary>The chambers registered under the shipped rules as somebody changes them, and no round yet.</summary>
    public static async Task<RoundDesk> OpenUnder(Func<byte[], byte[]> change, params ChamberId[] chambers)
    {
        var desk = new RoundDesk { _change = change };
        await desk.OpenWorkspace();
        foreach (var chamber in chambers)
            await desk.Record(chamber, new ChangeChamber(Sample.Registration(chamber.Value, Sample.County)));
        return desk;
    }

    private async Task OpenWorkspace() => Workspace = await Another();

    /// <summary>Another workspace over the same log, which has kept nothing yet.</summary>
    public async Task<Workspace> Another() => await Workspace.Open(
        new WorkspaceParts(Log, this, this, new SeededSalts("rounds")) { Columns = Columns, OtherEngines = OtherEngines },
        new ShippedRules(Bytes("activities.yaml"), [_change(Bytes("micro-points/micro-points.yaml"))], ["micro-points"]),
        Setup, Never);

    /// <summary>Publishes other activities and opens the workspace anew, under them.</summary>
    public async Task PublishActivities(string version)
    {
        var text = Encoding.UTF8.GetString(Bytes("activities.yaml")).Replace("version: '2026.1'", $"version: '{version}'");
        Assert.IsType<Answer.Recorded>(await Workspace.Streams.Run(StreamId.OfRuleset(RulesetState.Activities),
            RegionCode.Nation, Setup, new PublishRuleset(Sample.Id("other"), version, Encoding.UTF8.GetBytes(text)), Never));
        await OpenWorkspace();
    }

    public async Task Record(ChamberId chamber, LedgerCommand command, Actor? by = null)
    {
        var answer = await Workspace.Chambers.Run(chamber, by ?? Sample.Approver, command, Never);
        Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
    }

    public async Task<Answer> Lock(bool closePeriod = false, Actor? by = null) =>
        await Rounds.Lock(Round, null, closePeriod, by ?? Sample.Approver, null, Never);

    public async Task<Answer> Decide() => await Rounds.Decide(Round, new RoundDecided("主席办公会",
        Calendar.DayOf(Now), "1", "同意", []), Sample.Approver, null, Never);

    /// <summary>Seals, and gives the proof that was handed over to be kept.</summary>
    public async Task<SealedProof> Seal()
    {
        var kept = new List<SealedProof>();
        var (answer, _) = await Rounds.Seal(Round, Sample.Approver,
            proof => { kept.Add(proof); return ValueTask.CompletedTask; }, null, Never);
        Assert.IsNotType<Answer.Refused>(answer);
        return Assert.Single(kept);
    }

    public async Task<RoundState> State() => await Rounds.Load(Round, Never);

    public async Task<Heads> Heads() => await Log.Cut(RegionCode.Nation, Never);

    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes) =>
        ActivitiesFile.Read(bytes.Span, "activities.yaml").Catalogue ?? throw new FormatException("no activities");

    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds) =>
        RulesetFile.Read(bytes.Span, "ruleset.yaml", kinds).Ruleset ?? throw new FormatException("no ruleset");

    public static byte[] Bytes(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "rulesets", "activities.yaml")))
            folder = folder.Parent ?? throw new InvalidOperationException("no rulesets above the tests");
        return File.ReadAllBytes(Path.Combine(folder.FullName, "rulesets", name));
    }
}
