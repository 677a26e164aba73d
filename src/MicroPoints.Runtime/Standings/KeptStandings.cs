namespace MicroPoints.Runtime;

/// <summary>Answers about now, kept while nothing changes; a question that many ask at once is worked out once.</summary>
internal sealed class KeptStandings(Func<long> changes)
{
    /// <summary>Scorecards kept over all answers, at most, unless one answer alone has more.</summary>
    private const int CardsMax = 100_000;

    private sealed record Kept(long Changes, DateOnly Day, Lazy<Task<StandingsAnswer>> Answer);

    private readonly Lock _gate = new();
    private readonly Dictionary<StandingsQuery, Kept> _kept = new(new SameQuestion());

    public async ValueTask<StandingsAnswer> Get(
        StandingsQuery query, DateOnly today, Func<Task<StandingsAnswer>> work, CancellationToken cancel)
    {
        Kept kept;
        lock (_gate)
        {
            // Counted before the work begins: what is appended meanwhile makes the answer old.
            var count = changes();
            if (!_kept.TryGetValue(query, out kept!) || kept.Changes != count || kept.Day != today || HasFailed(kept))
                _kept[query] = kept = new Kept(count, today, new(work));
        }
        var answer = await kept.Answer.Value.WaitAsync(cancel);
        MakeRoom(query);
        return answer;
    }

    private static bool HasFailed(Kept kept) => kept.Answer is { IsValueCreated: true, Value: { IsFaulted: true } or { IsCanceled: true } };

    private void MakeRoom(StandingsQuery last)
    {
        lock (_gate)
        {
            var cards = _kept.Values.Sum(Cards);
            foreach (var (query, kept) in cards > CardsMax ? _kept.OrderBy(k => k.Value.Changes).ToList() : [])
            {
                if (cards <= CardsMax) return;
                if (query == last) continue;
                _kept.Remove(query);
                cards -= Cards(kept);
            }
        }
    }

    // An answer without cards takes room too.
    private static int Cards(Kept kept) => kept.Answer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } done }
        ? 10 + done.Result.Cards.Count : 10;

    private sealed class SameQuestion : IEqualityComparer<StandingsQuery>
    {
        public bool Equals(StandingsQuery? a, StandingsQuery? b) =>
            (a!.Ruleset, a.Period, a.Scope) == (b!.Ruleset, b.Period, b.Scope) && a.PeerGroups.SequenceEqual(b.PeerGroups);

        public int GetHashCode(StandingsQuery query) => HashCode.Combine(query.Ruleset, query.Period, query.Scope, query.PeerGroups.Count);
    }
}
