using System.Collections.Immutable;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What live standings read of one round.</summary>
/// <param name="First">When it was opened; null before that.</param>
/// <param name="Last">When its last entry was recorded; null before the first.</param>
internal sealed record RoundFacts(Head Head, RoundOpened? Opened, RoundSealed? Sealed, ImmutableHashSet<ChamberId> Applicants,
    DateTimeOffset? First, DateTimeOffset? Last, DateTimeOffset? AbandonedAt, bool IsLocked)
{
    public static RoundFacts Of(RoundState round) => new(round.Head, round.Opened, round.Sealed, [.. round.Applicants],
        round.Entries.FirstOrDefault(e => e.Body is RoundOpened)?.At, round.LastInstant,
        round.Abandoned?.At, round.Locked is not null);
}

/// <summary>What rounds say of a ruleset's period to whoever asks about now.</summary>
/// <param name="Applicants">Chambers that applied to a round of it, for rulesets that count applicants only.</param>
/// <param name="History">What earlier sealed rounds gave each chamber.</param>
/// <param name="Heads">Where every round ended when they were read last.</param>
internal sealed record RoundsAround(IReadOnlySet<ChamberId> Applicants, RoundHistory History, Heads Heads);

/// <summary>Keeps what rounds say, and reads a round again only where it moved.</summary>
/// <remarks>Where a round moved and says the same, the same objects are answered: whoever built on them need not build again.</remarks>
internal sealed class KeptRounds(WatchedLog log)
{
    private const int KnownMax = 1_000;

    private sealed record Known(long Changes, ImmutableArray<Head> Sealed, RoundsAround Around);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SortedDictionary<StreamId, RoundFacts> _rounds = [];
    private Heads _heads = Heads.None;
    private volatile ImmutableDictionary<(string Ruleset, Period Period), Known> _known =
        ImmutableDictionary<(string, Period), Known>.Empty;
    private long _readAt = -1;

    public ValueTask<RoundsAround> Of(string ruleset, Period period, CancellationToken cancel) =>
        _known.TryGetValue((ruleset, period), out var known) && known.Changes == log.ChangesOf(StreamType.Round)
            ? new(known.Around) : Read(ruleset, period, cancel);

    /// <summary>Every round that was opened, in order of id.</summary>
    public async ValueTask<IReadOnlyList<StandingRound>> Standing(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var changes = log.ChangesOf(StreamType.Round);
            if (_readAt != changes) await ReadMoved(cancel);
            _readAt = changes;
            return [.. _rounds.Where(r => r.Value.Opened is not null)
                .Select(r => new StandingRound(
                    new RoundId(r.Key.Name), r.Value.Opened!, r.Value.First!.Value, r.Value.AbandonedAt))];
        }
        finally { _one.Release(); }
    }

    /// <summary>The sealed annual rounds of a ruleset's period, all peer groups, in order of opening.</summary>
    public async ValueTask<IReadOnlyList<(RoundId Id, RegionCode Scope)>> SealedOf(string ruleset, Period period, CancellationToken cancel)
    {
        await Standing(cancel);
        await _one.WaitAsync(cancel);
        try
        {
            return [.. _rounds.Where(r => r.Value is { Sealed: not null, Opened: { Purpose: RoundPurpose.Annual, PeerGroups: [] } of }
                    && of.Ruleset == ruleset && of.Period == period)
                .OrderBy(r => r.Value.First).Select(r => (new RoundId(r.Key.Name), r.Value.Opened!.Scope))];
        }
        finally { _one.Release(); }
    }

    /// <summary>Every round of a ruleset that was opened and not abandoned, with its scope.</summary>
    public async ValueTask<IReadOnlyList<(RegionCode Scope, RoundUnderAdoption Round)>> Under(string ruleset, CancellationToken cancel)
    {
        await Standing(cancel);
        await _one.WaitAsync(cancel);
        try
        {
            return [.. _rounds.Where(r => r.Value is { Opened: not null, AbandonedAt: null } && r.Value.Opened.Ruleset == ruleset)
                .Select(r => (r.Value.Opened!.Scope, new RoundUnderAdoption(new RoundId(r.Key.Name), r.Value.Opened.Period,
                    r.Value.Opened.Purpose == RoundPurpose.Annual, r.Value.IsLocked, r.Value.Sealed is not null)))];
        }
        finally { _one.Release(); }
    }

    private async ValueTask<RoundsAround> Read(string ruleset, Period period, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            // Counted before anything is read: what is appended meanwhile makes the answer old.
            var changes = log.ChangesOf(StreamType.Round);
            if (_readAt != changes) await ReadMoved(cancel);
            _readAt = changes;
            var of = _rounds.Values.Where(r => r.Opened?.Ruleset == ruleset && r.AbandonedAt is null).ToList();
            var before = of.Where(r => RoundHistory.IsBefore(r, ruleset, period, includeRehearsals: false)).ToList();
            ImmutableArray<Head> heads = [.. before.Select(r => r.Head)];
            var applicants = of.Where(r => r.Opened!.Period == period).SelectMany(r => r.Applicants).ToHashSet();
            var known = _known.GetValueOrDefault((ruleset, period));
            var around = new RoundsAround(
                known is not null && known.Around.Applicants.SetEquals(applicants) ? known.Around.Applicants : applicants,
                known is not null && known.Sealed.SequenceEqual(heads) ? known.Around.History : RoundHistory.Of(before), _heads);
            _known = (_known.Count < KnownMax ? _known : _known.Clear()).SetItem((ruleset, period), new Known(changes, heads, around));
            return around;
        }
        finally { _one.Release(); }
    }

    private async ValueTask ReadMoved(CancellationToken cancel)
    {
        var heads = await log.Cut(RegionCode.Nation, StreamType.Round, cancel);
        foreach (var (stream, head) in heads)
            if (_rounds.GetValueOrDefault(stream)?.Head != head)
                _rounds[stream] = RoundFacts.Of((RoundState)(await log.Load(stream, 0, [], cancel)).State);
        if (!heads.Equals(_heads)) _heads = heads;
    }
}
