using System.Diagnostics;
using MicroPoints.Chambers;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Benchmarks;

/// <summary>The round as a locked period has it: from columns that were compacted out of the journal once.</summary>
public sealed class ColumnRound : IRoundRun
{
    private readonly string _directory;
    private readonly Workspace _workspace;
    private readonly string _compaction;

    private ColumnRound(string directory, Workspace workspace, string compaction) =>
        (_directory, _workspace, _compaction) = (directory, workspace, compaction);

    public string Name => "from columns";

    public string Conditions => $"{_compaction}, once when the period was locked and not in the time; each run takes the log's heads, "
        + "opens the file of exactly those heads, verifies every check sum, and scores, ranks and grades on all processors";

    /// <summary>Compacts the journal's year, and says how long that took.</summary>
    public static async Task<ColumnRound> Compacted(string directory, Workspace workspace)
    {
        var began = Stopwatch.GetTimestamp();
        var cut = await workspace.Log.Cut(RegionCode.Nation, CancellationToken.None);
        await PeriodColumns.Write(directory, Year.Period, cut, workspace.Log, CancellationToken.None);
        var bytes = new DirectoryInfo(Path.Combine(directory, "derived", "columns")).GetFiles("*.col").Sum(f => f.Length);
        return new ColumnRound(directory, workspace,
            $"compaction took {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s on one thread, to {bytes >> 20} MB");
    }

    public async Task<RoundTotals> Run(CancellationToken cancel)
    {
        var adoption = _workspace.Regions.AdoptionOf(BenchRules.Ruleset, RegionCode.Nation, AsOf.On(_workspace.Today))!;
        var (published, _) = await _workspace.Library.Get(adoption.Ruleset, adoption.Hash, _workspace.Kinds, cancel);
        var ruleset = published.WithListsOf(adoption.Settings, _workspace.Kinds);
        var at = AsOf.On(_workspace.Today);
        var question = new Question(ruleset, _workspace.Kinds, Year.Period, RegionCode.Nation, [], at, new HashSet<ChamberId>());
        var cut = await _workspace.Log.Cut(RegionCode.Nation, cancel);
        using var file = PeriodColumns.Open(_directory, Year.Period, cut)
            ?? throw new InvalidOperationException("the journal's heads moved after its year was compacted");
        var asked = new TableQuestion(question, adoption.Settings, NotApplicable, _ => []);
        return TotalsOf(TableRun.Of(file, asked, cancel).Table);

        IReadOnlyDictionary<string, string> NotApplicable(Chamber chamber) =>
            _workspace.Regions.NotApplicable(ruleset.Id, Year.Period, chamber.Id, chamber.Seat, at.KnownAt);
    }

    public static RoundTotals TotalsOf(PointsTable table)
    {
        var rows = Enumerable.Range(0, table.Count).Select(row => table[row]).ToList();
        return new RoundTotals(
            rows.Sum(r => r.Total.Hundredths) / 100, rows.Sum(r => (long)r.Places!.County), rows.Sum(r => (long)r.Places!.City),
            rows.Sum(r => (long)r.Places!.Province), rows.Sum(r => (long)r.Places!.Scope),
            rows.Count(r => r.IsEligible(0)), rows.Count(r => r.Grade == "A"));
    }
}
