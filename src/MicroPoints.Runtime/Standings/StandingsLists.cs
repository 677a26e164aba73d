using System.Diagnostics;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>Rankings without reasons, from a locked period's columns where they stand for exactly the heads asked for.</summary>
public sealed class StandingsLists(Workspace workspace)
{
    private const int RowsMax = 100_000;

    private readonly KeptAnswers<Answered> _kept = new(() => workspace.Changes, a => a.List.Rows.Count, RowsMax);
    private readonly CompiledRules _compiled = new();

    /// <summary>A list with the scores that it was made of.</summary>
    internal sealed record Answered(StandingsList List, ScopeScores Scores);

    /// <summary>Where chambers of a scope stand now, or stood.</summary>
    /// <remarks>An answer about now is kept; once something is recorded, only chambers that moved are scored anew.</remarks>
    public async ValueTask<StandingsList> Ask(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        (await Scored(query, progress, cancel)).List;

    internal ValueTask<Answered> Scored(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var today = workspace.Today;
        return query.IsLive(today)
            ? _kept.Get(query, today, before => Work(query, before, progress, CancellationToken.None), cancel)
            : new(Work(query, null, progress, cancel));
    }

    private async Task<Answered> Work(
        StandingsQuery query, Answered? before, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("standings");
        var started = Stopwatch.GetTimestamp();
        // Read before anything else: what is declared meanwhile makes the scores old.
        var (regions, declared, now) = (workspace.Regions.Version, workspace.Regions.Heads, workspace.Standings.Now);
        var (question, settings, rounds) = await workspace.Standings.Resolve(query, cancel);
        var history = rounds.History;
        var basis = new ScoringBasis(question, _compiled.Of(question, settings), history, regions,
            workspace.Regions.KnowsAll(question.At.KnownAt));
        var cut = await workspace.Log.Cut(question.Scope, StreamType.Chamber, cancel);
        var inputs = ListInputs.Of(cut, declared, rounds.Heads, question.Kinds.Hash, before?.List.Inputs);
        if (before?.Scores.StandAt(cut, basis) == true) return new Answered(
            before.List with { At = Told(before.Scores), Inputs = inputs }, before.Scores with { Basis = basis });

        var asked = new TableQuestion(question, settings, c => workspace.NotApplicable(question, c), history.Of);
        // Columns have a row for every chamber.
        var columns = query.PeerGroups.Count > 0 ? null : FromColumns(asked, basis.Compiled, cut, cancel);
        var scores = columns is var (table, through)
            ? new ScopeScores(basis, table.Table,
                [.. table.Register.Select((c, row) => new ScoredChamber(cut[row].Head, c, through, true))])
            : await ScopeScores.At(cut, basis, before?.Scores, workspace, progress, cancel);
        Telemetry.CountStandings(started);
        var list = Of(question, scores.Table, [.. scores.Rows.Select(r => r.Register)], columns is not null);
        return new Answered(list with { At = Told(scores), Inputs = inputs }, scores);

        AsOf Told(ScopeScores of) => workspace.Standings.Told(query, question.At, now, of.Rows.Max(r => r.Last));
    }

    /// <summary>A locked round's ranking as it would be decided now.</summary>
    public async ValueTask<StandingsList> Preview(
        RoundState round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (opened, snapshot) = (round.Opened!, round.Locked!.Snapshot);
        // Entries admitted after the lock stand behind the heads that the columns were folded through.
        if (workspace.Columns is not null && round.Admitted.Count == 0)
        {
            var rules = await FrozenRules.Of(workspace, round, cancel);
            var notApplicable = snapshot.NotApplicable.ToLookup(n => n.Chamber, n => n.Indicator);
            var history = snapshot.History.ToLookup(h => h.Chamber, h => h.Result);
            var asked = new TableQuestion(RoundEvaluation.QuestionOf(opened, snapshot, rules.Ruleset, rules.Kinds), snapshot.Settings,
                c => notApplicable[c.Id].Distinct().ToDictionary(i => i, _ => ""), id => [.. history[id]]);
            if (FromColumns(asked, asked.Question.Compile(asked.Settings), HeadsOf(snapshot), cancel) is var (table, _))
                return Of(asked.Question, table.Table, table.Register, fromColumns: true);
        }
        var (evaluation, ledgers) = await workspace.Rounds.Evaluate(round, progress, cancel);
        var names = new Dictionary<ChamberId, Chamber>();
        foreach (var ledger in ledgers)
            if (LedgerFold.RegisterAt(ledger.Entries, snapshot.At.KnownAt) is { } chamber) names[ledger.Chamber] = chamber;
        var day = evaluation.Cards.Count > 0 ? evaluation.Cards[0].Chamber.Reading.Day : snapshot.At.Day;
        return new StandingsList(evaluation.Ruleset, opened.Period, opened.Scope, snapshot.At,
            [.. evaluation.Cards.Select(c => ListedStanding.Of(c, names.GetValueOrDefault(c.Id)?.NameOn(day) ?? c.Id.Value))],
            opened.Stamp, false);
    }

    /// <summary>The heads that a round froze.</summary>
    internal static Heads HeadsOf(RoundSnapshot snapshot) =>
        Heads.Of(snapshot.Heads.Select(h => new StreamHead(StreamId.Of(h.Chamber), h.Head)));

    /// <summary>Null where no columns stand, or where they hold entries that the question does not know of.</summary>
    private (ChamberTable Table, DateTimeOffset Through)? FromColumns(
        TableQuestion asked, CompiledRuleset compiled, Heads cut, CancellationToken cancel)
    {
        if (workspace.Columns is not { } columns) return null;
        using var file = columns.Find(asked.Question.Period, cut);
        if (file is null || file.Through > asked.Question.At.KnownAt) return null;
        try { return (TableRun.Of(file, asked, compiled, cancel), file.Through); }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<StoreException>().FirstOrDefault() is { } damaged)
        {
            columns.Tell(damaged);
            return null;
        }
    }

    private static StandingsList Of(
        Question question, PointsTable table, IReadOnlyList<Chamber> register, bool fromColumns) => new(
        question.Ruleset, question.Period, question.Scope, question.At,
        [.. register.Select((c, row) => ListedStanding.Of(table[row], question.Ruleset, c.NameOn(question.ReadingDay)))],
        register.Select(c => c.Stamp).FirstOrDefault(s => s is not null), fromColumns);
}
