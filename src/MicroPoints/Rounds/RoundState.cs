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
    Abandoned = 11,
}

/// <summary>That a round was given up.</summary>
/// <param name="Reason">Why; null once it was erased.</param>
public sealed record Abandonment(DateTimeOffset At, string? Reason);

/// <summary>One round, folded from its stream: draft → locked → vetting → noticed → (objected → recomputed → noticed) → decided →
/// sealed; a draft may be abandoned instead.</summary>
/// <remarks>Between lock and decision the status is what stands now: objected while an objection has no answer, recomputed while
/// entries were admitted that no notice took in, else noticed, vetting or locked.</remarks>
public sealed class RoundState(StreamId stream) : StreamState(stream)
{
    private readonly SortedSet<ChamberId> _applicants = [];
    private readonly List<SealedEntry> _entries = [];
    private readonly List<AdmittedEntry> _admitted = [];
    private readonly Dictionary<ChamberId, Head> _frozen = [];
    private readonly List<PostedNotice> _notices = [];
    private readonly List<Paper> _papers = [];

    public RoundId Id { get; } = new(stream.Name);
    public RoundStatus Status { get; private set; } = RoundStatus.Draft;
    public RoundOpened? Opened { get; private set; }
    public RoundLocked? Locked { get; private set; }
    public RoundDecided? Decided { get; private set; }
    public RoundSealed? Sealed { get; private set; }

    /// <summary>Null where it was not given up.</summary>
    public Abandonment? Abandoned { get; private set; }

    public IReadOnlySet<ChamberId> Applicants => _applicants;
    public IReadOnlyList<SealedEntry> Entries => _entries;

    public VettingRegister Vetting { get; } = new();
    public ObjectionRegister Objections { get; } = new();

    /// <summary>Who relied on the result, after the seal.</summary>
    public UseRegister Uses { get; } = new();

    /// <summary>Every notice in order; the last one counts.</summary>
    public IReadOnlyList<PostedNotice> Notices => _notices;

    /// <summary>Every scan attached, in order.</summary>
    public IReadOnlyList<Paper> Papers => _papers;

    /// <summary>The day since which the results stand as they do: of the lock, or of the last admission. Null before the lock.</summary>
    public DateOnly? ContentSince { get; private set; }

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
                ContentSince = Calendar.DayOf(entry.At);
                foreach (var frozen in locked.Snapshot.Heads) _frozen.Add(frozen.Chamber, frozen.Head);
                break;
            case RoundRecomputed recomputed:
                Admit(recomputed.Admitted, entry);
                Settle();
                break;
            case RoundVettingAsked or RoundVettingReplied or RoundHoldReleased or RoundNoticed
                or RoundObjectionReceived or RoundObjectionAnswered:
                FoldStep(entry, entry.Reason?.Text);
                Settle();
                break;
            case RoundPaperAttached attached:
                Invariant.Holds(Opened is not null && Abandoned is null, "papers are attached to a round that goes on");
                _papers.Add(new Paper(entry.Id, attached.Kind, attached.Scan, Calendar.DayOf(entry.At), entry.Reason?.Text, null));
                break;
            case RoundScanAttached scan:
                Invariant.Holds(Opened is not null && Abandoned is null, "scans are attached to a round that goes on");
                _papers.Add(new Paper(entry.Id, scan.Kind, scan.Scan, Calendar.DayOf(entry.At), entry.Reason?.Text, scan.Format));
                break;
            case RoundDecided decided:
                Move(RoundStatus.Decided, RoundCommand.BeforeDecision);
                Decided = decided;
                break;
            case RoundSealed seal:
                Move(RoundStatus.Sealed, RoundStatus.Decided);
                Sealed = seal;
                break;
            case RoundAbandoned:
                Move(RoundStatus.Abandoned, RoundStatus.Draft);
                Abandoned = new Abandonment(entry.At, entry.Reason?.Text);
                break;
            case RoundResultUsed used:
                Invariant.Holds(Sealed is not null, "only what is sealed is relied on");
                Uses.Fold(entry.Id, used, Calendar.DayOf(entry.At), entry.Reason?.Text);
                break;
            case RoundUseWithdrawn withdrawn:
                Uses.Fold(withdrawn, Calendar.DayOf(entry.At), entry.Reason?.Text);
                break;
            default:
                Unknown(entry);
                break;
        }
        _entries.Add(entry);
    }

    /// <summary>What comes between the lock and the decision.</summary>
    private void FoldStep(SealedEntry entry, string? words)
    {
        switch (entry.Body)
        {
            case RoundVettingAsked asked:
                Vetting.Fold(asked);
                break;
            case RoundVettingReplied replied:
                Vetting.Fold(replied, words);
                break;
            case RoundHoldReleased released:
                Vetting.Fold(released, words);
                break;
            case RoundNoticed noticed:
                Invariant.Holds(noticed.LastDay >= noticed.Posted.AddDays(noticed.WorkingDays), "so many working days take as many days");
                _notices.Add(new PostedNotice(entry.Id, noticed, _admitted.Count));
                break;
            case RoundObjectionReceived received:
                Invariant.Holds(_notices.Count > 0, "what was noticed is objected to");
                Objections.Fold(entry.Id, received, received.ReceivedOn > _notices[^1].Noticed.LastDay, words);
                break;
            case RoundObjectionAnswered answered:
                Objections.Fold(answered, Calendar.DayOf(entry.At), words, _admitted.Count);
                if (answered.IsAccepted) Admit(answered.Admitted, entry);
                break;
        }
    }

    private void Admit(IReadOnlyList<AdmittedEntry> admitted, SealedEntry by)
    {
        foreach (var entry in admitted)
        {
            Invariant.Holds(FrozenHeadOf(entry.Chamber) is { } head && entry.Sequence > head.Sequence,
                "only entries after a frozen head are admitted");
            Invariant.Holds(!_admitted.Any(a => a.Chamber == entry.Chamber && a.Sequence == entry.Sequence),
                "an entry is admitted once");
            _admitted.Add(entry);
        }
        ContentSince = Calendar.DayOf(by.At);
    }

    /// <summary>The status that follows from what is there, between the lock and the decision.</summary>
    private void Settle() => Move(
        _notices is not [.., var last]
            ? _admitted.Count > 0 ? RoundStatus.Recomputed : Vetting.Bodies.Count > 0 ? RoundStatus.Vetting : RoundStatus.Locked
        : Objections.Open.Any() ? RoundStatus.Objected
        : _admitted.Count > last.Admitted ? RoundStatus.Recomputed : RoundStatus.Noticed, RoundCommand.BeforeDecision);

    private void Move(RoundStatus to, params RoundStatus[] from)
    {
        Invariant.Holds(from.Contains(Status), $"a round moves to {to} from {string.Join(" or ", from)} only");
        Status = to;
    }
}
