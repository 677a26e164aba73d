using MicroPoints.Api;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Declarations, endings and rounds over a data directory or a database.</summary>
internal sealed partial class DirectoryDesk
{
    public async Task<Written> Declare(NotApplicableToDeclare declaration, CancellationToken cancel)
    {
        var region = new RegionCode(declaration.Region);
        var adoption = Workspace.Regions.AdoptionOf(declaration.Ruleset, region, AsOf.On(Today)) ?? throw CliFailure.Refused(
            MicroPoints.Refusal.NothingAdopted, $"'{declaration.Ruleset}' is not adopted for {region}");
        var (ruleset, _) = await Workspace.Library.Get(adoption.Ruleset, adoption.Hash, Kinds, cancel);
        return Written.Of(await Workspace.Declare(region, new DeclareNotApplicable(new EntryId(declaration.Id), ruleset,
            Period.Parse(declaration.Period), declaration.Indicator,
            declaration.Chamber is { } chamber ? new ChamberId(chamber) : null, declaration.Reason), _by, cancel));
    }

    public async Task<Written> End(AdoptionToEnd adoption, CancellationToken cancel) => Written.Of(await Workspace.End(
        new RegionCode(adoption.Region), new EndAdoption(
            new EntryId(adoption.Id), adoption.Ruleset, adoption.From, adoption.Reason), _by, cancel));

    public Task<bool> IsOwn(RegionCode region, string ruleset, DateOnly on, CancellationToken cancel) =>
        Task.FromResult(Workspace.Regions.InForce(ruleset, region, AsOf.On(on))?.By == region);

    public async Task<Written> OpenLateWindow(ChamberId chamber, OpenLateWindow window, CancellationToken cancel) =>
        Written.Of(await Workspace.Chambers.Run(chamber, _by, window, cancel));

    public async Task<Written> Dissolve(ChamberId chamber, EntryId id, DateOnly on, CancellationToken cancel) =>
        Written.Of(await Workspace.Chambers.Run(chamber, _by, new ChangeChamber(new DissolveChamber(id, on)), cancel));

    public async Task<LineageDone> Merge(MergeChambers merger, CancellationToken cancel) =>
        Done(await Workspace.Lineage.Merge(merger, _by, cancel));

    public async Task<LineageDone> Split(SplitChamber split, CancellationToken cancel) =>
        Done(await Workspace.Lineage.Split(split, _by, cancel));

    public async Task<Written> OpenRound(RoundToOpen wanted, CancellationToken cancel)
    {
        var (opening, scope) = (new RoundOpening(Workspace), new RegionCode(wanted.Scope));
        var opened = new RoundOpened(wanted.Ruleset!, Period.Parse(wanted.Period), scope, wanted.PeerGroups ?? [],
            wanted.Purpose == Contracts.RoundPurpose.Annual ? Rounds.RoundPurpose.Annual : Rounds.RoundPurpose.Rehearsal,
            Workspace.Regions.ProfileOf(scope).Id, await opening.StampOf(scope, cancel));
        return Written.Of(await opening.Refuse(opened, cancel)
            ?? await Workspace.Rounds.Open(new RoundId(wanted.Id), opened, _by, cancel));
    }

    public async Task<Written> ApplyToRound(RoundId round, ChamberId chamber, CancellationToken cancel) =>
        Written.Of(await Workspace.Rounds.Apply(round, chamber, _by, cancel));

    public async Task<Written> AbandonRound(RoundId round, RoundToAbandon why, CancellationToken cancel) =>
        Written.Of(await Workspace.Rounds.Abandon(round, why.Reason, _by, cancel));

    public async Task<Written> LockRound(
        RoundId round, RoundToLock how, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Written.Of(await Workspace.Rounds.Lock(round, how.AsOf, how.ClosePeriod, _by, progress, cancel));

    public async Task<Written> DecideRound(
        RoundId round, DecisionToRecord decision, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Written.Of(await Workspace.Rounds.Decide(round, new RoundDecided(decision.Meeting, decision.On, decision.Minutes,
            decision.Conclusion!, [.. (decision.Departures ?? []).Select(
                d => new Departure(d.Outcome, new ChamberId(d.Chamber), d.Selected, d.Reason))]), _by, progress, cancel));

    public async Task<SealedRound> SealRound(
        RoundId round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (answer, proof) = await Workspace.Rounds.Seal(
            round, _by, p => Workspace.Proofs.Keep(p, cancel), progress, cancel);
        return new SealedRound(Written.Of(answer), proof!.Digest.ToString(),
            store.PlaceOf(round))
        {
            Unrecorded = [.. proof.Unrecorded.Select(h =>
                $"{h.Chamber} {h.Outcome.Title.Zh}：{RefusalWords.InTable(h.Reason!.Value, h.Detail).Zh}")],
        };
    }

    public async Task<ShownRound> Round(RoundId round, CancellationToken cancel)
    {
        var state = await Workspace.Rounds.Load(round, cancel);
        if (state.Opened is null) throw CliFailure.Refused(MicroPoints.Refusal.RoundUnknown, $"there is no round {round}");
        var computed = state.Locked is null ? null : await RoundResults.Compute(Workspace, state, cancel);
        return new ShownRound(RoundOut.Details(state, seesWords: true), computed?.Rows ?? [], computed?.Evaluation.Ruleset);
    }

    private static LineageDone Done(LineageAnswer answer) => answer switch
    {
        LineageAnswer.Done done => new LineageDone(
            done.IsReplay, done.Steps.Sum(s => s.Lines.OfType<Answer.Recorded>().Sum(r => r.Entries.Count))),
        LineageAnswer.Refused refused => throw CliFailure.Refused(refused.Reason, $"{refused.Chamber}: {refused.Detail}"),
        _ => throw new InvariantException("a merger or split is done or refused"),
    };
}
