using System.Diagnostics;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>What is asked: a ruleset's scorecards for a period and a scope, as of a day, as known at an instant.</summary>
/// <param name="AsOf">Null: today.</param>
/// <param name="KnownAt">Null: now.</param>
/// <param name="PeerGroups">Narrows the ruleset's peer groups; empty takes all.</param>
public sealed record StandingsQuery(
    string Ruleset, Period? Period, RegionCode Scope, DateOnly? AsOf, DateTimeOffset? KnownAt,
        IReadOnlyList<string> PeerGroups);

/// <summary>Scorecards of a scope, provisional until a round seals them.</summary>
/// <param name="Names">Each chamber's name on the reading day.</param>
/// <param name="Stamp">What stands on every output about these chambers, such as 程序生成，非真实数据; null for real data.</param>
public sealed record StandingsAnswer(
    Ruleset Ruleset, Values Values, Period Period, RegionCode Scope, AsOf At, IReadOnlyList<Scorecard> Cards,
    IReadOnlyDictionary<ChamberId, string> Names, string? Stamp);

/// <summary>A question that cannot be answered as it was put.</summary>
public sealed class QueryRefusedException(Refusal reason, string detail) : Exception(detail)
{
    public Refusal Reason { get; } = reason;
}

/// <summary>Computes live scorecards from the ledgers; reading changes nothing.</summary>
public sealed class StandingsService(Workspace workspace)
{
    private readonly KeptStandings _kept = new(() => workspace.Changes);

    /// <remarks>An answer about now is kept until something is recorded; its instant then is when it was worked out.</remarks>
    public ValueTask<StandingsAnswer> Ask(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var today = workspace.Today;
        return query.KnownAt is null && (query.AsOf is null || query.AsOf == today)
            ? _kept.Get(query, today, () => Work(query, progress, CancellationToken.None).AsTask(), cancel)
            : Work(query, progress, cancel);
    }

    private async ValueTask<StandingsAnswer> Work(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("standings");
        var started = Stopwatch.GetTimestamp();
        var (question, settings, history) = await Resolve(query, cancel);
        var (facts, names, stamp) = await Facts(question, history, progress, cancel);
        var evaluator = new Evaluator(question.Ruleset, settings);
        var cards = evaluator.Evaluate(facts);
        Telemetry.CountStandings(started);
        return new StandingsAnswer(
            question.Ruleset, evaluator.Values, question.Period, query.Scope, question.At, cards, names, stamp);
    }

    /// <summary>What a query means: the ruleset in force with its settings, the period, both dates, and what came before.</summary>
    /// <exception cref="QueryRefusedException">It cannot be answered as it was put.</exception>
    internal async ValueTask<(Question Question, IReadOnlyDictionary<string, SettingValue> Settings, RoundHistory History)> Resolve(
        StandingsQuery query, CancellationToken cancel)
    {
        if (query.AsOf > workspace.Today) throw new QueryRefusedException(Refusal.OnInFuture,
            $"as-of {Calendar.Text(query.AsOf.Value)} is after today, {Calendar.Text(workspace.Today)}");
        var at = new AsOf(query.AsOf ?? workspace.Today, query.KnownAt ?? Calendar.ToMilliseconds(workspace.Clock.GetUtcNow()));
        // The version adopted when a round locks scores the whole period, so what is adopted now is what a live question is scored by.
        var current = AsOf.On(workspace.Today);
        var adoption = workspace.Regions.AdoptionOf(query.Ruleset, query.Scope, current) ?? throw NotAdopted(query, current);
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        var ruleset = published.WithListsOf(adoption.Settings, workspace.Kinds);
        var period = query.Period ?? Period.Containing(at.Day, ruleset.Period);
        if (period.Length != ruleset.Period) throw new QueryRefusedException(Refusal.PeriodNotOfRuleset,
            $"{ruleset.Name} is per {ruleset.Period}, and {period} is not such a period");
        if (RefusePeriod(query, period) is { } refused) throw refused;
        var question = new Question(ruleset, workspace.Kinds, period, query.Scope, query.PeerGroups, at,
            await RoundApplicants.Of(workspace.Log, ruleset.Id, period, cancel));
        var history = await RoundHistory.Load(workspace.Log, ruleset.Id, period, includeRehearsals: false, cancel);
        return (question, adoption.Settings, history);
    }

    private async ValueTask<(List<ChamberFacts> Facts, Dictionary<ChamberId, string> Names, string? Stamp)> Facts(
        Question question, RoundHistory history, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        var (facts, names, stamp) = (new List<ChamberFacts>(), new Dictionary<ChamberId, string>(), (string?)null);
        var cut = (await workspace.Log.Cut(question.Scope, StreamType.Chamber, cancel));
        for (var i = 0; i < cut.Count; i++)
        {
            progress?.Report((i, cut.Count));
            var view = await workspace.Chambers.View(new ChamberId(cut[i].Stream.Name), question.Period, question.At, cancel);
            if (view.Register is not { } chamber) continue;
            names[chamber.Id] = chamber.NameOn(question.ReadingDay);
            stamp ??= chamber.Stamp;
            var notApplicable = workspace.Regions.NotApplicable(
                question.Ruleset.Id, question.Period, chamber.Id, chamber.Seat, question.At.KnownAt);
            facts.Add(FactsBuilder.Build(question, chamber, view.Tally, notApplicable, history.Of(chamber.Id)));
        }
        progress?.Report((cut.Count, cut.Count));
        return (facts, names, stamp);
    }

    /// <summary>A round is locked after its period, under what is adopted then, so a ruleset also scores the period before its
    /// first adoption; none that is older, and none that has not begun.</summary>
    private QueryRefusedException? RefusePeriod(StandingsQuery query, Period period)
    {
        if (period.From > workspace.Today) return new QueryRefusedException(Refusal.OnInFuture,
            $"{period} begins after today, {Calendar.Text(workspace.Today)}: there is nothing to score yet");
        var first = workspace.Regions.FirstAdoptionOf(query.Ruleset, query.Scope)!.Value;
        var oldest = Period.Containing(first, period.Length).Previous;
        return period.From >= oldest.From ? null : new QueryRefusedException(Refusal.PeriodNotOfRuleset,
            $"'{query.Ruleset}' is adopted for {query.Scope} from {Calendar.Text(first)}: "
            + $"it scores {oldest} at the earliest, not {period}");
    }

    private QueryRefusedException NotAdopted(StandingsQuery query, AsOf at)
    {
        var adopted = workspace.Regions.AdoptionsOf(query.Scope, at).Select(a => a.Ruleset).ToList();
        return new QueryRefusedException(Refusal.NothingAdopted, adopted.Count == 0
            ? $"no ruleset is adopted for {query.Scope} on {Calendar.Text(at.Day)}"
            : $"'{query.Ruleset}' is not adopted for {query.Scope} on {Calendar.Text(at.Day)}; adopted: {string.Join(", ", adopted)}");
    }
}
