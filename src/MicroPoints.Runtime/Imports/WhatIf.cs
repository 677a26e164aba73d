using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Scores a scope as it stands and as it would stand with entries that are not written.</summary>
internal static class WhatIf
{
    /// <summary>How the points of the chambers named move; null and why where that cannot be said.</summary>
    /// <param name="after">The whole ledgers of chambers that change, with the entries that are not written.</param>
    public static async ValueTask<(IReadOnlyList<TotalMoved>? Moved, Title? Why)> Totals(
        Workspace workspace, StandingsQuery query, IReadOnlyDictionary<ChamberId, IReadOnlyList<SealedEntry>> after,
            CancellationToken cancel)
    {
        var cut = await workspace.Log.Cut(query.Scope, StreamType.Chamber, cancel);
        if (cut.Count > Limits.WhatIfChambersMax) return (null, new Title(
            $"{query.Scope} 有 {cut.Count} 家商会，超过 {Limits.WhatIfChambersMax} 家，不预算总分变化",
            $"{query.Scope} has {cut.Count} chambers: how totals move is not worked out above {Limits.WhatIfChambersMax}"));
        try
        {
            var (question, settings, rounds) = await workspace.Standings.Resolve(query, cancel);
            var (now, then, names) = (new List<ChamberFacts>(), new List<ChamberFacts>(), new Dictionary<ChamberId, string>());
            await foreach (var view in workspace.Chambers.Views(
                [.. cut.Select(h => new ChamberId(h.Stream.Name))], question.Period, question.At, cancel))
            {
                if (view.Register is not { } chamber || !FactsBuilder.IsOfGroups(question, chamber)) continue;
                var facts = FactsBuilder.Build(question, chamber, view.Tally,
                    workspace.NotApplicable(question, chamber), rounds.History.Of(chamber.Id));
                now.Add(facts);
                if (after.TryGetValue(chamber.Id, out var entries)) facts = FactsBuilder.Build(question, chamber,
                    LedgerFold.At(entries, view.At with { KnownAt = AsOf.Everything }), facts.NotApplicable, facts.History);
                then.Add(facts);
                names[chamber.Id] = chamber.NameOn(question.ReadingDay);
            }
            var evaluator = new Evaluator(question.Ruleset, settings);
            var before = evaluator.Evaluate(now).ToDictionary(c => c.Id);
            return ([.. from card in evaluator.Evaluate(then)
                        where after.ContainsKey(card.Id)
                        let old = before[card.Id]
                        select new TotalMoved(card.Id, names[card.Id], old.Total, card.Total,
                            GradeOf(question.Ruleset, old), GradeOf(question.Ruleset, card))], null);
        }
        catch (QueryRefusedException refused)
        {
            return (null, new Title("这一期不能用所选办法计分，不预算总分变化", $"totals are not worked out: {refused.Message}"));
        }
    }

    private static Title? GradeOf(Ruleset ruleset, Scorecard card) => card.Grade is { } grade
        ? ruleset.Grades.First(g => g.Id == grade).Title : null;
}
