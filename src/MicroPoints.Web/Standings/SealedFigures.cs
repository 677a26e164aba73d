using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Web;

/// <summary>What a sealed annual round confirmed of a scope's period.</summary>
/// <param name="On">The day of the seal.</param>
/// <param name="List">Every chamber as it was sealed.</param>
/// <param name="Cards">The same with the reasons.</param>
public sealed record Confirmed(RoundId Round, Title Name, DateOnly On, StandingsList List, IReadOnlyList<Scorecard> Cards)
{
    public Scorecard? CardOf(ChamberId chamber) => Cards.FirstOrDefault(c => c.Id == chamber);

    public ListedStanding? RowOf(ChamberId chamber) => List.Rows.FirstOrDefault(r => r.Id == chamber);
}

/// <summary>Finds what was confirmed, and works each round out once: what is sealed never changes.</summary>
public sealed class SealedFigures(Workspace workspace)
{
    private const int KeptMax = 8;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<RoundId, Confirmed> _kept = [];

    /// <summary>Null where nothing is confirmed.</summary>
    public async ValueTask<Confirmed?> Of(Period period, RegionCode scope, CancellationToken cancel)
    {
        if (await workspace.Rounds.SealedOf(CountyList.Ruleset, period, scope, cancel) is not { } round) return null;
        var name = await workspace.Rounds.NameOf(round, cancel);
        await _one.WaitAsync(cancel);
        try
        {
            if (_kept.Count >= KeptMax && !_kept.ContainsKey(round.Id)) _kept.Clear();
            if (!_kept.TryGetValue(round.Id, out var known)) _kept[round.Id] = known = await Work(round, name, cancel);
            return known with { Name = name };
        }
        finally { _one.Release(); }
    }

    private async Task<Confirmed> Work(RoundState round, Title name, CancellationToken cancel)
    {
        var on = Calendar.DayOf(round.Entries.First(e => e.Body is RoundSealed).At);
        return new Confirmed(round.Id, name, on, await workspace.Lists.Preview(round, null, cancel),
            (await workspace.Rounds.Evaluate(round, null, cancel)).Evaluation.Cards);
    }
}
