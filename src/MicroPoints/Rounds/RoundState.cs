using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Where a round stands. Values are part of the wire contract: append only.</summary>
public enum RoundStatus
{
    Draft = 1,
    Locked = 2,
    Vetting = 3,
    Noticed = 4,
    Objected = 5,
    Recomputed = 6,
    Decided = 7,
    Sealed = 8,
    Archived = 9,
    Reopened = 10,
}

/// <summary>One round, folded from its stream. It moves draft → locked → decided → sealed, and through recomputed
/// wherever entries are admitted after the freeze.</summary>
public sealed class RoundState(StreamId stream) : StreamState(stream)
{
    private readonly SortedSet<ChamberId> _applicants = [];
    private readonly List<SealedEntry> _entries = [];
    private readonly List<AdmittedEntry> _admitted = [];
    private readonly Dictionary<ChamberId, Head> _frozen = [];

    public RoundId Id { get; } = new(stream.Name);
    public RoundStatus Status { get; private set; } = RoundStatus.Draft;
    public RoundOpened? Opened { get; private set; }
    public RoundLocked? Locked { get; private set; }
    public RoundDecided? Decided { get; private set; }
    public RoundSealed? Sealed { get; private set; }
    public IReadOnlySet<ChamberId> Applicants => _applicants;
    public IReadOnlyList<SealedEntry> Entries => _entries;

    /// <summary>Every entry admitted after the freeze, in order of admission.</summary>
    public IReadOnlyList<AdmittedEntry> Admitted => _admitted;

    /// <summary>Where a chamber's ledger was frozen; null where the round does not hold the chamber.</summary>
    public Head? FrozenHeadOf(ChamberId chamber) => _frozen.TryGetValue(chamber, out var head) ? head : null;

    /// <summary>Refuses what names a chamber that this round does not hold.</summary>
    public Decision? RefuseForeign(ChamberId chamber) => FrozenHeadOf(chamber) is not null ? null : Decision.Refuse(
        Refusal.ChamberUnknown, $"{chamber} is not in round {Id}: it holds the chambers that {Opened?.Scope} had when it was locked");

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case RoundOpened opened:
                Opened = opened;
                break;
            case RoundApplied applied:
                _applicants.Add(applied.Chamber);
                break;
            case RoundLocked locked:
                Move(RoundStatus.Locked, RoundStatus.Draft);
                Locked = locked;
                foreach (var frozen in locked.Snapshot.Heads) _frozen.Add(frozen.Chamber, frozen.Head);
                break;
            case RoundRecomputed recomputed:
                Move(RoundStatus.Recomputed, RoundStatus.Locked, RoundStatus.Recomputed);
                foreach (var admitted in recomputed.Admitted) Admit(admitted);
                break;
            case RoundDecided decided:
                Move(RoundStatus.Decided, RoundStatus.Locked, RoundStatus.Recomputed);
                Decided = decided;
                break;
            case RoundSealed seal:
                Move(RoundStatus.Sealed, RoundStatus.Decided);
                Sealed = seal;
                break;
            default:
                Unknown(entry);
                break;
        }
        _entries.Add(entry);
    }

    private void Admit(AdmittedEntry entry)
    {
        Invariant.Holds(FrozenHeadOf(entry.Chamber) is { } head && entry.Sequence > head.Sequence,
            "only entries after a frozen head are admitted");
        Invariant.Holds(!_admitted.Any(a => a.Chamber == entry.Chamber && a.Sequence == entry.Sequence),
            "an entry is admitted once");
        _admitted.Add(entry);
    }

    private void Move(RoundStatus to, params RoundStatus[] from)
    {
        Invariant.Holds(from.Contains(Status), $"a round moves to {to} from {string.Join(" or ", from)} only");
        Status = to;
    }
}
