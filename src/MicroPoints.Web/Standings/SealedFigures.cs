using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Web;

/// <summary>What a sealed annual round confirmed of a period.</summary>
/// <param name="Scope">What the round was for, which may be more than whoever looks may see.</param>
/// <param name="On">The day of the seal.</param>
/// <param name="List">Every chamber as it was sealed.</param>
/// <param name="Evaluation">The same with the reasons.</param>
public sealed record Confirmed(RoundId Round, RegionCode Scope, Title Name, DateOnly On, StandingsList List, RoundEvaluation Evaluation)
{
    private readonly Lazy<Func<Scorecard, ScorecardTrace>> _tracer = new(Evaluation.Tracer);

    public ScorecardTrace TraceOf(Scorecard card) => _tracer.Value(card);

    public Scorecard? CardOf(ChamberId chamber) => Evaluation.Cards.FirstOrDefault(c => c.Id == chamber);

    public ListedStanding? RowOf(ChamberId chamber) => List.Rows.FirstOrDefault(r => r.Id == chamber);
}

/// <summary>Finds what was confirmed, and works each round out once: what is sealed never changes.</summary>
public sealed class SealedFigures(Workspace workspace)
{
    private const int KeptMax = 8;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<RoundId, Confirmed> _kept = [];

    /// <summary>What was confirmed of all chambers of a list, such as a township's by its county's round; else null.</summary>
    public async ValueTask<Confirmed?> Of(StandingsList live, CancellationToken cancel)
    {
        if (await Of(live.Ruleset.Id, live.Period, live.Extent, cancel) is not { } whole) return null;
        return whole with
        {
            List = whole.List with { Scope = live.Scope, Rows = [.. whole.List.Rows.Where(r => live.Scope.Contains(r.Seat))] },
        };
    }

    /// <summary>What was confirmed by the round that a region lies in; null where nothing is.</summary>
    public async ValueTask<Confirmed?> Of(string ruleset, Period period, RegionCode region, CancellationToken cancel)
    {
        if (await workspace.Rounds.SealedOver(ruleset, period, region, cancel) is not { } round) return null;
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

    private async Task<Confirmed> Work(RoundState round, Title name, CancellationToken cancel) => new(
        round.Id, round.Opened!.Scope, name, RoundService.SealedOn(round), await workspace.Lists.Preview(round, null, cancel),
        (await workspace.Rounds.Evaluate(round, null, cancel)).Evaluation);
}
