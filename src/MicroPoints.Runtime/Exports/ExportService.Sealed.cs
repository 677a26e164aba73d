using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

public sealed partial class ExportService
{
    /// <summary>The sealed round that answers a question about now; null where the ledgers do.</summary>
    /// <remarks>Who asks for another day, another instant or some peer groups asks the ledgers.</remarks>
    private async ValueTask<RoundState?> SealedFor(
        StandingsQuery query, Ruleset ruleset, Period period, RegionCode region, CancellationToken cancel) =>
        query is { AsOf: null, KnownAt: null, PeerGroups: [] }
            ? await workspace.Rounds.SealedOver(ruleset.Id, period, region, cancel) : null;

    /// <summary>Each row says which it is: sealed, or of a chamber that the round did not hold; and what the ledger says since.</summary>
    private async ValueTask<TableToWrite> Sealed(
        RoundState round, StandingsList live, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var whole = await workspace.Lists.Preview(round, progress, cancel);
        var rules = whole.Ruleset;
        List<ListedStanding> held = [.. whole.InOrder.Where(r => live.Scope.Contains(r.Seat))];
        var (known, now) = (whole.Rows.Select(r => r.Id).ToHashSet(), live.Rows.ToDictionary(r => r.Id));
        var table = Ranking(whole with { Rows = held }, $"{live.Period} {rules.Title.Zh}积分汇总",
            $"{RegionNames.Shown(live.Scope, live.Stamp)} · {await Confirmed(round, cancel)}", isRound: false, null);
        return table with
        {
            // A place is among all whom the round held, who may be more than are listed.
            Columns = [.. held.Count == whole.Rows.Count ? table.Columns : [new("整个评价中的位次", ColumnFormat.Whole), .. table.Columns.Skip(1)],
                new("数据"), new("台账现在（试算）", ColumnFormat.Points), new("现在的等次")],
            Rows = [.. table.Rows.Zip(held, (row, of) => (CellValue[])[.. row, "已封存",
                .. now.TryGetValue(of.Id, out var at) && !at.IsSame(of)
                    ? (CellValue[])[at.Total, GradeOf(live.Ruleset, at.Grade, at.Class, at.BarredBy)] : [CellValue.Empty, ""]]),
                .. live.InOrder.Where(r => !known.Contains(r.Id)).Select(Later)],
        };

        // Scored by what is in force now, which need not be what was sealed: only the same categories stand under their headings.
        CellValue[] Later(ListedStanding r) => [CellValue.Empty, r.Id.Value, r.Name, r.Total,
            GradeOf(live.Ruleset, r.Grade, r.Class, r.BarredBy),
            .. rules.Categories.Select((_, i) => live.Ruleset.Hash == rules.Hash ? CellValue.Of(r.Categories[i]) : CellValue.Empty),
            "", "试算（封存时不在名单）", CellValue.Empty, ""];
    }

    private async ValueTask<string> Confirmed(RoundState round, CancellationToken cancel) =>
        $"已封存：{(await workspace.Rounds.NameOf(round, cancel)).Zh}，{Calendar.Zh(RoundService.SealedOn(round))}封存";
}
