using System.Runtime.CompilerServices;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>A list's rows in order of place, put in order once for all pages of it.</summary>
internal sealed class OrderedStandings
{
    private static readonly ConditionalWeakTable<IReadOnlyList<ListedStanding>, OrderedStandings> Known = [];

    private readonly Dictionary<ChamberId, ListedStanding> _byId = [];

    private OrderedStandings(IReadOnlyList<ListedStanding> rows)
    {
        Rows = [.. StandingsList.Ordered(rows)];
        Ranked = rows.Count(r => r.IsRanked);
        foreach (var row in rows) _byId.Add(row.Id, row);
    }

    public ListedStanding[] Rows { get; }
    public int Ranked { get; }

    public ListedStanding? Find(ChamberId chamber) => _byId.GetValueOrDefault(chamber);

    public static OrderedStandings Of(StandingsList list) => Known.GetValue(list.Rows, rows => new OrderedStandings(rows));
}
