using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>One chamber on a list.</summary>
/// <param name="Shown">As it was confirmed; as the ledger stands where nothing was.</param>
/// <param name="Now">What the ledger comes to now, where that is not what was confirmed; else null.</param>
public sealed record FigureRow(ListedStanding Shown, bool IsConfirmed, ListedStanding? Now);

/// <summary>The chambers of the desk with their figures: those that were sealed, and beside them what the ledger says since.</summary>
public sealed record CountyFigures(StandingsList Live, Confirmed? Confirmed)
{
    /// <summary>By whose words grades are told.</summary>
    public Ruleset Ruleset => Confirmed?.List.Ruleset ?? Live.Ruleset;

    /// <summary>In order of region code.</summary>
    public IReadOnlyList<FigureRow> Rows => [.. (Confirmed?.List.Rows ?? []).Select(Of)
        .Concat(Live.Rows.Where(r => Confirmed?.RowOf(r.Id) is null).Select(r => new FigureRow(r, false, null)))
        .OrderBy(r => r.Shown.Seat).ThenBy(r => r.Shown.Id)];

    /// <summary>The chambers that <see cref="Ruleset"/> scored: those that were sealed, or all where nothing was.</summary>
    public IReadOnlyList<ListedStanding> Scored => Confirmed?.List.Rows ?? Live.Rows;

    public bool HasMoved => Rows.Any(r => r.Now is not null);

    public static ValueTask<CountyFigures> Of(Desk desk, SealedFigures figures) => Of(desk, figures, null);

    /// <param name="asked">Another ruleset that counts for the county; null takes that of its annual rounds.</param>
    public static async ValueTask<CountyFigures> Of(Desk desk, SealedFigures figures, string? asked)
    {
        var query = await CountyList.Query(desk, asked);
        var live = await desk.Workspace.Lists.Ask(query, null, desk.Cancel);
        return new(live, await figures.Of(live, desk.Cancel));
    }

    private FigureRow Of(ListedStanding confirmed)
    {
        var now = Live.Rows.FirstOrDefault(r => r.Id == confirmed.Id);
        return new FigureRow(confirmed, true, now is null || now.IsSame(confirmed) ? null : now);
    }
}
