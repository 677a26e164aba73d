using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>What is asked: a ruleset's scorecards for a period and a scope, as of a day, as known at an instant.</summary>
/// <param name="AsOf">Null: today.</param>
/// <param name="KnownAt">Null: now, which is everything recorded, whatever the clock says.</param>
/// <param name="PeerGroups">Only chambers of these groups; empty takes all.</param>
public sealed record StandingsQuery(
    string Ruleset, Period? Period, RegionCode Scope, DateOnly? AsOf, DateTimeOffset? KnownAt,
        IReadOnlyList<string> PeerGroups)
{
    /// <summary>Whether it asks for today, as known now: such an answer stays right until something is recorded.</summary>
    public bool IsLive(DateOnly today) => KnownAt is null && (AsOf is null || AsOf == today);
}

/// <summary>Scorecards of a scope, provisional until a round seals them.</summary>
/// <param name="Names">Each chamber's name on the reading day.</param>
/// <param name="Stamp">What stands on every output about these chambers, such as 程序生成，非真实数据; null for real data.</param>
public sealed record StandingsAnswer(
    Ruleset Ruleset, Values Values, Period Period, RegionCode Scope, AsOf At, IReadOnlyList<Scorecard> Cards,
    IReadOnlyDictionary<ChamberId, string> Names, string? Stamp)
{
    /// <summary>What one chamber's card was worked out from; null where nobody names the answer by it.</summary>
    public ListInputs? Inputs { get; init; }

    /// <summary>What the one chamber of the answer can do itself, worked out when it is asked for; null of an answer about many, and
    /// where the day is not one on which anything more can be done.</summary>
    public Func<Advisor>? Advise { get; init; }

    /// <summary>All that it advises the chamber, worked out once while nothing moves; null where <see cref="Advise"/> is.</summary>
    public Func<ChamberAdvice>? Advice { get; init; }

    /// <summary>Everything by which the one chamber came to its card, when it is asked for; null of an answer about many.</summary>
    public Func<ScorecardTrace>? Trace { get; init; }

    /// <summary>The one chamber's scorecard as it would be with some more facts; null of an answer about many.</summary>
    public Func<IReadOnlyList<Fact>, Scorecard>? Suppose { get; init; }
}

/// <summary>A question that cannot be answered as it was put.</summary>
public sealed class QueryRefusedException(Refusal reason, string detail) : Exception(detail)
{
    public Refusal Reason { get; } = reason;
}

/// <summary>Computes live scorecards from the ledgers; reading changes nothing.</summary>
public sealed class StandingsService(Workspace workspace)
{
    /// <summary>Scorecards with every reason are large; lists keep none.</summary>
    private const int CardsMax = 5_000;

    /// <summary>How often a card is explained again because its chamber moved meanwhile.</summary>
    private const int AttemptsMax = 8;

    private readonly KeptAnswers<StandingsAnswer> _kept = new(() => workspace.Changes, a => a.Cards.Count, CardsMax);

    private readonly ConditionalWeakTable<ScopeScores, ConcurrentDictionary<ChamberId, ChamberAdvice>> _advice = [];

    // Rulesets with the lists of an adoption written into them are made once for it, and again once kinds are published.
    private readonly ConditionalWeakTable<RulesetAdopted, Read> _adopted = [];

    private sealed record Read(KindCatalogue Kinds, Ruleset Ruleset);

    /// <remarks>An answer about now is kept until something is recorded; its instant then is when it was worked out.</remarks>
    public ValueTask<StandingsAnswer> Ask(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var today = workspace.Today;
        return query.IsLive(today)
            ? _kept.Get(query, today, _ => Work(query, progress, CancellationToken.None).AsTask(), cancel)
            : Work(query, progress, cancel);
    }

    /// <summary>One chamber's scorecard among the chambers of a scope; without a card where it was not on the register.</summary>
    public async ValueTask<StandingsAnswer> Ask(StandingsQuery query, ChamberId chamber, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var (list, scores) = await workspace.Lists.Scored(query, null, cancel);
            if (scores.Table.RowOf(chamber) is not { } row) return Of(list, scores, []);
            var (basis, register) = (scores.Basis, scores.Rows[row].Register);
            var view = await workspace.Chambers.View(chamber, list.Period, basis.Question.At, cancel);
            // What was recorded meanwhile is in no place of that list.
            if (view.Head != scores.Rows[row].Head || workspace.Regions.Version != basis.RegionsVersion)
            {
                // Where another process recorded it, nobody counted it yet.
                workspace.Watched.CountOthers(StreamType.Chamber);
                await Task.Yield();
                continue;
            }
            var facts = FactsBuilder.Build(basis.Question, register, view.Tally,
                workspace.NotApplicable(basis.Question, register), basis.History.Of(chamber));
            var card = basis.Compiled.Explain(scores.Table, facts);
            Func<Advisor>? advise = card.Chamber.Reading.Day == workspace.Today ? () => basis.Compiled.Advise(scores.Table, card) : null;
            return Of(list, scores, [card]) with
            {
                Advise = advise,
                Advice = advise is null ? null
                    : () => _advice.GetOrCreateValue(scores).GetOrAdd(chamber, _ => ChamberAdvice.Of(advise())),
                Trace = () => basis.Compiled.Trace(scores.Table, card),
                Suppose = facts => basis.Compiled.Suppose(scores.Table, card, facts),
            };
        }
        var whole = await Ask(query, null, cancel);
        return whole with { Cards = [.. whole.Cards.Where(c => c.Id == chamber)] };

        static StandingsAnswer Of(StandingsList list, ScopeScores scores, IReadOnlyList<Scorecard> cards) => new(
            list.Ruleset, scores.Basis.Compiled.Values, list.Period, list.Scope, list.At, cards,
            cards.ToDictionary(c => c.Id, c => list.Rows[scores.Table.RowOf(c.Id)!.Value].Name), list.Stamp)
        { Inputs = list.Inputs };
    }

    private async ValueTask<StandingsAnswer> Work(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("standings");
        var started = Stopwatch.GetTimestamp();
        var now = Now;
        var (question, settings, rounds) = await Resolve(query, cancel);
        var (facts, names, stamp, last) = await Facts(question, rounds.History, progress, cancel);
        var evaluator = new Evaluator(question.Ruleset, settings);
        var cards = evaluator.Evaluate(facts);
        Telemetry.CountStandings(started);
        return new StandingsAnswer(question.Ruleset, evaluator.Values, question.Period, query.Scope,
            Told(query, question.At, now, last), cards, names, stamp);
    }

    internal DateTimeOffset Now => Calendar.ToMilliseconds(workspace.Clock.GetUtcNow());

    /// <summary>Both dates as an answer tells them.</summary>
    /// <remarks>
    /// A clock set back must not leave out what was acknowledged before, so a question about now reads everything; the
    /// instant told is then the last that was read, so that asking by it leaves out none of it.
    /// </remarks>
    internal AsOf Told(StandingsQuery query, AsOf at, DateTimeOffset now, DateTimeOffset? last)
    {
        if (query.KnownAt is not null) return at;
        last = Later(last, workspace.Regions.LastInstant);
        return at with { KnownAt = last > now ? last.Value : now };
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    /// <summary>What a query means: the ruleset in force with its settings, the period, both dates, and the rounds around it.</summary>
    /// <exception cref="QueryRefusedException">It cannot be answered as it was put.</exception>
    internal async ValueTask<(Question Question, IReadOnlyDictionary<string, SettingValue> Settings, RoundsAround Rounds)> Resolve(
        StandingsQuery query, CancellationToken cancel)
    {
        if (query.AsOf > workspace.Today) throw new QueryRefusedException(Refusal.OnInFuture,
            $"as-of {Calendar.Text(query.AsOf.Value)} is after today, {Calendar.Text(workspace.Today)}");
        var at = new AsOf(query.AsOf ?? workspace.Today, query.KnownAt ?? AsOf.Everything);
        // The version adopted when a round locks scores the whole period, so what is adopted now is what a live question is scored by.
        var current = AsOf.On(workspace.Today);
        var adoption = workspace.Regions.AdoptionOf(query.Ruleset, query.Scope, current) ?? Formerly(query)
            ?? throw NotAdopted(query, current);
        var kinds = workspace.Kinds;
        var ruleset = await RulesetOf(adoption, kinds, cancel);
        var period = query.Period ?? Period.Containing(at.Day, ruleset.Period);
        if (period.Length != ruleset.Period) throw new QueryRefusedException(Refusal.PeriodNotOfRuleset,
            $"{ruleset.Name} is per {Period.Text(ruleset.Period)}, and {period} is not such a period");
        if (RefusePeriod(query, period) is { } refused) throw refused;
        if (RoundOpening.ForeignGroups(ruleset, query.PeerGroups) is { } foreign)
            throw new QueryRefusedException(Refusal.PeerGroupNotOfRuleset, foreign);
        var rounds = await workspace.KeptRounds.Of(ruleset.Id, period, cancel);
        var question = new Question(ruleset, kinds, period, query.Scope, query.PeerGroups, at, rounds.Applicants);
        return (question, adoption.Settings, rounds);
    }

    /// <summary>What counted to the end of a period that is over: it stood by that, though the adoption was ended since.</summary>
    private RulesetAdopted? Formerly(StandingsQuery query) => query.Period is { } period && period.LastDay < workspace.Today
        ? workspace.Regions.AdoptionOf(query.Ruleset, query.Scope, AsOf.On(period.LastDay)) : null;

    private async ValueTask<Ruleset> RulesetOf(RulesetAdopted adoption, KindCatalogue kinds, CancellationToken cancel)
    {
        if (_adopted.TryGetValue(adoption, out var known) && known.Kinds == kinds) return known.Ruleset;
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, kinds, cancel);
        var read = new Read(kinds, published.WithListsOf(adoption.Settings, kinds));
        _adopted.AddOrUpdate(adoption, read);
        return read.Ruleset;
    }

    private async ValueTask<(List<ChamberFacts>, Dictionary<ChamberId, string> Names, string? Stamp, DateTimeOffset? Last)> Facts(
        Question question, RoundHistory history, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        var (facts, names) = (new List<ChamberFacts>(), new Dictionary<ChamberId, string>());
        var (stamp, last) = ((string?)null, (DateTimeOffset?)null);
        var cut = (await workspace.Log.Cut(question.Scope, StreamType.Chamber, cancel));
        var done = 0;
        await foreach (var view in workspace.Chambers.Views(
            [.. cut.Select(h => new ChamberId(h.Stream.Name))], question.Period, question.At, cancel))
        {
            progress?.Report((done++, cut.Count));
            last = Later(last, view.Last);
            if (view.Register is not { } chamber || !FactsBuilder.IsOfGroups(question, chamber)) continue;
            names[chamber.Id] = chamber.NameOn(question.ReadingDay);
            stamp ??= chamber.Stamp;
            facts.Add(FactsBuilder.Build(
                question, chamber, view.Tally, workspace.NotApplicable(question, chamber), history.Of(chamber.Id)));
        }
        progress?.Report((cut.Count, cut.Count));
        return (facts, names, stamp, last);
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
