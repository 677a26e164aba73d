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

/// <summary>One round, folded from its stream. It moves draft → locked → decided → sealed; the steps between belong to
/// real rounds.</summary>
public sealed class RoundState(StreamId stream) : StreamState(stream)
{
    private readonly SortedSet<ChamberId> _applicants = [];
    private readonly List<SealedEntry> _entries = [];

    public RoundId Id { get; } = new(stream.Name);
    public RoundStatus Status { get; private set; } = RoundStatus.Draft;
    public RoundOpened? Opened { get; private set; }
    public RoundLocked? Locked { get; private set; }
    public RoundDecided? Decided { get; private set; }
    public RoundSealed? Sealed { get; private set; }
    public IReadOnlySet<ChamberId> Applicants => _applicants;
    public IReadOnlyList<SealedEntry> Entries => _entries;

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
                Move(RoundStatus.Draft, RoundStatus.Locked);
                Locked = locked;
                break;
            case RoundDecided decided:
                Move(RoundStatus.Locked, RoundStatus.Decided);
                Decided = decided;
                break;
            case RoundSealed seal:
                Move(RoundStatus.Decided, RoundStatus.Sealed);
                Sealed = seal;
                break;
            default:
                Unknown(entry);
                break;
        }
        _entries.Add(entry);
    }

    private void Move(RoundStatus from, RoundStatus to)
    {
        Invariant.Holds(Status == from, $"a round moves to {to} from {from} only");
        Status = to;
    }
}
