using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>What one entry adds to one line: the scorecard with it minus without it, as the ledger stands now. Never stored.</summary>
internal sealed record CreditLine(string Ruleset, string Indicator, string Title, Points Raw, Points Points,
    IReadOnlyList<Because> Because)
{
    public override string ToString() =>
        $"{Ruleset} {Indicator} {Title}：{(Points < MicroPoints.Points.Zero ? "" : "+")}{Points}"
        + (Because.Count > 0 ? $"（{Words.Because(Because)}）" : "");
}

internal static class Credit
{
    public static async Task<IReadOnlyList<CreditLine>> Of(
        Workspace workspace, ChamberId chamber, EntryId entry, On on, CancellationToken cancel)
    {
        var at = AsOf.On(workspace.Today);
        var lines = new List<CreditLine>();
        var ledger = await workspace.Log.LoadWhole<LedgerState>(StreamId.Of(chamber), cancel);
        if (ledger.Chamber is not { } register || ledger.Find(entry) is null) return lines;
        foreach (var adoption in workspace.Regions.AdoptionsOf(register.Seat, at))
        {
            var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
            var ruleset = published.WithListsOf(adoption.Settings, workspace.Kinds);
            var period = Period.Containing(on.Last, ruleset.Period);
            var scorer = new CardScorer(ruleset, new Values(ruleset, adoption.Settings));
            var notApplicable = workspace.Regions.NotApplicable(ruleset.Id, period, chamber, register.Seat, at.KnownAt);
            var (with, without) = (Card(ledger.Entries), Card([.. ledger.Entries.Where(e => e.Id != entry)]));
            // Out of a ruleset's bounds an entry counts nothing there, and who records it is told.
            var outOfBounds = Card([.. ledger.Entries.Where(e => e.Id == entry)]).Lines
                .Where(l => l.Because.Contains(Because.OutOfBounds)).Select(l => l.Indicator.Id).ToHashSet();
            lines.AddRange(with.Lines.Where(l => !l.Indicator.IsGroup).Zip(without.Lines.Where(l => !l.Indicator.IsGroup))
                .Where(p => p.First.Raw != p.Second.Raw || p.First.Points != p.Second.Points
                    || p.First.Counted != p.Second.Counted || outOfBounds.Contains(p.First.Indicator.Id))
                .Select(p => new CreditLine(ruleset.Name, p.First.Indicator.Id, p.First.Indicator.Title.Zh,
                    p.First.Raw - p.Second.Raw, p.First.Points - p.Second.Points, p.First.Because)));
            lines.AddRange(with.Deductions.Zip(without.Deductions)
                .Where(p => p.First.Points != p.Second.Points || p.First.Counted != p.Second.Counted)
                .Select(p => new CreditLine(ruleset.Name, p.First.Deduction.Id, p.First.Deduction.Title.Zh,
                    p.First.Raw - p.Second.Raw, p.First.Points - p.Second.Points, p.First.Because)));

            PointsCard Card(IReadOnlyList<Streams.SealedEntry> entries)
            {
                var day = at.Day < period.LastDay ? at.Day : period.LastDay;
                var reading = new TallyReading(LedgerFold.At(entries, at with { Day = day }), workspace.Kinds, period, day);
                return scorer.Score(reading, notApplicable, _ => new PeerStanding(false, null));
            }
        }
        return lines;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<CreditLine> credited)
    {
        json.WriteStartArray("credited");
        foreach (var line in credited)
        {
            json.WriteStartObject();
            json.WriteString("ruleset", line.Ruleset);
            json.WriteString("indicator", line.Indicator);
            json.WriteString("points", line.Raw.ToString());
            json.WriteString("counted", line.Points.ToString());
            if (line.Because.Count > 0) json.WriteString("because", string.Join(' ', line.Because.Select(b => b.Code())));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
