using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>A sealed round's proof, to be kept where the caller keeps files.</summary>
public sealed record SealedProof(RoundId Round, byte[] Bytes, Digest Digest, Digest Result, RoundEvaluation Evaluation)
{
    /// <summary>Honours that could not be recorded in the chambers' ledgers, with why; the seal stands all the same.</summary>
    public IReadOnlyList<UnrecordedHonour> Unrecorded { get; init; } = [];
}

/// <summary>Takes a round from draft to sealed. Every step's id derives from the round's, so a retry is safe.</summary>
public partial class RoundService(Workspace workspace)
{
    protected Workspace Workspace => workspace;

    public ValueTask<RoundState> Load(RoundId round, CancellationToken cancel) =>
        workspace.Streams.Load<RoundState>(StreamId.Of(round), cancel);

    public async ValueTask<Answer> Open(RoundId round, RoundOpened opened, Actor by, CancellationToken cancel)
    {
        var open = new OpenRound(new EntryId("open"), opened);
        if (opened.Purpose == RoundPurpose.Annual)
        {
            // What another process opened counts too.
            await workspace.CatchUp(cancel);
            open = open with { Others = await workspace.KeptRounds.Standing(cancel) };
        }
        return await workspace.Streams.Run(StreamId.Of(round), opened.Scope, by, open, cancel);
    }

    /// <summary>Records that a chamber of the round's scope applied to take part.</summary>
    public async ValueTask<Answer> Apply(RoundId round, ChamberId chamber, Actor by, CancellationToken cancel)
    {
        var scope = (await Load(round, cancel)).Opened?.Scope ?? RegionCode.Nation;
        if (await workspace.Seats.Of(chamber, cancel) is not { } seat || !scope.Contains(seat))
            return new Answer.Refused(Refusal.ChamberUnknown, $"{chamber} is not on the register of {scope}, which round {round} is for");
        return await workspace.Streams.Run(StreamId.Of(round), scope, by,
            new ApplyToRound(new EntryId($"apply-{Digest.OfText(chamber.Value).ToString()[..32]}"), chamber), cancel);
    }

    /// <summary>Gives up a draft that was opened by mistake.</summary>
    public async ValueTask<Answer> Abandon(RoundId round, string reason, Actor by, CancellationToken cancel)
    {
        // A lock that broke off has closed periods for good, and it goes on where it is begun again.
        if (await Load(round, cancel) is { Status: RoundStatus.Draft, Opened: { } opened } && by.MayRecord(opened.Scope))
        {
            var cut = await workspace.Log.Cut(opened.Scope, StreamType.Chamber, cancel);
            foreach (var some in cut.Chunk(workspace.AtOnce))
            {
                var closed = await Task.WhenAll(some.Select(
                    c => workspace.Log.Find(c.Stream, [ClosingId(round, opened)], cancel).AsTask()));
                if (closed.ToList().FindIndex(c => c.Count > 0) is >= 0 and var first) return new Answer.Refused(
                    Refusal.RoundWrongState, $"round {round} began to be locked, which closed the period of {some[first].Stream.Name}: "
                    + "lock it again, which goes on where it broke off");
            }
        }
        return await Run(round, new AbandonRound(new EntryId("abandon"), reason), by, cancel);
    }

    /// <summary>Freezes heads, rules, settings and both dates; closes the period first where it is to be closed.</summary>
    /// <param name="asOf">Facts up to this day; null takes today.</param>
    public virtual async ValueTask<Answer> Lock(
        RoundId round, DateOnly? asOf, bool closePeriod, Actor by, IProgress<(long Done, long Total)>? progress,
            CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("lock");
        var state = await Load(round, cancel);
        if (state.Locked is not null) return new Answer.Exists(state.Entries.First(e => e.Body is RoundLocked));
        if (state.Opened is not { } opened) return new Answer.Refused(
            Refusal.RoundUnknown, $"round {round} is not open: open it first");
        // A lock holds for good: it goes by what any process recorded before it.
        await workspace.CatchUp(cancel);
        var today = workspace.Today;
        if (asOf > today) return new Answer.Refused(Refusal.OnInFuture,
            $"as-of {Calendar.Text(asOf.Value)} is after today, {Calendar.Text(today)}");
        closePeriod |= opened.Purpose == RoundPurpose.Annual;
        var at = new AsOf(asOf ?? today, Calendar.ToMilliseconds(workspace.Clock.GetUtcNow()));
        if (workspace.Regions.AdoptionOf(opened.Ruleset, opened.Scope, AsOf.On(today)) is not { } adoption)
            return new Answer.Refused(Refusal.NothingAdopted, $"'{opened.Ruleset}' is not adopted for {opened.Scope}");
        var (ruleset, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        if (OpenRound.RefuseAuthority(opened, ruleset) is Decision.Refused foreign)
            return new Answer.Refused(foreign.Reason, foreign.Detail);
        // Closed periods stay closed, so nothing is closed for a lock that would be refused.
        var chambers = (await workspace.Log.Cut(opened.Scope, StreamType.Chamber, cancel));
        var now = state.LastInstant > at.KnownAt ? state.LastInstant.Value : at.KnownAt;
        if (LockRound.Refuse(state, new Context(by, now, null, default), ruleset.Version, ruleset.Adoptable, chambers.Count)
            is Decision.Refused early) return new Answer.Refused(early.Reason, early.Detail);
        RoundSnapshot snapshot;
        var closed = new HashSet<ChamberId>();
        do
        {
            if (closePeriod && await ClosePeriods(round, opened, chambers, by, progress, cancel) is { } refused) return refused;
            closed.UnionWith(chambers.Select(c => new ChamberId(c.Stream.Name)));
            snapshot = await new SnapshotTaker(workspace).Take(state, adoption, ruleset, at, cancel);
            // A chamber that was registered meanwhile is frozen too, and its period is still open.
            chambers = Heads.Of(snapshot.Heads.Where(h => !closed.Contains(h.Chamber))
                .Select(h => new StreamHead(StreamId.Of(h.Chamber), h.Head)));
        }
        while (closePeriod && chambers.Count > 0);
        var answer = await workspace.Streams.Run(StreamId.Of(round), opened.Scope, by,
            new LockRound(new EntryId("lock"), snapshot, closePeriod, ruleset.Adoptable), cancel);
        if (answer is Answer.Recorded) workspace.Columns?.Begin(opened.Period, StandingsLists.HeadsOf(snapshot));
        return answer;
    }

    /// <summary>The round computed from its snapshot, the entries admitted since, and the ledgers through both.</summary>
    public async ValueTask<(RoundEvaluation Evaluation, IReadOnlyList<FrozenLedger> Ledgers)> Evaluate(
        RoundState round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        return await Evaluate(round, round.Admitted, await FrozenRules.Of(workspace, round, cancel), progress, cancel);
    }

    /// <summary>The activity kinds that a locked round froze, for whoever puts it into words.</summary>
    public async ValueTask<KindCatalogue> FrozenKinds(RoundState round, CancellationToken cancel) =>
        (await FrozenRules.Of(workspace, round, cancel)).Kinds;

    private async ValueTask<(RoundEvaluation Evaluation, IReadOnlyList<FrozenLedger> Ledgers)> Evaluate(
        RoundState round, IReadOnlyList<AdmittedEntry> admitted, FrozenRules rules,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("evaluate");
        var (opened, snapshot) = (round.Opened!, round.Locked!.Snapshot);
        var ledgers = new List<FrozenLedger>(snapshot.Heads.Count);
        foreach (var some in snapshot.Heads.Chunk(workspace.AtOnce))
        {
            ledgers.AddRange(await Task.WhenAll(some.Select(async frozen =>
                new FrozenLedger(frozen.Chamber, await Entries(frozen, admitted, cancel)))));
            progress?.Report((ledgers.Count, snapshot.Heads.Count));
        }
        return (RoundEvaluation.Run(opened, snapshot, admitted, rules.Ruleset, rules.Kinds, ledgers), ledgers);
    }

    /// <summary>Admits entries recorded after the freeze, by the hashes under which the log holds them.</summary>
    public async ValueTask<Answer> Admit(RoundId round, EntryId id, IReadOnlyList<(ChamberId Chamber, EntryId Entry)> entries,
        string reason, Actor by, CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("admit");
        var state = await Load(round, cancel);
        if (state.Opened is not { } opened || state.Locked is null) return NotLocked(state);
        var (refused, admitted) = await Admissible(state, entries, cancel);
        if (refused is not null) return refused;
        return await workspace.Streams.Run(
            StreamId.Of(round), opened.Scope, by, new AdmitEntries(id, admitted, reason), cancel);
    }

    public virtual async ValueTask<Answer> Decide(
        RoundId round, RoundDecided decided, Actor by, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("decide");
        var state = await Load(round, cancel);
        if (state.Locked is null) return NotLocked(state);
        var (evaluation, _) = await Evaluate(state, progress, cancel);
        if (RefuseDissent(evaluation) is { } dissent) return dissent;
        return await workspace.Streams.Run(StreamId.Of(round), state.Opened!.Scope, by,
            new DecideRound(new EntryId("decide"), decided, evaluation)
            {
                Admitted = state.Admitted.Count,
                Moved = await MovedSinceNotice(state, null, cancel),
            }, cancel);
    }

    /// <summary>Computes result and proof, hands the proof over to be kept, and only then seals.</summary>
    /// <exception cref="ProofException">The proof does not replay; nothing was kept or sealed.</exception>
    /// <param name="keep">Keeps the proof durably; sealing an already sealed round keeps it again.</param>
    public virtual async ValueTask<(Answer Answer, SealedProof? Proof)> Seal(
        RoundId round, Actor by, Func<SealedProof, ValueTask> keep, IProgress<(long Done, long Total)>? progress,
            CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("seal");
        var state = await Load(round, cancel);
        if (state.Decided is not { } decided) return (NotDecided(state), null);
        var rules = await FrozenRules.Of(workspace, state, cancel);
        var (evaluation, ledgers) = await Evaluate(state, state.Admitted, rules, progress, cancel);
        if (evaluation.Cards.SelectMany(c => c.Errors.Select(e => (c.Id, e))).FirstOrDefault() is { e: not null } error)
            return (new Answer.Refused(Refusal.ConditionUndecided,
                $"{error.Id}: a condition cannot be decided: {error.e.Sentence.EnOrZh}"), null);
        if (RefuseDissent(evaluation) is { } dissent) return (dissent, null);
        // A round that is sealed again was perhaps given papers since: what was sealed ends before its seal.
        var through = state.Entries.TakeWhile(e => e.Body is not RoundSealed).ToList();
        var before = new RoundState(state.Stream);
        foreach (var entry in through) before.Apply(entry);
        var result = ResultWriter.Write(round, evaluation, decided, before);
        var bytes = Proof.Write(new ProofContent(
            through, rules.RulesetBytes, rules.ActivitiesBytes, ledgers, result, workspace.Engines));
        // A proof that does not replay must be neither kept nor sealed: nothing unseals a round.
        Replay.Run(bytes, workspace.Format);
        var proof = new SealedProof(round, bytes, Digest.Of(bytes), Digest.Of(result), evaluation);
        // Proofs name the engines that agreed, so a program with others writes other bytes: the one that was sealed must stay.
        if (state.Sealed is { } known && known.Proof != proof.Digest) return (new Answer.Refused(Refusal.RoundWrongState,
            $"round {round} was sealed by {string.Join(", ", known.Engines)} with another proof, and this program has "
            + $"{string.Join(", ", workspace.Engines)}: seal it again with the program that sealed it"), null);
        await keep(proof);
        var answer = await workspace.Streams.Run(StreamId.Of(round), state.Opened!.Scope, by, new SealRound(new EntryId("seal"),
            new RoundSealed(proof.Result, proof.Digest, workspace.Engines, Grades(evaluation, decided)))
        {
            Through = before.Head,
        }, cancel);
        // The seal stands already, so whoever stops here still lets the ledgers be told.
        if (answer is not Answer.Refused) proof = proof with
        {
            Unrecorded = await new HonourRecorder(workspace).Record(round, evaluation, decided, proof.Digest, by, CancellationToken.None),
        };
        return (answer, proof);
    }

    /// <summary>Honours of a sealed round that do not stand in the chambers' ledgers, with why; none before the seal.</summary>
    public async ValueTask<IReadOnlyList<UnrecordedHonour>> UnrecordedHonours(
        RoundState round, RoundEvaluation evaluation, CancellationToken cancel) =>
        round is { Sealed: { } seal, Decided: { } decided }
            ? await new HonourRecorder(workspace).Missing(round.Id, evaluation, decided, seal.Proof, cancel) : [];

    /// <summary>The same without why, which each chamber would have to be asked for.</summary>
    public async ValueTask<IReadOnlyList<(ChamberId Chamber, Outcome Outcome)>> HonoursLeft(
        RoundState round, RoundEvaluation evaluation, CancellationToken cancel) =>
        round is { Sealed: { } seal, Decided: { } decided }
            ? await new HonourRecorder(workspace).Left(round.Id, evaluation, decided, seal.Proof, cancel) : [];

    private static EntryId ClosingId(RoundId round, RoundOpened opened) =>
        new($"close-{opened.Period}-{Digest.OfText(round.Value).ToString()[..16]}");

    private async ValueTask<Answer?> ClosePeriods(
        RoundId round, RoundOpened opened, IReadOnlyList<StreamHead> cut, Actor by, IProgress<(long, long)>? progress,
            CancellationToken cancel)
    {
        var (id, done) = (ClosingId(round, opened), 0);
        foreach (var some in cut.Chunk(workspace.AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(h => workspace.Chambers.Run(new ChamberId(h.Stream.Name), by,
                new ClosePeriod(id, opened.Period, round), cancel).AsTask()));
            if (answers.OfType<Answer.Refused>().FirstOrDefault(r => r.Reason != Refusal.PeriodClosed) is { } refused) return refused;
            progress?.Report((done += some.Length, cut.Count));
        }
        return null;
    }

    private async ValueTask<IReadOnlyList<SealedEntry>> Entries(
        FrozenHead frozen, IReadOnlyList<AdmittedEntry> admitted, CancellationToken cancel)
    {
        var (entries, through) = (new List<SealedEntry>(), FrozenLedger.Through(frozen, admitted));
        await foreach (var entry in workspace.Log.Read(StreamId.Of(frozen.Chamber), 0, cancel))
        {
            if (entry.Sequence > through) break;
            entries.Add(entry);
        }
        return FrozenLedger.Fault(entries, frozen, admitted) is not { } fault ? entries : throw new StoreException(
            $"the log does not hold {frozen.Chamber} as it was locked and admitted: {fault}; run verify");
    }

    private static IReadOnlyList<SealedResult> Grades(RoundEvaluation evaluation, RoundDecided decided) => [.. evaluation.Cards
        .Select(c => c.IsRanked
            ? new SealedResult(c.Id, c.Grade, c.Class, Selection.OutcomesOf(c, decided.Departures))
            : new SealedResult(c.Id, null, null, []))];

    /// <summary>Every engine built in computes the round from the same facts; one that differs in anything stops it.</summary>
    private Answer.Refused? RefuseDissent(RoundEvaluation evaluation)
    {
        using var span = Telemetry.StartRound("compare engines");
        return workspace.OtherEngines.Select(evaluation.Dissent).FirstOrDefault(d => d is not null) is { } dissent
            ? new Answer.Refused(Refusal.EnginesDisagree,
                $"{dissent}; nothing was recorded: one of the engines is wrong, send this sentence with the ruleset to its maintainers")
            : null;
    }

    private static Answer.Refused NotLocked(RoundState state) => Over(state)
        ?? new Answer.Refused(Refusal.RoundWrongState, $"round {state.Id} is not locked: lock it first");

    private static Answer.Refused NotDecided(RoundState state) => Over(state)
        ?? new Answer.Refused(Refusal.RoundWrongState, $"round {state.Id} is not decided: decide it first");

    private static Answer.Refused? Over(RoundState state) =>
        RoundCommand.RefuseAbandoned(state) is { } over ? new Answer.Refused(over.Reason, over.Detail) : null;
}
