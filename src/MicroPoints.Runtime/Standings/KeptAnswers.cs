namespace MicroPoints.Runtime;

/// <summary>Answers about now, kept while nothing changes; a question that many ask at once is worked out once.</summary>
/// <param name="changes">Counts what was appended: while it stays, answers stay.</param>
/// <param name="sizeOf">How much room an answer takes.</param>
/// <param name="sizeMax">Room for all answers together, unless one alone takes more.</param>
internal sealed class KeptAnswers<TAnswer>(Func<long> changes, Func<TAnswer, int> sizeOf, int sizeMax) where TAnswer : class
{
    /// <summary>What an answer takes without anything in it.</summary>
    private const int SizeMin = 10;

    /// <param name="before">What was answered last, for whoever comes while this is still worked out.</param>
    private sealed class Kept(long changes, DateOnly day, TAnswer? before, Func<Task<TAnswer>> work)
    {
        private readonly Lazy<Task<TAnswer>> _answer = new(work);

        public long Changes => changes;
        public DateOnly Day => day;
        public int Size { get; set; } = SizeMin;
        public bool IsMeasured { get; set; }
        public Task<TAnswer> Answer => _answer.Value;
        public TAnswer? Done => _answer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } done } ? done.Result : null;
        public TAnswer? Latest => Done ?? before;
        public bool HasFailed => _answer is { IsValueCreated: true, Value: { IsFaulted: true } or { IsCanceled: true } };
    }

    private readonly Lock _gate = new();
    private readonly Dictionary<StandingsQuery, Kept> _kept = new(new SameQuestion());
    private long _size;

    /// <param name="work">Works the answer out, given what the question was answered last; null where that is not kept.</param>
    public ValueTask<TAnswer> Get(StandingsQuery query, DateOnly today, Func<TAnswer?, Task<TAnswer>> work, CancellationToken cancel)
    {
        Kept? kept;
        lock (_gate)
        {
            // Counted before the work begins: what is appended meanwhile makes the answer old.
            var count = changes();
            if (!_kept.TryGetValue(query, out kept) || kept.Changes != count || kept.Day != today || kept.HasFailed)
            {
                var before = kept?.Latest;
                _size += SizeMin - (kept?.Size ?? 0);
                _kept[query] = kept = new Kept(count, today, before, () => work(before));
            }
        }
        return kept is { IsMeasured: true, Done: { } done } ? new(done) : new(Fresh(query, kept, cancel));
    }

    private async Task<TAnswer> Fresh(StandingsQuery query, Kept kept, CancellationToken cancel)
    {
        TAnswer answer;
        try { answer = await kept.Answer.WaitAsync(cancel); }
        catch when (kept.HasFailed)
        {
            Forget(query, kept);
            throw;
        }
        lock (_gate)
        {
            if (kept.IsMeasured || !ReferenceEquals(_kept.GetValueOrDefault(query), kept)) return answer;
            (kept.IsMeasured, kept.Size, _size) = (true, SizeMin + sizeOf(answer), _size + sizeOf(answer));
            if (_size > sizeMax) MakeRoom(query);
        }
        return answer;
    }

    private void Forget(StandingsQuery query, Kept kept)
    {
        lock (_gate)
            if (ReferenceEquals(_kept.GetValueOrDefault(query), kept) && _kept.Remove(query)) _size -= kept.Size;
    }

    /// <summary>Lets the oldest go, and some more, so that not every later answer has to.</summary>
    private void MakeRoom(StandingsQuery last)
    {
        foreach (var (query, kept) in _kept.OrderBy(k => k.Value.Changes).ToList())
        {
            if (_size <= sizeMax - sizeMax / 8) return;
            if (query == last) continue;
            _kept.Remove(query);
            _size -= kept.Size;
        }
    }

    private sealed class SameQuestion : IEqualityComparer<StandingsQuery>
    {
        public bool Equals(StandingsQuery? a, StandingsQuery? b) =>
            (a!.Ruleset, a.Period, a.Scope) == (b!.Ruleset, b.Period, b.Scope) && a.PeerGroups.SequenceEqual(b.PeerGroups);

        public int GetHashCode(StandingsQuery query) => HashCode.Combine(query.Ruleset, query.Period, query.Scope, query.PeerGroups.Count);
    }
}
