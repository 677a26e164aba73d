using System.CommandLine;
using MicroPoints.Activities;
using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Client;
using MicroPoints.Contracts;
using MicroPoints.Documents;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using ProblemException = MicroPoints.Client.ProblemException;

namespace MicroPoints.Cli;

/// <summary>Does verbs over a server, as far as its key reaches.</summary>
/// <remarks>Kinds are those that ship with this program; the server has the last word on every activity.</remarks>
internal sealed partial class ServerDesk : IDesk
{
    /// <summary>Locking and sealing a province takes minutes.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(15);

    private readonly HttpClient _http;
    private readonly MicroPointsClient _client;

    private ServerDesk(HttpClient http, string key)
    {
        _http = http;
        _client = new MicroPointsClient(http, new ClientOptions { Key = key });
        Kinds = YamlRules.Instance.ReadKinds(File.ReadAllBytes(ShippedFiles.ActivitiesPath));
    }

    public KindCatalogue Kinds { get; }
    public DateOnly Today => Calendar.DayOf(TimeProvider.System.GetUtcNow());

    public static IDesk Open(ParseResult parsed, string server)
    {
        if (parsed.CommandResult.Command.Options.Contains(Common.By) && parsed.GetResult(Common.By) is { Implicit: false })
            throw CliFailure.CouldNotRun("--by is for a data directory: a server records who its key stands for");
        var address = ServerAccess.Address(server);
        // A server that moved is to be named by its new address; a key is not carried along to wherever an answer points.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
        return new ServerDesk(new HttpClient(handler) { BaseAddress = address, Timeout = LongestAnswer }, ServerAccess.Key(parsed));
    }

    public async Task<(Written Entry, IReadOnlyList<CreditedPoints> Credited)> Record(
        ChamberId chamber, RecordActivity activity, CancellationToken cancel)
    {
        var sent = await _client.RecordActivity(chamber.Value, ActivityToSend.Of(activity), null, cancel);
        var value = ServerAccess.Accepted(sent);
        return (await Entry(chamber, value.Id, sent is Sent<RecordedActivity>.Exists, cancel), value.Credited);
    }

    public async Task<Written> Reverse(ChamberId chamber, ReverseActivity reverse, CancellationToken cancel)
    {
        var sent = await _client.ReverseActivity(chamber.Value, reverse.Target.Value,
            new ReversalToRecord { Id = reverse.Id.Value, Reason = reverse.Reason }, null, cancel);
        return await Entry(chamber, ServerAccess.Accepted(sent).Id, sent is Sent<RecordedReversal>.Exists, cancel);
    }

    public async Task<BatchOutcome> Preview(
        ChamberId chamber, IReadOnlyList<RecordActivity> activities, CancellationToken cancel)
    {
        try { return new BatchOutcome((await _client.PreviewActivities(chamber.Value, Batch(activities), cancel)).WouldRecord, []); }
        catch (ProblemException e) when (ServerAccess.IsRefusal(e)) { return Bad(e.Problem); }
    }

    public async Task<BatchOutcome> RecordAll(
        ChamberId chamber, IReadOnlyList<RecordActivity> activities, CancellationToken cancel) =>
        await _client.RecordActivities(chamber.Value, Batch(activities), null, cancel) switch
        {
            Sent<RecordedBatch>.Recorded recorded => new BatchOutcome(recorded.Value.Recorded, []),
            Sent<RecordedBatch>.Exists => new BatchOutcome(0, []),
            Sent<RecordedBatch>.Refused refused => Bad(refused.Problem),
            _ => throw new InvariantException("a write is recorded, exists or is refused"),
        };

    public async Task<LedgerPage> Ledger(ChamberId chamber, CancellationToken cancel)
    {
        var first = (await _client.GetLedgerPage(chamber.Value, null, Limits.PageMax, null, cancel)).Value!;
        var entries = first.Entries.ToList();
        if (first.NextAfter is { } after)
            await foreach (var entry in _client.ReadLedger(chamber.Value, after, cancel))
                // What was recorded while the pages were read is not part of the head that is shown.
                if (entry.Sequence <= first.Head.Sequence) entries.Add(entry);
        return first with { Entries = entries, NextAfter = null };
    }

    public async Task<ChamberPage> Chambers(RegionCode scope, DateOnly day, CancellationToken cancel)
    {
        var first = await _client.GetChamberPage(Reached(scope), day, null, Limits.PageMax, cancel);
        var (chambers, stamp) = (first.Chambers.ToList(), first.Stamp);
        for (var next = first.Next; next is not null;)
        {
            var page = await _client.GetChamberPage(Reached(scope), day, next, Limits.PageMax, cancel);
            chambers.AddRange(page.Chambers);
            (stamp, next) = (stamp ?? page.Stamp, page.Next);
        }
        return first with { Chambers = chambers, Stamp = stamp, Next = null };
    }

    public async Task<string?> Refusal(ChamberRow row, CancellationToken cancel) =>
        await Known(row.Chamber, cancel) is { } known ? RegisterOverServer.Differs(known, row)
        : await RegisterOverServer.RefusedAsNew(row, Kinds, cancel);

    public async Task<bool> Register(ChamberRow row, CancellationToken cancel) =>
        await _client.PutChamber(row.Chamber.Value, RegisterOverServer.Wanted(row), null, cancel) switch
        {
            Sent<ChamberDetails>.Recorded => true,
            Sent<ChamberDetails>.Exists => false,
            Sent<ChamberDetails>.Refused refused => throw ServerAccess.Failure(refused.Problem),
            _ => throw new InvariantException("a write is recorded, exists or is refused"),
        };

    public async Task<(StandingsPage Page, Ruleset Ruleset)> Standings(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        if (query.PeerGroups.Count > 1) throw CliFailure.CouldNotRun("a server takes one --peer-group at a time");
        var (question, group) = (Asked(query), query.PeerGroups.FirstOrDefault());
        StandingsPage? whole = null;
        do
        {
            var page = (await _client.GetStandings(
                Reached(query.Scope), question, group, null, whole?.Next, Limits.PageMax, null, cancel)).Value!;
            whole = whole is null ? page : whole with { Standings = [.. whole.Standings, .. page.Standings], Next = page.Next };
            progress?.Report((whole.Standings.Count, whole.Total));
        }
        while (whole.Next is not null);
        return (whole, await Ruleset(whole.Ruleset, cancel));
    }

    public async Task<ShownScorecard> Scorecard(
        ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var seat = new RegionCode((await _client.GetChamber(chamber.Value, null, cancel)).Value!.Seat);
        var county = seat.Enclosing(RegionLevel.County);
        var card = (await _client.GetScorecard(chamber.Value, Asked(query(county)), null, cancel)).Value!;
        return new ShownScorecard(card, await Ruleset(card.Ruleset, cancel), county.Value);
    }

    public async Task<ScorecardExplanation> Explain(
        ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var seat = new RegionCode((await _client.GetChamber(chamber.Value, null, cancel)).Value!.Seat);
        return (await _client.ExplainScorecard(chamber.Value, Asked(query(seat.Enclosing(RegionLevel.County))), null, cancel)).Value!;
    }

    public async Task<ScorecardExplanation> Explain(ChamberId chamber, RoundId round, CancellationToken cancel) =>
        (await _client.ExplainResult(round.Value, chamber.Value, null, cancel)).Value!;

    public async Task<AdoptionDone> Adopt(AdoptionWanted wanted, CancellationToken cancel)
    {
        var ruleset = wanted.Ruleset;
        var published = (await _client.GetRulesets(cancel)).Rulesets.FirstOrDefault(r => r.Id == ruleset.Id)?
            .Versions.FirstOrDefault(v => v.Version == ruleset.Version);
        if (published is null) await Publish(wanted.File, cancel);
        else if (published.Hash != ruleset.Hash.ToString()) throw CliFailure.Refused(MicroPoints.Refusal.RulesetVersionExists,
            $"{ruleset.Name} is published already, and {wanted.File.File} differs from it: give the changed file another version");
        var sent = await _client.Adopt(new AdoptionToMake
        {
            Id = wanted.Id.Value,
            Region = wanted.Region.Value,
            Ruleset = ruleset.Id,
            Version = ruleset.Version,
            From = wanted.From,
            Settings = SettingValues.Write(wanted.Settings, ruleset),
            Impact = wanted.Impact.Count > 0 ? [.. wanted.Impact.Select(p => p.ToString())] : null,
        }, cancel);
        var value = ServerAccess.Accepted(sent);
        return new AdoptionDone(new Written(sent is Sent<RecordedAdoption>.Exists, StreamId.Of(new RegionCode(value.Region)).ToString(),
            value.Id, value.Sequence, value.Hash, value.Recorded),
            value.Impact is { } attached
                ? new AttachedStatement(attached.Before, Digest.Parse(attached.File), attached.Bytes,
                    [.. attached.Periods?.Select(Period.Parse) ?? []], [.. attached.WithoutData?.Select(NoData) ?? []]) : null);
    }

    private static Title NoData(string period) => new($"{period} 没有一家商会登记过当期发生的事项，不测算",
        $"no chamber has anything recorded that happened in {period}, so it is not compared");

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The nation means all that the key reaches.</summary>
    private static string? Reached(RegionCode scope) => scope.IsNation ? null : scope.Value;

    private static ScorecardQuestion Asked(StandingsQuery query) =>
        new(query.Ruleset, query.Period?.ToString(), query.AsOf, query.KnownAt);

    private static ActivityBatch Batch(IEnumerable<RecordActivity> activities) =>
        new() { Activities = [.. activities.Select(ActivityToSend.Of)] };

    private static BatchOutcome Bad(Problem problem) => new(0, problem.Lines ?? [new ProblemLine(0, problem.Refusal, problem.Detail)]);

    private async Task<Written> Entry(ChamberId chamber, string id, bool isReplay, CancellationToken cancel)
    {
        var entry = (await _client.GetActivity(chamber.Value, id, cancel)).Entry;
        return new Written(isReplay, StreamId.Of(chamber).ToString(), entry.Id, entry.Sequence, entry.Hash, entry.Recorded);
    }

    private async Task<ChamberDetails?> Known(ChamberId chamber, CancellationToken cancel)
    {
        try { return (await _client.GetChamber(chamber.Value, null, cancel)).Value; }
        catch (ProblemException e) when (e.Refusal == "chamber-unknown") { return null; }
    }

    /// <summary>The published version that an answer was scored by, as <c>id@version</c>.</summary>
    private async Task<Ruleset> Ruleset(string name, CancellationToken cancel)
    {
        var (id, version) = name.Split('@') is [var i, var v] ? (i, v) : throw new InvariantException($"'{name}' names no version");
        var bytes = (await _client.GetRuleset(id, version, null, cancel)).Value!;
        try { return YamlRules.Instance.ReadRuleset(bytes, Kinds); }
        catch (FormatException)
        {
            throw CliFailure.CouldNotRun($"{name} counts kinds of activity that do not ship with this program: "
                + "type it where the data lie, with --data or --database");
        }
    }
}
