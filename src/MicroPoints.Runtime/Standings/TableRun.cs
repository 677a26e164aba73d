using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>What is asked of all chambers of a file of columns.</summary>
/// <param name="NotApplicable">Indicators that do not apply to a chamber, with the decisions' reasons.</param>
/// <param name="History">A chamber's results in earlier sealed rounds.</param>
public sealed record TableQuestion(
    Question Question, IReadOnlyDictionary<string, SettingValue> Settings,
    Func<Chamber, IReadOnlyDictionary<string, string>> NotApplicable, Func<ChamberId, IReadOnlyList<EarlierResult>> History);

/// <summary>A table with what the register says of its rows.</summary>
public sealed record ChamberTable(PointsTable Table, IReadOnlyList<Chamber> Register);

/// <summary>Scores a file of columns into a points table, blocks side by side on all processors.</summary>
public static class TableRun
{
    private static readonly Tally NoFacts = new();

    public static ChamberTable Of(IColumnFile file, TableQuestion asked, CancellationToken cancel) =>
        Of(file, asked, asked.Question.Compile(asked.Settings), cancel);

    /// <param name="compiled">The question's ruleset, for its period and reading day.</param>
    public static ChamberTable Of(IColumnFile file, TableQuestion asked, CompiledRuleset compiled, CancellationToken cancel)
    {
        var question = asked.Question;
        var peers = Peers(file, asked, compiled, cancel);
        var (table, register) = (compiled.NewTable(file.Chambers), new Chamber[file.Chambers]);
        Parallel.For(0, file.Blocks, new ParallelOptions { CancellationToken = cancel },
            () => new Worker(file.NewReader(compiled.Sums, question.ReadingDay), asked, compiled, peers),
            (block, _, worker) => { worker.Score(block, file.FirstOf(block), table, register); return worker; }, _ => { });
        compiled.Finish(table);
        return new ChamberTable(table, register);
    }

    private static PeerAmounts Peers(IColumnFile file, TableQuestion asked, CompiledRuleset compiled, CancellationToken cancel)
    {
        var all = new PeerAmounts(compiled);
        if (!compiled.ComparesPeers) return all;
        Parallel.For(0, file.Blocks, new ParallelOptions { CancellationToken = cancel },
            () => (Reader: file.NewReader(null, asked.Question.ReadingDay), Peers: new PeerAmounts(compiled)),
            (block, _, worker) =>
            {
                worker.Reader.Load(block);
                while (worker.Reader.Next()) worker.Peers.Add(Facts(worker.Reader, asked, compiled.TallyKinds));
                return worker;
            },
            worker => { lock (all) all.Unite(worker.Peers); });
        return all;
    }

    private static ChamberFacts Facts(IColumnReader reader, TableQuestion asked, IReadOnlySet<KindId> kinds)
    {
        var chamber = RegisterOf(reader);
        return FactsBuilder.Build(asked.Question, chamber, kinds.Count == 0 ? NoFacts : reader.TallyOf(kinds),
            asked.NotApplicable(chamber), asked.History(chamber.Id));
    }

    private static Chamber RegisterOf(IColumnReader reader) => reader.Register
        ?? throw new InvariantException($"a chamber's first entry registers it, and {reader.Id} is not on the register");

    private sealed class Worker(IColumnReader reader, TableQuestion asked, CompiledRuleset compiled, PeerAmounts peers)
    {
        private readonly RowScorer _scorer = new(compiled, peers);
        private readonly PlainSums _sums = new(compiled.Sums.Slots);

        public void Score(int block, int row, PointsTable table, Chamber[] register)
        {
            reader.Load(block);
            for (; reader.Next(); row++)
            {
                register[row] = RegisterOf(reader);
                var facts = Facts(reader, asked, compiled.TallyKinds);
                if (!_scorer.NeedsWhole(facts.NotApplicable) && reader.TrySum(_sums)) _scorer.Score(table, row, facts, _sums);
                else _scorer.Score(table, row, Facts(reader, asked, compiled.WholeKinds));
            }
        }
    }
}
