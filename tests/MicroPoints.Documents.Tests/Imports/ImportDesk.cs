using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Imports;

/// <summary>A county of three chambers in memory, under the shipped rules, early in 2027.</summary>
internal sealed class ImportDesk : TimeProvider
{
    public static readonly RegionCode County = new("990101");
    public static readonly Actor Clerk = new(new ActorId("clerk"), Role.Clerk, County);
    public static readonly Actor Approver = new(new ActorId("approver"), Role.Approver, RegionCode.Nation);
    public static readonly ChamberId C1 = new("c-01"), C2 = new("c-02"), C3 = new("c-03");
    private static readonly CancellationToken Never = CancellationToken.None;

    public DateTimeOffset Now { get; set; } = new(2027, 1, 8, 2, 0, 0, TimeSpan.Zero);
    public BreakingLog Log { get; } = new(new MemoryEventLog());
    public Workspace Workspace { get; private set; } = null!;
    public ImportService Imports => Workspace.Imports;
    public Templates Templates => new(Workspace);
    public ExportService Exports => new(Workspace);

    public override DateTimeOffset GetUtcNow() => Now;

    public static async Task<ImportDesk> Open()
    {
        var desk = new ImportDesk();
        desk.Workspace = await Workspace.Open(
            new WorkspaceParts(desk.Log, YamlRules.Instance, desk, new SeededSalts("imports")) { Tables = TableFiles.Instance },
            ShippedFiles.Read(Rules), Approver, Never);
        foreach (var (id, name, kind, seat) in ((ChamberId, string, string, string)[])[
            (C1, "青石镇商会", "township", "990101101"), (C2, "白沙镇商会", "township", "990101102"), (C3, "红枫街道商会", "street", "990101001")])
            await desk.Does(id, new ChangeChamber(new RegisterChamber(
                new EntryId("register"), name, kind, new RegionCode(seat), [], new DateOnly(2015, 3, 1))));
        return desk;
    }

    /// <summary>The shipped rulesets of the source tree.</summary>
    public static string Rules { get; } = Above("rulesets");

    public static ImportRequest Annual(string file = "2026汇总.xlsx") => new(file, TableShape.Annual, Period.Year(2026), County);

    public static ImportRequest List(string? kind = "dispute.mediated", string? document = "司函〔2026〕8号") =>
        new("司法局.xlsx", TableShape.Department, Period.Year(2026), County)
        { Kind = kind is null ? null : new KindId(kind), Document = document };

    public async Task Does(ChamberId chamber, LedgerCommand command)
    {
        var answer = await Workspace.Chambers.Run(chamber, Approver, command, Never);
        Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
    }

    public Task<ImportedTable> Read(byte[] file, ImportRequest? request = null) => Imports.Read(file, request ?? Annual(), Never).AsTask();

    public Task<ImportPreview> Preview(byte[] file, ImportRequest? request = null) =>
        Imports.Preview(file, request ?? Annual(), Clerk, null, Never).AsTask();

    public Task<ImportOutcome> Apply(byte[] file, ImportRequest? request = null) =>
        Imports.Apply(file, request ?? Annual(), Clerk, null, Never).AsTask();

    /// <summary>An import that must be done.</summary>
    public async Task<ImportId> Does(byte[] file, ImportRequest? request = null)
    {
        var outcome = await Apply(file, request);
        Assert.True(outcome.End == ImportEnd.Done, string.Join('\n', outcome.Problems));
        return outcome.Import!.Value;
    }

    public Task<ImportOutcome> Undo(ImportId import, string reason = "传错了文件") =>
        Imports.Undo(import, reason, Clerk, null, Never).AsTask();

    public async Task<Points> PointsOf(ChamberId chamber, string indicator)
    {
        var answer = await Workspace.Standings.Ask(
            new StandingsQuery("micro-points", Period.Year(2026), County, null, null, []), chamber, Never);
        return answer.Cards[0].Card.Line(indicator)!.Points;
    }

    public async Task<int> EntriesOf(ChamberId chamber) => (await Ledger(chamber)).Count;

    /// <summary>How many entries the three ledgers have; the first registers the chamber.</summary>
    public async Task<string> Entries() => $"{await EntriesOf(C1)} {await EntriesOf(C2)} {await EntriesOf(C3)}";

    public async Task<IReadOnlyList<Streams.SealedEntry>> Ledger(ChamberId chamber)
    {
        var entries = new List<Streams.SealedEntry>();
        await foreach (var entry in Log.Read(StreamId.Of(chamber), 0, Never)) entries.Add(entry);
        return entries;
    }

    private static string Above(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, name, "micro-points"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, name);
    }
}
