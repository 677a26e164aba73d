using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>An honour that a sealed round gives and that does not stand in the chamber's ledger.</summary>
/// <param name="Reason">Why it cannot be recorded there; null where it can, and sealing again does it.</param>
/// <param name="Detail">The same as a sentence.</param>
public sealed record UnrecordedHonour(ChamberId Chamber, Outcome Outcome, Refusal? Reason, string Detail);

/// <summary>Writes the states that outcomes record into the chambers' ledgers, as new entries that cite the proof.</summary>
internal sealed class HonourRecorder(Workspace workspace)
{
    /// <summary>Records what is not recorded yet; each chamber's alone, so that one that has ended keeps nothing from the others.</summary>
    /// <returns>What could not be recorded, with why.</returns>
    public async ValueTask<IReadOnlyList<UnrecordedHonour>> Record(
        RoundId round, RoundEvaluation evaluation, RoundDecided decided, Digest proof, Actor by, CancellationToken cancel)
    {
        var left = new List<UnrecordedHonour>();
        foreach (var (chamber, outcome, command) in Commands(round, evaluation, decided, proof))
            if (await workspace.Chambers.Run(chamber, by, command, cancel) is Answer.Refused refused)
                left.Add(new UnrecordedHonour(chamber, outcome, refused.Reason, refused.Detail));
        return left;
    }

    /// <summary>What of a sealed round does not stand in the ledgers, without asking why.</summary>
    public async ValueTask<IReadOnlyList<(ChamberId Chamber, Outcome Outcome)>> Left(
        RoundId round, RoundEvaluation evaluation, RoundDecided decided, Digest proof, CancellationToken cancel)
    {
        var left = new List<(ChamberId, Outcome)>();
        foreach (var (chamber, outcome, command) in Commands(round, evaluation, decided, proof))
            if (await workspace.Log.Find(StreamId.Of(chamber), [command.Id], cancel) is not [_, ..]) left.Add((chamber, outcome));
        return left;
    }

    /// <summary>What of a sealed round does not stand in the ledgers, with why; nothing is written.</summary>
    public async ValueTask<IReadOnlyList<UnrecordedHonour>> Missing(
        RoundId round, RoundEvaluation evaluation, RoundDecided decided, Digest proof, CancellationToken cancel)
    {
        // Judged as an authority of the round's scope would be answered: whoever asks may only read.
        var authority = new Actor(new ActorId("round"), Role.Approver, evaluation.Opened.Scope);
        var missing = new List<UnrecordedHonour>();
        foreach (var (chamber, outcome, command) in Commands(round, evaluation, decided, proof))
        {
            if (await workspace.Log.Find(StreamId.Of(chamber), [command.Id], cancel) is [_, ..]) continue;
            var answer = await workspace.Chambers.Preview(chamber, authority, [command], cancel);
            missing.Add(answer is BatchAnswer.Refused { Lines: [var line, ..] }
                ? new UnrecordedHonour(chamber, outcome, line.Reason, line.Detail)
                : new UnrecordedHonour(chamber, outcome, null, $"seal {round} again, which records it"));
        }
        return missing;
    }

    private IEnumerable<(ChamberId Chamber, Outcome Outcome, RecordActivity Command)> Commands(
        RoundId round, RoundEvaluation evaluation, RoundDecided decided, Digest proof)
    {
        // A rehearsal gives nothing that lasts.
        if (evaluation.Opened.Purpose == RoundPurpose.Rehearsal) yield break;
        foreach (var card in evaluation.Ranked)
            foreach (var outcome in Selection.OutcomesOf(card, decided.Departures)
                .Select(id => evaluation.Ruleset.Outcomes.First(o => o.Id == id)))
                if (outcome.Records is { } honour)
                    yield return (card.Id, outcome, Command(round, evaluation, outcome, honour, decided.On, proof));
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
