using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Rulesets.NRules.Scoring;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>The rules that find, for each line that compares, what its peers lie between.</summary>
internal sealed class PeerRules(Values values, IReadOnlyList<LinePlan> lines)
{
    private const int PeersMin = 3;

    public IEnumerable<IRuleDefinition> All()
    {
        foreach (var line in lines.Where(l => l.IsCompared))
        {
            var id = line.Id;
            yield return new Rule($"peer amount of {id}").When<Peer>(peer => !peer.Chamber.NotApplicable.ContainsKey(id))
                .Then((Peer peer) => AmountOf(line, peer)!);
            yield return new Rule($"peers of {id}").After(1).When<Roster>(roster => true)
                .WhenGathered<PeerAmount>("amounts", amount => amount.Line == id)
                .Then((IEnumerable<PeerAmount> amounts) => new Compared(id, SpreadOf(amounts.Select(a => a.Amount))));
        }
    }

    /// <summary>Null without facts: such a chamber is no peer.</summary>
    private PeerAmount? AmountOf(LinePlan line, Peer peer) =>
        new Scorer(line.Indicator, new Things(peer.Chamber.Reading, values)).Compared is { } amount ? new PeerAmount(line.Id, amount) : null;

    /// <summary>Fewer than three peers, or all alike, compare nothing.</summary>
    private static Spread? SpreadOf(IEnumerable<Fraction> amounts)
    {
        var ordered = amounts.Order().ToList();
        return ordered.Count < PeersMin || ordered[0] == ordered[^1] ? null : new Spread(ordered[0], ordered[^1]);
    }
}
