using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>What comes of one chamber's row: what is done, what it credits and why, how the total moves.</summary>
public sealed record GridOutlook(
    IReadOnlyList<PlannedLine> Lines, IReadOnlyList<CreditLine> Credits, TotalMoved? Moved, IReadOnlyList<Title> Notes)
{
    public bool IsNew => Lines.All(l => l.Kind == LineKind.New);

    /// <summary>Of every chamber that something comes of.</summary>
    public static async ValueTask<IReadOnlyDictionary<ChamberId, GridOutlook>> Of(
        Desk desk, IReadOnlyList<FoundChamber> rows, ImportPreview preview)
    {
        var found = new Dictionary<ChamberId, GridOutlook>();
        foreach (var (chamber, _, lines) in preview.Chambers)
        {
            if (lines.Count == 0) continue;
            var cell = preview.Table.Cells.First(c => c.Chamber == chamber);
            IReadOnlyList<CreditLine>? credits = null;
            // What corrects an earlier sending is on top of it: there only the total says something.
            if (lines is [{ Kind: LineKind.New }] && cell.Items is [var item])
                (_, credits) = await PreviewCredit.Of(desk, chamber, new RecordActivity(new EntryId(RecordForm.NewId()), cell.Kind.Id,
                    item.On, item.Measured, item.Expires, Key: item.Key, Reason: item.Reason));
            found[chamber] = new GridOutlook(lines, credits ?? [], preview.Totals?.FirstOrDefault(t => t.Chamber == chamber),
                [.. preview.Notes.Where(n => n.Place is { Row: > 0 and var row } && row <= rows.Count && rows[row - 1].Id == chamber)
                    .Select(n => n.What)]);
        }
        return found;
    }
}
