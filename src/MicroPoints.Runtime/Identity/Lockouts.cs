namespace MicroPoints.Runtime;

/// <summary>How long whoever guessed wrong has to wait: a few times not at all, then longer each time, and never for ever.</summary>
/// <remarks>
/// It is kept in memory and bounded. An attempt counts when it begins, so that many at once are not many guesses for the price of one;
/// one that is told to wait does not count, so that waiting always ends.
/// </remarks>
public sealed class Lockouts(TimeProvider clock, int free, int most = 10_000)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15), Longest = TimeSpan.FromMinutes(15),
        Forgotten = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Failures> _of = [];

    private readonly record struct Failures(int Count, DateTimeOffset Last, DateTimeOffset Until);

    /// <summary>Begins an attempt; null where it may go on, else how long to wait first.</summary>
    public TimeSpan? Begin(string who)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var known = _of.GetValueOrDefault(who);
            if (now < known.Until) return known.Until - now;
            var count = now - known.Last > Forgotten ? 1 : known.Count + 1;
            if (known.Count == 0 && _of.Count >= most) MakeRoom(now);
            _of[who] = new Failures(count, now, now + Delay(count));
            return null;
        }
    }

    /// <summary>The attempt that began was right: it did not count.</summary>
    /// <param name="forget">Earlier ones are forgotten as well.</param>
    public void Succeeded(string who, bool forget)
    {
        lock (_gate)
        {
            if (!_of.TryGetValue(who, out var known)) return;
            if (forget || known.Count <= 1) _of.Remove(who);
            else _of[who] = known with { Count = known.Count - 1, Until = default };
        }
    }

    private TimeSpan Delay(int count) => count < free ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(count - free, 10)));

    /// <summary>Forgets the tenth of those whose waiting ended longest ago or ends soonest.</summary>
    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (who, failures) in _of.ToList()) if (now - failures.Last > Forgotten) _of.Remove(who);
        if (_of.Count < most) return;
        foreach (var (who, _) in _of.OrderBy(f => f.Value.Until).ThenBy(f => f.Value.Last).Take(Math.Max(1, most / 10)).ToList())
            _of.Remove(who);
    }
}
