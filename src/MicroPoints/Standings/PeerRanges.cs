using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The least and the most among peers, for each indicator that compares with them.</summary>
/// <remarks>Peers are ranked chambers, barred ones included, to which the indicator applies and that have facts; fewer
/// than three, or all equal, compare nothing.</remarks>
internal sealed class PeerRanges
{
    private const int PeersMin = 3;
    private readonly Dictionary<string, PeerRange?> _ranges = [];
    private readonly Dictionary<string, int> _counts = [];

    public static readonly PeerRanges None = new(new Dictionary<string, List<Fraction>>());

    public PeerRanges(Ruleset ruleset, Values values, IReadOnlyList<ChamberFacts> chambers)
    {
        foreach (var indicator in ruleset.Leaves.Where(i => i.Score is Score.AgainstPeers))
            Keep(indicator.Id, [.. chambers.Where(c => IsPeer(indicator, c))
                .Select(c => Scoring.ComparedBy(indicator, c.Reading, values)).OfType<Fraction>()]);
    }

    /// <param name="amounts">By indicator, what each of its peers is compared by.</param>
    public PeerRanges(IReadOnlyDictionary<string, List<Fraction>> amounts)
    {
        foreach (var (indicator, of) in amounts) Keep(indicator, of);
    }

    public PeerStanding Standing(Indicator indicator, ChamberFacts chamber) =>
        new(IsPeer(indicator, chamber), _ranges.GetValueOrDefault(indicator.Id));

    /// <summary>How many peers with facts an indicator compares.</summary>
    public int Count(Indicator indicator) => _counts.GetValueOrDefault(indicator.Id);

    private void Keep(string indicator, IReadOnlyList<Fraction> amounts) =>
        (_ranges[indicator], _counts[indicator]) = (RangeOf(amounts), amounts.Count);

    private static bool IsPeer(Indicator indicator, ChamberFacts chamber) =>
        chamber.IsRanked && !chamber.NotApplicable.ContainsKey(indicator.Id);

    private static PeerRange? RangeOf(IReadOnlyList<Fraction> amounts)
    {
        if (amounts.Count < PeersMin) return null;
        var range = new PeerRange(amounts.Aggregate(Fraction.Min), amounts.Aggregate(Fraction.Max));
        return range.Least == range.Most ? null : range;
    }
}
