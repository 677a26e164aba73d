using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>Which chambers applied to a round of a ruleset and period, for live standings of rulesets that count applicants only.</summary>
public static class RoundApplicants
{
    public static async ValueTask<IReadOnlySet<ChamberId>> Of(
        IEventLog log, string ruleset, Period period, CancellationToken cancel)
    {
        var applicants = new HashSet<ChamberId>();
        foreach (var (stream, _) in (await log.Cut(RegionCode.Nation, StreamType.Round, cancel)))
        {
            var round = (RoundState)(await log.Load(stream, period.From.Year, [], cancel)).State;
            if (round.Opened is { } opened && opened.Ruleset == ruleset && opened.Period == period)
                applicants.UnionWith(round.Applicants);
        }
        return applicants;
    }
}
