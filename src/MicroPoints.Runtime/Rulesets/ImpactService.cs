using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>A ruleset as a region would use it.</summary>
public sealed record RulesInUse(Ruleset Ruleset, IReadOnlyDictionary<string, SettingValue> Settings);

/// <summary>What is asked: a period of a scope, under the one ruleset and under the other.</summary>
public sealed record ImpactQuery(RulesInUse Before, RulesInUse After, RegionCode Scope, Period Period);

/// <summary>What another ruleset would have done, with what it was worked out from.</summary>
/// <param name="Round">The sealed round whose frozen facts were read; null where the ledgers were read as they stand.</param>
/// <param name="Names">Each chamber's name on the reading day.</param>
/// <param name="Stamp">What stands on every output about these chambers; null for real data.</param>
public sealed record ImpactAnswer(
    RulesetImpact Impact, ImpactQuery Query, RoundId? Round, DateOnly On, IReadOnlyDictionary<ChamberId, string> Names, string? Stamp)
{
    /// <summary>How many of the chambers have an event recorded that happened in the period.</summary>
    /// <remarks>States are carried through the years in which nobody recorded anything; they are data where nothing else counts.</remarks>
    public int Recorded { get; init; }

    /// <summary>Whether there is anything to compare by: a round was sealed for the period, or something of it was recorded.</summary>
    public bool HasData => Round is not null || Recorded > 0;

    /// <summary>A dated value begins only after the period, and was taken as if it had held before.</summary>
    public bool IsDatedBack { get; init; }
}

/// <summary>Replays periods of a scope under two rulesets. Nothing of it is stored.</summary>
public sealed partial class ImpactService(Workspace workspace)
{
    /// <exception cref="QueryRefusedException">It cannot be answered as it was put.</exception>
    public async ValueTask<ImpactAnswer> Of(ImpactQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        Refuse(query);
        var inForce = query with { Before = InForce(query.Before, query.Period), After = InForce(query.After, query.Period) };
        var answer = await SealedOf(query, cancel) is { } round
            ? await Frozen(inForce, round, progress, cancel) : await Live(inForce, progress, cancel);
        return answer with { Query = query, IsDatedBack = inForce.Before != query.Before || inForce.After != query.After };
    }

    /// <summary>What is asked is what rules would have done: a value that begins after the period would make its line nothing.</summary>
    private static RulesInUse InForce(RulesInUse rules, Period period)
    {
        bool BeginsAfter(Parameter parameter) => parameter.Values[0].From > period.LastDay;
        return !rules.Ruleset.Parameters.Any(BeginsAfter) ? rules : rules with
        {
            Ruleset = rules.Ruleset with
            {
                Parameters = [.. rules.Ruleset.Parameters.Select(p => !BeginsAfter(p) ? p
                    : p with { Values = [p.Values[0] with { From = Limits.FirstDay }, .. p.Values.Skip(1)] })],
            },
        };
    }

    private void Refuse(ImpactQuery query)
    {
        foreach (var rules in new[] { query.Before.Ruleset, query.After.Ruleset })
            if (rules.Period != query.Period.Length) throw new QueryRefusedException(Refusal.PeriodNotOfRuleset,
                $"{rules.Name} is per {Period.Text(rules.Period)}, and {query.Period} is not such a period: "
                + "two rulesets are compared over a period of both");
        if (query.Period.From > workspace.Today) throw new QueryRefusedException(Refusal.OnInFuture,
            $"{query.Period} begins after today, {Calendar.Text(workspace.Today)}: there is nothing to replay yet");
    }

    /// <summary>Facts are facts whichever ruleset they were sealed under; that of the first ruleset is preferred.</summary>
    private async ValueTask<RoundState?> SealedOf(ImpactQuery query, CancellationToken cancel) =>
        await workspace.Rounds.SealedOf(query.Before.Ruleset.Id, query.Period, query.Scope, cancel)
        ?? await workspace.Rounds.SealedOf(query.After.Ruleset.Id, query.Period, query.Scope, cancel);

    private async ValueTask<ImpactAnswer> Frozen(
        ImpactQuery query, RoundState round, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (evaluation, ledgers) = await workspace.Rounds.Evaluate(round, progress, cancel);
        var snapshot = round.Locked!.Snapshot;
        var kinds = workspace.Kinds;
        var (before, after) = (Under(query.Before), Under(query.After));
        var names = new Dictionary<ChamberId, string>();
        foreach (var ledger in ledgers)
            if (Ledger.LedgerFold.RegisterAt(ledger.Entries, snapshot.At.KnownAt) is { } chamber)
                names[chamber.Id] = chamber.NameOn(query.Period.LastDay < snapshot.At.Day ? query.Period.LastDay : snapshot.At.Day);
        var impact = RulesetImpact.Of(before.Ruleset, before.Cards, after.Ruleset, after.Cards);
        return new ImpactAnswer(impact, query, round.Id, snapshot.At.Day, names, evaluation.Opened.Stamp)
        { Recorded = Recorded(query, impact, before.Facts) };

        RoundEvaluation Under(RulesInUse rules) => RoundEvaluation.Run(round.Opened!, snapshot with { Settings = rules.Settings },
            round.Admitted, rules.Ruleset, kinds, ledgers);
    }

    private async ValueTask<ImpactAnswer> Live(
        ImpactQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var at = new AsOf(workspace.Today, AsOf.Everything);
        var before = await Side.Of(workspace, query, query.Before, at, cancel);
        var after = await Side.Of(workspace, query, query.After, at, cancel);
        var (names, stamp, done) = (new Dictionary<ChamberId, string>(), (string?)null, 0);
        var cut = await workspace.Log.Cut(query.Scope, StreamType.Chamber, cancel);
        await foreach (var view in workspace.Chambers.Views([.. cut.Select(h => new ChamberId(h.Stream.Name))], query.Period, at, cancel))
        {
            progress?.Report((done++, cut.Count));
            if (view.Register is not { } chamber) continue;
            before.Add(workspace, view, chamber);
            after.Add(workspace, view, chamber);
            names[chamber.Id] = chamber.NameOn(before.Question.ReadingDay);
            stamp ??= chamber.Stamp;
        }
        var impact = RulesetImpact.Of(before.Question.Ruleset, before.Cards, after.Question.Ruleset, after.Cards);
        return new ImpactAnswer(impact, query, null, before.Question.ReadingDay, names, stamp)
        { Recorded = Recorded(query, impact, before.Facts) };
    }

    private int Recorded(ImpactQuery query, RulesetImpact impact, IEnumerable<ChamberFacts> facts)
    {
        var areEventsCounted = CountsEvents(query.Before.Ruleset) || CountsEvents(query.After.Ruleset);
        var recorded = facts.Where(f => areEventsCounted ? f.Reading.HasEvents : !f.Reading.IsEmpty).Select(f => f.Id).ToHashSet();
        return impact.Chambers.Count(c => recorded.Contains(c.Chamber));
    }

    private bool CountsEvents(Ruleset ruleset) => ruleset.AllIndicators.SelectMany(i => i.CountedKinds)
        .Concat(ruleset.Deductions.SelectMany(d => d.Counts).Select(c => c.Kind))
        .Any(k => workspace.Kinds.Find(k)?.Nature == Nature.Event);

    /// <summary>One ruleset's reading of the chambers.</summary>
    private sealed class Side(Question question, RoundsAround rounds, IReadOnlyDictionary<string, SettingValue> settings)
    {
        private readonly List<ChamberFacts> _facts = [];

        public Question Question => question;
        public IReadOnlyList<ChamberFacts> Facts => _facts;
        public IReadOnlyList<Scorecard> Cards => new Evaluator(question.Ruleset, settings).Evaluate(_facts);

        public static async ValueTask<Side> Of(Workspace workspace, ImpactQuery query, RulesInUse rules, AsOf at, CancellationToken cancel)
        {
            var rounds = await workspace.KeptRounds.Of(rules.Ruleset.Id, query.Period, cancel);
            var kinds = workspace.Kinds;
            var question = new Question(rules.Ruleset.WithListsOf(rules.Settings, kinds), kinds,
                query.Period, query.Scope, [], at, rounds.Applicants);
            return new Side(question, rounds, rules.Settings);
        }

        public void Add(Workspace workspace, ChamberView view, Chambers.Chamber chamber) => _facts.Add(FactsBuilder.Build(
            question, chamber, view.Tally, workspace.NotApplicable(question, chamber), rounds.History.Of(chamber.Id)));
    }
}
