using MicroPoints.Chambers;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What chambers are scored by, apart from their ledgers.</summary>
/// <param name="RegionsVersion">The regions' declarations; read before anything else was.</param>
/// <param name="KnowsRegions">Whether a later instant sees the same declarations.</param>
internal sealed record ScoringBasis(
    Question Question, CompiledRuleset Compiled, RoundHistory History, int RegionsVersion, bool KnowsRegions)
{
    /// <summary>Whether what was scored by it is scored alike by a later one, for the same query.</summary>
    public bool Serves(ScoringBasis later) => KnowsRegions && ReferenceEquals(Compiled, later.Compiled)
        && ReferenceEquals(History, later.History) && ReferenceEquals(Question.Applicants, later.Question.Applicants)
        && RegionsVersion == later.RegionsVersion && Question.At.KnownAt <= later.Question.At.KnownAt;
}

/// <param name="Head">The head scored through.</param>
/// <param name="Last">When what was scored was recorded last, or the columns' own last instant.</param>
/// <param name="KnowsAll">Whether a later instant sees the same at this head.</param>
internal readonly record struct ScoredChamber(Head Head, Chamber Register, DateTimeOffset? Last, bool KnowsAll);

/// <summary>A scope's chambers as they were scored, so that a later list scores only those that moved since.</summary>
/// <param name="Rows">The table's rows.</param>
internal sealed record ScopeScores(ScoringBasis Basis, PointsTable Table, IReadOnlyList<ScoredChamber> Rows)
{
    /// <summary>Whether these are the scores at a cut, by a basis that differs in nothing that counts.</summary>
    public bool StandAt(Heads cut, ScoringBasis basis)
    {
        if (!Basis.Serves(basis) || Rows.Count != cut.Count) return false;
        for (var row = 0; row < Rows.Count; row++)
            if (!StandsAt(row, cut[row])) return false;
        return true;
    }

    /// <summary>Scores the chambers of a cut, taking over from earlier scores what did not move.</summary>
    public static async ValueTask<ScopeScores> At(Heads cut, ScoringBasis basis, ScopeScores? before, Workspace workspace,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var compiled = basis.Compiled;
        // What chambers are compared by lies in the ledgers of all of them.
        if (compiled.ComparesPeers || before?.Basis.Serves(basis) != true) before = null;
        var (rows, facts, peers) = (new List<ScoredChamber>(cut.Count), new List<ChamberFacts>(), new PeerAmounts(compiled));
        var table = compiled.NewTable(cut.Count);
        var scorer = compiled.ComparesPeers ? null : new RowScorer(compiled, peers);
        var taken = before?.RowsAt(cut) ?? new int?[cut.Count];
        var moved = Enumerable.Range(0, cut.Count).Where(i => taken[i] is null).Select(i => new ChamberId(cut[i].Stream.Name)).ToList();
        await using var views = workspace.Chambers.Views(moved, basis.Question.Period, basis.Question.At, cancel)
            .GetAsyncEnumerator(cancel);
        for (var i = 0; i < cut.Count; i++)
        {
            progress?.Report((i, cut.Count));
            if (taken[i] is { } known)
            {
                table.Take(rows.Count, before!.Table, known);
                rows.Add(before.Rows[known]);
                continue;
            }
            Invariant.Holds(await views.MoveNextAsync(), "a host answers for every chamber");
            var view = views.Current;
            if (view.Register is not { } chamber || !FactsBuilder.IsOfGroups(basis.Question, chamber)) continue;
            var read = FactsBuilder.Build(basis.Question, chamber, view.Tally, workspace.NotApplicable(basis.Question, chamber),
                basis.History.Of(chamber.Id));
            if (scorer is null) facts.Add(read);
            else scorer.Score(table, rows.Count, read);
            rows.Add(new ScoredChamber(view.Head, chamber, view.Last, view.KnowsAll));
        }
        progress?.Report((cut.Count, cut.Count));
        if (rows.Count < cut.Count) table = First(rows.Count, table, compiled);
        if (scorer is null) Compare(table, facts, peers, compiled);
        compiled.Finish(table);
        return new ScopeScores(basis, table, rows);
    }

    private static void Compare(PointsTable table, List<ChamberFacts> facts, PeerAmounts peers, CompiledRuleset compiled)
    {
        foreach (var chamber in facts) peers.Add(chamber);
        var scorer = new RowScorer(compiled, peers);
        for (var row = 0; row < facts.Count; row++) scorer.Score(table, row, facts[row]);
    }

    /// <summary>Only the first rows: chambers that were not on the register have none.</summary>
    private static PointsTable First(int count, PointsTable table, CompiledRuleset compiled)
    {
        var first = compiled.NewTable(count);
        for (var row = 0; row < count; row++) first.Take(row, table, row);
        return first;
    }

    /// <summary>The row of each chamber of a cut that did not move since.</summary>
    private int?[] RowsAt(Heads cut)
    {
        var (rows, known) = (new int?[cut.Count], 0);
        for (var i = 0; i < cut.Count; i++)
        {
            known = From(known, cut[i].Stream);
            if (known < Rows.Count && StandsAt(known, cut[i])) rows[i] = known;
        }
        return rows;
    }

    /// <summary>The first row from one on that is no earlier than a chamber; rows and cuts are both in order of id.</summary>
    private int From(int row, StreamId chamber)
    {
        while (row < Rows.Count && string.CompareOrdinal(Table[row].Id.Value, chamber.Name) < 0) row++;
        return row;
    }

    private bool StandsAt(int row, StreamHead at) =>
        Rows[row].KnowsAll && Rows[row].Head == at.Head && Table[row].Id.Value == at.Stream.Name;
}
