using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>A locked round's results, computed once for as long as nobody asks for another's.</summary>
internal sealed class RoundResults
{
    private volatile Computed? _last;

    /// <summary>The results of a round as it stood at a head.</summary>
    public sealed record Computed(RoundId Round, Head Head, RoundEvaluation Evaluation, IReadOnlyList<RoundResult> Rows)
    {
        private readonly Lazy<Func<Scorecard, ScorecardTrace>> _tracer = new(Evaluation.Tracer);

        /// <summary>Tells of a card of the evaluation everything by which its chamber came to it.</summary>
        public ScorecardTrace Trace(Scorecard card) => _tracer.Value(card);
    }

    public async ValueTask<Computed> Of(Call call, RoundState round)
    {
        if (Kept(round) is { } kept) return kept;
        // Whoever waited for the same question finds it answered.
        return await call.InTurn(async () => Kept(round) ?? (_last = await Compute(call.Workspace, round, call.Cancel)));
    }

    private Computed? Kept(RoundState round) =>
        _last is { } last && last.Round == round.Id && last.Head == round.Head ? last : null;

    /// <summary>The results of a locked round, anew.</summary>
    public static async Task<Computed> Compute(Workspace workspace, RoundState round, CancellationToken cancel)
    {
        var (evaluation, ledgers) = await workspace.Rounds.Evaluate(round, null, cancel);
        var at = evaluation.Snapshot.At;
        var register = ledgers.ToDictionary(l => l.Chamber, l => LedgerFold.RegisterAt(l.Entries, at.KnownAt));
        var cards = evaluation.Cards.OrderBy(c => c.Places?.Scope ?? int.MaxValue).ThenBy(c => c.Id);
        return new Computed(round.Id, round.Head, evaluation,
            // As the round's papers name them.
            [.. cards.Select(c => Row(c, register[c.Id]?.NameOn(c.Chamber.Reading.Day) ?? c.Id.Value, evaluation, round.Decided))]);
    }

    private static RoundResult Row(Scorecard card, string name, RoundEvaluation evaluation, RoundDecided? decided) => new(
        card.Id.Value, name, card.Chamber.Seat.Value, WireNumber.Of(card.Total),
        [.. card.Card.Categories.Select(c => new CategoryTotal(c.Category.Id, WireNumber.Of(c.Points)))],
        Outcomes(card, decided), card.Places?.Scope, card.Grade,
        evaluation.Ruleset.Grades.FirstOrDefault(g => g.Id == card.Grade)?.Title.Zh, card.Class, card.BarredBy,
        StandingsOut.Limits(card));

    private static RoundOutcome[] Outcomes(Scorecard card, RoundDecided? decided)
    {
        var given = decided is null ? [] : Selection.OutcomesOf(card, decided.Departures);
        return [.. card.Outcomes.Where(o => o.IsEligible).Select(o => new RoundOutcome(o.Outcome.Id, o.Outcome.Title.Zh,
            ProposalOf(o.Status), decided is null ? null : given.Contains(o.Outcome.Id)))];
    }

    private static Proposal ProposalOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Proposed => Proposal.Proposed,
        OutcomeStatus.TiedOnLine => Proposal.TiedOnLine,
        OutcomeStatus.PastQuota => Proposal.PastQuota,
        _ => throw new InvariantException("only the eligible have a proposal"),
    };
}
