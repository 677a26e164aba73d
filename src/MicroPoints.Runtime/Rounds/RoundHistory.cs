using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>What earlier sealed rounds of a ruleset gave each chamber, the latest period first.</summary>
public sealed class RoundHistory
{
    private readonly ILookup<ChamberId, EarlierResult> _results;

    private RoundHistory(IEnumerable<(ChamberId Chamber, EarlierResult Result)> results) =>
        _results = results.ToLookup(r => r.Chamber, r => r.Result);

    public IReadOnlyList<EarlierResult> Of(ChamberId chamber) => [.. _results[chamber]];

    /// <summary>Reads every sealed round of a ruleset before a period.</summary>
    public static async ValueTask<RoundHistory> Load(
        IEventLog log, string ruleset, Period before, bool includeRehearsals, CancellationToken cancel)
    {
        var rounds = new List<RoundFacts>();
        foreach (var (stream, _) in (await log.Cut(RegionCode.Nation, StreamType.Round, cancel)))
            rounds.Add(RoundFacts.Of((RoundState)(await log.Load(stream, 0, [], cancel)).State));
        return Of(rounds.Where(r => IsBefore(r, ruleset, before, includeRehearsals)));
    }

    /// <summary>Only a rehearsal counts rehearsals, where no real round stands.</summary>
    internal static bool IsBefore(RoundFacts round, string ruleset, Period before, bool includeRehearsals) =>
        round is { Sealed: not null, Opened: { } opened } && opened.Ruleset == ruleset
        && opened.Period.Until <= before.From && (includeRehearsals || opened.Purpose == RoundPurpose.Annual);

    internal static RoundHistory Of(IEnumerable<RoundFacts> rounds) => new(rounds
        .SelectMany(r => r.Sealed!.Grades.Select(g => (Round: r, Grade: g)))
        .GroupBy(g => (g.Grade.Chamber, g.Round.Opened!.Period))
        .Select(g => g.OrderBy(x => x.Round.Opened!.Purpose).ThenByDescending(x => x.Round.Last).First())
        .OrderBy(g => g.Grade.Chamber).ThenByDescending(g => g.Round.Opened!.Period)
        .Select(g => (g.Grade.Chamber, new EarlierResult(
            g.Round.Opened!.Period, g.Grade.Grade, g.Grade.Class, g.Grade.Outcomes))));
}
