using MicroPoints.Client;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using RegisterChamber = MicroPoints.Chambers.RegisterChamber;

namespace MicroPoints.Cli;

/// <summary>Declarations, endings and rounds over a server.</summary>
internal sealed partial class ServerDesk
{
    public async Task<Written> Declare(NotApplicableToDeclare declaration, CancellationToken cancel) => Entry(
        StreamId.Of(new RegionCode(declaration.Region)), await _client.DeclareNotApplicable(declaration, cancel));

    public async Task<Written> End(AdoptionToEnd adoption, CancellationToken cancel) =>
        Entry(StreamId.Of(new RegionCode(adoption.Region)), await _client.EndAdoption(adoption, cancel));

    public async Task<bool> IsOwn(RegionCode region, string ruleset, DateOnly on, CancellationToken cancel) =>
        (await _client.GetRegionRules(region.Value, on, cancel)).Rules.Any(r => r.Ruleset == ruleset && r.AdoptedBy == region.Value);

    public async Task<Written> OpenLateWindow(ChamberId chamber, OpenLateWindow window, CancellationToken cancel) =>
        Entry(StreamId.Of(chamber), await _client.OpenLateWindow(chamber.Value, new LateWindowToOpen
        {
            Id = window.Id.Value,
            Period = window.Period.ToString(),
            Through = window.Through,
            Reason = window.Reason,
        }, cancel));

    public async Task<Written> Dissolve(ChamberId chamber, EntryId id, DateOnly on, CancellationToken cancel) =>
        Entry(StreamId.Of(chamber), await _client.DissolveChamber(
            chamber.Value, new DissolutionToRecord { Id = id.Value, On = on }, null, cancel));

    public async Task<LineageDone> Merge(MergeChambers merger, CancellationToken cancel) => Done(
        await _client.MergeChamber(merger.Predecessors[0].Value, new MergerToRecord
        {
            Id = merger.Id.Value,
            On = merger.On,
            Into = merger.Successor.Value,
            With = merger.Predecessors.Count > 1 ? [.. merger.Predecessors.Skip(1).Select(p => p.Value)] : null,
            Register = Successor(merger.Register),
            States = merger.Restated.Count > 0 ? [.. merger.Restated.Select(State)] : null,
        }, cancel));

    public async Task<LineageDone> Split(SplitChamber split, CancellationToken cancel) => Done(
        await _client.SplitChamber(split.Predecessor.Value, new SplitToRecord
        {
            Id = split.Id.Value,
            On = split.On,
            Shares = [.. split.Shares.Select(s => new ShareOfSplit
            {
                Chamber = s.Successor.Value,
                Allocated = [.. s.Allocated.Select(e => e.Value)],
            })],
        }, cancel));

    public async Task<Written> OpenRound(RoundToOpen wanted, CancellationToken cancel) =>
        Step(await _client.OpenRound(wanted, cancel));

    public async Task<Written> ApplyToRound(RoundId round, ChamberId chamber, CancellationToken cancel) =>
        Step(await _client.ApplyToRound(round.Value, chamber.Value, cancel));

    public async Task<Written> LockRound(
        RoundId round, RoundToLock how, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Step(await _client.LockRound(round.Value, how, cancel));

    public async Task<Written> AbandonRound(RoundId round, RoundToAbandon why, CancellationToken cancel) =>
        Step(await _client.AbandonRound(round.Value, why, cancel));

    public async Task<Written> DecideRound(
        RoundId round, DecisionToRecord decision, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        Step(await _client.DecideRound(round.Value, decision, cancel));

    public async Task<SealedRound> SealRound(
        RoundId round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var sent = await _client.SealRound(round.Value, cancel);
        return new SealedRound(Step(sent), sent.ValueOrThrow().Round.Sealed!.Proof,
            new Uri(_http.BaseAddress!, $"api/v1/rounds/{Uri.EscapeDataString(round.Value)}/proof").ToString());
    }

    public async Task<ShownRound> Round(RoundId round, CancellationToken cancel)
    {
        var details = (await _client.GetRound(round.Value, null, cancel)).Value!;
        if (details.Locked is not { } locked) return new ShownRound(details, [], null);
        var results = new List<RoundResult>();
        string? cursor = null;
        do
        {
            var page = (await _client.GetRoundResults(round.Value, cursor, Limits.PageMax, null, cancel)).Value!;
            results.AddRange(page.Results);
            cursor = page.Next;
        }
        while (cursor is not null);
        return new ShownRound(details, results, await Ruleset($"{details.Ruleset}@{locked.Version}", cancel));
    }

    private static Written Entry(StreamId stream, Sent<RecordedEntry> sent)
    {
        var entry = ServerAccess.Accepted(sent);
        return new Written(
            sent is Sent<RecordedEntry>.Exists, stream.ToString(), entry.Id, entry.Sequence, entry.Hash, entry.Recorded);
    }

    private static Written Step(Sent<RecordedRoundStep> sent)
    {
        var step = ServerAccess.Accepted(sent);
        return new Written(sent is Sent<RecordedRoundStep>.Exists, StreamId.Of(new RoundId(step.Round.Id)).ToString(), step.Id,
            step.Sequence, step.Hash, step.Recorded);
    }

    private static LineageDone Done(Sent<RecordedLineage> sent) =>
        new(sent is Sent<RecordedLineage>.Exists, ServerAccess.Accepted(sent).Steps.Sum(s => s.Recorded));

    private static SuccessorToRegister? Successor(RegisterChamber? register) => register is null ? null : new()
    {
        Name = register.Name,
        Kind = register.Kind,
        Seat = register.Seat.Value,
        Serves = [.. register.Serves.Select(r => r.Value)],
        Founded = register.Founded,
    };

    private static StateToRestate State(RecordActivity restated)
    {
        var sent = ActivityToSend.Of(restated);
        return new StateToRestate { Kind = sent.Kind, Option = sent.Option, Flag = sent.Flag };
    }
}
