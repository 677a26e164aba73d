using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>Rankings without reasons, from a locked period's columns where they stand for exactly the heads asked for.</summary>
public sealed class StandingsLists(Workspace workspace)
{
    /// <summary>Where chambers of a scope stand now, or stood.</summary>
    public async ValueTask<StandingsList> Ask(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var now = workspace.Standings.Now;
        var (question, settings, history) = await workspace.Standings.Resolve(query, cancel);
        if (workspace.Columns is { } columns)
        {
            var asked = new TableQuestion(question, settings, NotApplicable, history.Of);
            var cut = await workspace.Log.Cut(question.Scope, cancel);
            if (FromColumns(columns, asked, cut, cancel) is { } found)
                return found.List with { At = workspace.Standings.Told(query, question.At, now, found.Through) };
        }
        var answer = await workspace.Standings.Ask(query, progress, cancel);
        return new StandingsList(answer.Ruleset, answer.Period, answer.Scope, answer.At,
            [.. answer.Cards.Select(c => ListedStanding.Of(c, answer.Names[c.Id]))], answer.Stamp, false);

        IReadOnlyDictionary<string, string> NotApplicable(Chamber chamber) => workspace.Regions.NotApplicable(
            question.Ruleset.Id, question.Period, chamber.Id, chamber.Seat, question.At.KnownAt);
    }

    /// <summary>A locked round's ranking as it would be decided now.</summary>
    public async ValueTask<StandingsList> Preview(
        RoundState round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (opened, snapshot) = (round.Opened!, round.Locked!.Snapshot);
        // Entries admitted after the lock stand behind the heads that the columns were folded through.
        if (workspace.Columns is { } columns && round.Admitted.Count == 0)
        {
            var rules = await FrozenRules.Of(workspace, round, cancel);
            var notApplicable = snapshot.NotApplicable.ToLookup(n => n.Chamber, n => n.Indicator);
            var history = snapshot.History.ToLookup(h => h.Chamber, h => h.Result);
            var asked = new TableQuestion(RoundEvaluation.QuestionOf(opened, snapshot, rules.Ruleset, rules.Kinds), snapshot.Settings,
                c => notApplicable[c.Id].Distinct().ToDictionary(i => i, _ => ""), id => [.. history[id]]);
            if (FromColumns(columns, asked, HeadsOf(snapshot), cancel) is { } found) return found.List;
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
    private static (StandingsList List, DateTimeOffset Through)? FromColumns(
        IPeriodColumns columns, TableQuestion asked, Heads cut, CancellationToken cancel)
    {
        var question = asked.Question;
        using var file = columns.Find(question.Period, cut);
        if (file is null || file.Through > question.At.KnownAt) return null;
        var (table, register) = TableRun.Of(file, asked, cancel);
        return (new StandingsList(question.Ruleset, question.Period, question.Scope, question.At,
            [.. register.Select((c, row) => ListedStanding.Of(table[row], question.Ruleset, c.NameOn(question.ReadingDay)))],
            register.Select(c => c.Stamp).FirstOrDefault(s => s is not null), true), file.Through);
    }
}
