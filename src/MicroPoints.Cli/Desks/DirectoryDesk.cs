using System.CommandLine;
using MicroPoints.Activities;
using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Documents;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Does verbs over a data directory or a database, whose holder is its authority.</summary>
internal sealed partial class DirectoryDesk(OpenStore store, ParseResult parsed) : IDesk
{
    private readonly Actor _by = Common.Actor(parsed);

    private Workspace Workspace => store.Workspace;
    public KindCatalogue Kinds => Workspace.Kinds;
    public DateOnly Today => Workspace.Today;

    public async Task<(Written Entry, IReadOnlyList<CreditedPoints> Credited)> Record(
        ChamberId chamber, RecordActivity activity, CancellationToken cancel)
    {
        var answer = await Workspace.Chambers.Run(chamber, _by, activity, cancel);
        var entry = answer switch { Answer.Recorded recorded => recorded.Entries[0], Answer.Exists exists => exists.First, _ => null };
        return (Written.Of(answer), entry is null ? [] : CreditedText.Of(await Workspace.Chambers.Credited(chamber, entry, cancel)));
    }

    public async Task<Written> Reverse(ChamberId chamber, ReverseActivity reverse, CancellationToken cancel) =>
        Written.Of(await Workspace.Chambers.Run(chamber, _by, reverse, cancel));

    public async Task<BatchOutcome> Preview(
        ChamberId chamber, IReadOnlyList<RecordActivity> activities, CancellationToken cancel) =>
        Outcome(await Workspace.Chambers.Preview(chamber, _by, activities, cancel));

    public async Task<BatchOutcome> RecordAll(
        ChamberId chamber, IReadOnlyList<RecordActivity> activities, CancellationToken cancel) =>
        Outcome(await Workspace.Chambers.RunAll(chamber, _by, activities, cancel));

    public async Task<LedgerPage> Ledger(ChamberId chamber, CancellationToken cancel)
    {
        var view = await ViewOn(chamber, Today, cancel);
        if (view.Register is not { } register)
            throw CliFailure.Refused(MicroPoints.Refusal.ChamberUnknown, $"{chamber} is not registered");
        var entries = new List<LedgerEntry>();
        await foreach (var entry in Workspace.Log.Read(StreamId.Of(chamber), 0, cancel)) entries.Add(EntryOut.Of(entry, seesWords: true));
        return new LedgerPage(chamber.Value, WireText.Of(view.Head), entries, register.Stamp);
    }

    public async Task<ChamberPage> Chambers(RegionCode scope, DateOnly day, CancellationToken cancel)
    {
        var (chambers, stamp) = (new List<ChamberSummary>(), (string?)null);
        foreach (var (stream, _) in (await Workspace.Log.Cut(scope, StreamType.Chamber, cancel)))
        {
            if ((await ViewOn(new ChamberId(stream.Name), day, cancel)).Register is not { } chamber) continue;
            stamp ??= chamber.Stamp;
            chambers.Add(ChamberOut.Summary(chamber, day));
        }
        return new ChamberPage(scope.Value, chambers, stamp);
    }

    public async Task<string?> Refusal(ChamberRow row, CancellationToken cancel) =>
        await Workspace.Chambers.Preview(row.Chamber, _by, row.Commands, cancel) is BatchAnswer.Refused no
        ? $"{Words.Kebab(no.Lines[0].Reason.ToString())}: {no.Lines[0].Detail}" : null;

    public async Task<bool> Register(ChamberRow row, CancellationToken cancel) =>
        await Workspace.Chambers.RunAll(row.Chamber, _by, row.Commands, cancel)
            is BatchAnswer.Accepted { Lines: [Answer.Recorded, ..] };

    public async Task<(StandingsPage Page, Ruleset Ruleset)> Standings(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var list = await Workspace.Lists.Ask(query, progress, cancel);
        return (new StandingsPage(list.Ruleset.Name, list.Ruleset.Title.Zh, list.Period.ToString(), list.Scope.Value,
            list.At.Day, list.At.KnownAt, true, list.Rows.Count(r => r.IsRanked), list.Rows.Count,
            [.. list.InOrder.Select(r => StandingsOut.Row(list.Ruleset, r))], Stamp: list.Stamp), list.Ruleset);
    }

    public async Task<ShownScorecard> Scorecard(
        ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var (answer, card) = await CardOf(chamber, query, cancel);
        return new ShownScorecard(ScorecardOut.Details(answer, card), answer.Ruleset, answer.Scope.Value);
    }

    public async Task<ScorecardExplanation> Explain(
        ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var (answer, _) = await StillCardOf(chamber, query, cancel);
        return TraceOut.Details(answer, answer.Trace!(), Kinds, _ => true);
    }

    public async Task<ScorecardExplanation> Explain(ChamberId chamber, RoundId round, CancellationToken cancel)
    {
        var state = await Workspace.Rounds.Load(round, cancel);
        if (state.Opened is null) throw CliFailure.Refused(MicroPoints.Refusal.RoundUnknown, $"there is no round {round}");
        if (state.Locked is null) throw CliFailure.Refused(MicroPoints.Refusal.RoundWrongState, RoundExplained.NotLocked(round));
        var results = await RoundResults.Compute(Workspace, state, cancel);
        return await RoundExplained.Of(Workspace, state, results, chamber, _ => true, cancel)
            ?? throw CliFailure.Refused(MicroPoints.Refusal.ChamberUnknown, RoundExplained.NotAmong(round, chamber.Value));
    }

    private async Task<(StandingsAnswer Answer, MicroPoints.Standings.Scorecard Card)> CardOf(
        ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var register = (await ViewOn(chamber, Today, cancel)).Register
            ?? throw CliFailure.Refused(MicroPoints.Refusal.ChamberUnknown, $"{chamber} is not registered");
        var answer = await Workspace.Standings.Ask(query(register.Seat.Enclosing(RegionLevel.County)), chamber, cancel);
        return answer.Cards is [var card] ? (answer, card)
            : throw CliFailure.Refused(MicroPoints.Refusal.ChamberUnknown,
                $"{chamber} was not on the register at {Calendar.Text(answer.At.KnownAt)}");
    }

    public async Task<PublishingDone> Publish(RulesetToPublish wanted, CancellationToken cancel)
    {
        var (answer, ruleset) = await PublishRules.Publish(Workspace, wanted, _by, cancel);
        return new PublishingDone(Written.Of(answer.Answer), ruleset.Name, ruleset.Hash.ToString(), answer.Tested?.Passed);
    }

    public async Task<AdoptionDone> Adopt(AdoptionWanted wanted, CancellationToken cancel)
    {
        var adoption = new AdoptRuleset(wanted.Id, wanted.Ruleset, wanted.From, wanted.Settings);
        // Worked out before anything is written: where it cannot be, nothing is adopted.
        var statement = wanted.Impact.Count == 0 ? null : await Statement(wanted, adoption, cancel);
        var (_, ruleset) = await PublishRules.Publish(Workspace, wanted.File, _by, cancel);
        var entry = Written.Of(await Workspace.Adopt(wanted.Region, adoption with { Ruleset = ruleset }, _by, cancel));
        // What was adopted before and ended since is decided anew, under another id.
        var counted = wanted.From > Today ? wanted.From : Today;
        if (statement is null || entry.IsReplay && !await IsOwn(wanted.Region, ruleset.Id, counted, cancel))
            return new AdoptionDone(entry, null);
        var bytes = Workspace.Tables.Write(ImpactTables.Of(statement));
        Written.Of(await Workspace.Attach(wanted.Region, wanted.Id, bytes, _by, cancel));
        return new AdoptionDone(entry, new AttachedStatement(statement.Periods[0].Impact.Before.Name, Digest.Of(bytes), bytes.Length,
            [.. statement.Told.Select(t => t.Query.Period)],
            [.. statement.Periods.Where(p => !p.HasData).Select(p => ImpactTables.NoData(statement, p))]));
    }

    private async Task<ImpactStatement?> Statement(AdoptionWanted wanted, AdoptRuleset adoption, CancellationToken cancel)
    {
        if (Workspace.Scans is null) throw CliFailure.Refused(MicroPoints.Refusal.ScansNotKept,
            "a database keeps no files: keep what 'micropoints rules impact --out' writes beside the minutes, and adopt without --impact");
        try { return await Workspace.Impact.OfAdoption(wanted.Region, adoption, wanted.Impact, cancel); }
        catch (QueryRefusedException refused) { throw CliFailure.Refused(refused.Reason, refused.Message); }
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private ValueTask<ChamberView> ViewOn(ChamberId chamber, DateOnly day, CancellationToken cancel) =>
        Workspace.Chambers.View(chamber, Period.Year(day.Year), AsOf.On(day), cancel);

    private static BatchOutcome Outcome(BatchAnswer answer) => answer switch
    {
        BatchAnswer.Accepted accepted => new BatchOutcome(accepted.Lines.Count(l => l is Answer.Recorded), []),
        BatchAnswer.Refused refused => new BatchOutcome(0, [.. refused.Lines.Select(
            l => new ProblemLine(l.Index, Words.Kebab(l.Reason.ToString()), l.Detail))]),
        _ => throw new InvariantException("a batch is accepted or refused"),
    };
}
