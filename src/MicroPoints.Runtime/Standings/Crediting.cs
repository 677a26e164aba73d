using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Says what an entry adds to the lines of every adopted ruleset, as the ledger stands.</summary>
public sealed class Crediting(Workspace workspace)
{
    /// <summary>What an entry of the ledger adds; nothing for an entry that is not there.</summary>
    public async ValueTask<IReadOnlyList<CreditLine>> Of(ChamberId chamber, EntryId entry, CancellationToken cancel)
    {
        var ledger = await workspace.Log.LoadWhole<LedgerState>(StreamId.Of(chamber), cancel);
        return ledger.Find(entry) is { } known ? await Of(ledger, ledger.Entries, known, cancel) : [];
    }

    /// <summary>What an entry would add that was judged and not written.</summary>
    public async ValueTask<IReadOnlyList<CreditLine>> IfRecorded(
        ChamberId chamber, SealedEntry judged, CancellationToken cancel)
    {
        var ledger = await workspace.Log.LoadWhole<LedgerState>(StreamId.Of(chamber), cancel);
        return await Of(ledger, ledger.Find(judged.Id) is null ? [.. ledger.Entries, judged] : ledger.Entries, judged, cancel);
    }

    private async ValueTask<IReadOnlyList<CreditLine>> Of(
        LedgerState ledger, IReadOnlyList<SealedEntry> entries, SealedEntry entry, CancellationToken cancel)
    {
        var at = AsOf.On(workspace.Today);
        var lines = new List<CreditLine>();
        if (ledger.Chamber is not { } register || LedgerState.FactOf(entry) is not { } fact) return lines;
        foreach (var adoption in workspace.Regions.AdoptionsOf(register.Seat, at))
        {
            var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
            var ruleset = published.WithListsOf(adoption.Settings, workspace.Kinds);
            var period = Period.Containing(fact.On.Last, ruleset.Period);
            var scorer = new CardScorer(ruleset, new Values(ruleset, adoption.Settings));
            var notApplicable = workspace.Regions.NotApplicable(ruleset.Id, period, ledger.Id, register.Seat, at.KnownAt);
            Compare(lines, ruleset, Card(entries), Card([.. entries.Where(e => e.Id != entry.Id)]),
                Card([.. entries.Where(e => e.Id == entry.Id)]));

            PointsCard Card(IReadOnlyList<SealedEntry> some)
            {
                var day = at.Day < period.LastDay ? at.Day : period.LastDay;
                var reading = new TallyReading(LedgerFold.At(some, at with { Day = day }), workspace.Kinds, period, day);
                return scorer.Score(reading, notApplicable, _ => new PeerStanding(false, null));
            }
        }
        return lines;
    }

    private static void Compare(
        List<CreditLine> lines, Ruleset ruleset, PointsCard with, PointsCard without, PointsCard alone)
    {
        // Out of a ruleset's bounds an entry counts nothing there, and who records it is told.
        var outOfBounds = alone.Lines.Where(l => l.Because.Contains(Because.OutOfBounds)).Select(l => l.Indicator.Id).ToHashSet();
        lines.AddRange(with.Lines.Where(l => !l.Indicator.IsGroup).Zip(without.Lines.Where(l => !l.Indicator.IsGroup))
            .Where(p => p.First.Raw != p.Second.Raw || p.First.Points != p.Second.Points
                || p.First.Counted != p.Second.Counted || outOfBounds.Contains(p.First.Indicator.Id))
            .Select(p => new CreditLine(ruleset.Name, p.First.Indicator.Id, p.First.Indicator.Title.Zh,
                p.First.Raw - p.Second.Raw, p.First.Points - p.Second.Points, p.First.Because)));
        lines.AddRange(with.Deductions.Zip(without.Deductions)
            .Where(p => p.First.Points != p.Second.Points || p.First.Counted != p.Second.Counted)
            .Select(p => new CreditLine(ruleset.Name, p.First.Deduction.Id, p.First.Deduction.Title.Zh,
                p.First.Raw - p.Second.Raw, p.First.Points - p.Second.Points, p.First.Because)));
    }
}
