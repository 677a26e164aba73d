using System.Runtime.CompilerServices;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>An answer's scorecards in order of place, put in order once for all pages of it.</summary>
internal sealed class OrderedStandings
{
    private static readonly ConditionalWeakTable<StandingsAnswer, OrderedStandings> Known = [];

    private readonly Dictionary<ChamberId, Scorecard> _byId = [];

    private OrderedStandings(StandingsAnswer answer)
    {
        // Those without a place come last; equals are in order of id.
        Cards = [.. answer.Cards.OrderBy(c => c.Places?.Scope ?? int.MaxValue).ThenBy(c => c.Id)];
        Ranked = Cards.Count(c => c.IsRanked);
        foreach (var card in Cards) _byId.Add(card.Id, card);
    }

    public Scorecard[] Cards { get; }
    public int Ranked { get; }

    public Scorecard? Find(ChamberId chamber) => _byId.GetValueOrDefault(chamber);

    public static OrderedStandings Of(StandingsAnswer answer) => Known.GetValue(answer, a => new OrderedStandings(a));
}
