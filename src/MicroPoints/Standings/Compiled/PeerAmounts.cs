using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>What chambers are compared by, gathered before any is scored; one for each thread, then united.</summary>
public sealed class PeerAmounts(CompiledRuleset compiled)
{
    private readonly Dictionary<string, List<Fraction>> _amounts = compiled.PeerLines.ToDictionary(i => i.Id, _ => new List<Fraction>());
    private PeerRanges? _ranges;

    /// <param name="chamber">A chamber whose reading holds at least <see cref="CompiledRuleset.TallyKinds"/>.</param>
    public void Add(ChamberFacts chamber)
    {
        Invariant.Holds(_ranges is null, "peers are gathered before any is compared");
        foreach (var line in compiled.PeerLines)
            if (chamber.IsRanked && !compiled.Ruleset.WithInside(chamber.NotApplicable).ContainsKey(line.Id)
                && Scoring.ComparedBy(line, chamber.Reading, compiled.Values) is { } amount) _amounts[line.Id].Add(amount);
    }

    /// <summary>Takes over what another thread gathered.</summary>
    public void Unite(PeerAmounts other)
    {
        foreach (var (line, amounts) in other._amounts) _amounts[line].AddRange(amounts);
    }

    internal PeerRanges Ranges => _ranges ??= new PeerRanges(_amounts);
}
