using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Writes the states that outcomes record into the chambers' ledgers, as new entries that cite the proof.</summary>
internal sealed class HonourRecorder(Workspace workspace)
{
    public async ValueTask Record(
        RoundId round, RoundEvaluation evaluation, RoundDecided decided, Digest proof, Actor by, CancellationToken cancel)
    {
        // A rehearsal gives nothing that lasts.
        if (evaluation.Opened.Purpose == RoundPurpose.Rehearsal) return;
        foreach (var card in evaluation.Ranked)
            foreach (var outcome in Selection.OutcomesOf(card, decided.Departures)
                .Select(id => evaluation.Ruleset.Outcomes.First(o => o.Id == id)))
                if (outcome.Records is { } honour)
                    await workspace.Chambers.Run(card.Id, by, Command(
                        round, evaluation, outcome, honour, decided.On, proof), cancel);
    }

    private RecordActivity Command(
        RoundId round, RoundEvaluation evaluation, Outcome outcome, HonourRecord honour, DateOnly on, Digest proof)
    {
        // The state is known from the decision on; until when it holds, the outcome says.
        DateOnly? until = null;
        if (outcome.Valid is { } valid)
            until = (valid.FromNextYear ? new DateOnly(evaluation.Opened.Period.LastDay.Year + 1, 1, 1) : on)
                .AddYears(evaluation.Values.WholeAt(valid.Years, evaluation.Snapshot.At.Day));
        Measured measured = workspace.Kinds[honour.Kind].Measure == MeasureType.Option && honour.Option is { } option
            ? new Measured.Option(option)
            : new Measured.Flag(true);
        return new RecordActivity(new EntryId($"honour-{Digest.OfText($"{round}\n{outcome.Id}").ToString()[..32]}"),
            honour.Kind,
            On.Day(on), measured, until, Evidence: [proof]);
    }
}
