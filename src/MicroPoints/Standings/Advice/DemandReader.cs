using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Reads from a condition what a chamber must still do for it to be met, or not to be.</summary>
/// <param name="at">Where the chamber stands now.</param>
/// <param name="own">The kinds that the chamber can do something about.</param>
/// <param name="moving">The lines that those kinds can move.</param>
internal sealed class DemandReader(Situation at, IReadOnlySet<KindId> own, IReadOnlySet<string> moving)
{
    public AdviceWays Met(Condition condition) => condition switch
    {
        Condition.All all => all.Of.Select(Met).Aggregate(AdviceWays.Open, (a, b) => a.And(b)),
        Condition.Any any => Either(any.Of.Select(Met)),
        Condition.NoneOf none => none.Of.Select(NotMet).Aggregate(AdviceWays.Open, (a, b) => a.And(b)),
        Condition.AtLeastOf some => AtLeast(some),
        Condition.Compare { Bounds.AtLeast: { } least } compare when !IsAbove(compare) && Reached(compare, least, 0) is { } ways => ways,
        Condition.EventOccurred occurred when own.Contains(occurred.Event) => Of(occurred),
        Condition.StateIs state when own.Contains(state.State) => AdviceWays.Of(AdviceDemand.Nothing with
        {
            States = [new StateDemand(state.State, at.Values.List(state.Is), true)],
        }),
        Condition.StateMissing { Missing: false } state when own.Contains(state.State) => Recorded(state),
        _ => AsItIs(condition, Verdict.Met),
    };

    /// <summary>What must be done for a condition not to be met; one that cannot be decided is not "not met".</summary>
    public AdviceWays NotMet(Condition condition) => Not(condition, canBeError: false);

    /// <summary>What must be done for a limit not to hold; one that cannot be decided does not.</summary>
    public AdviceWays NotHeld(Condition condition) => Not(condition, canBeError: true);

    private AdviceWays Not(Condition condition, bool canBeError) => condition switch
    {
        Condition.All all => Either(all.Of.Select(c => Not(c, canBeError))),
        Condition.Any any => any.Of.Select(c => Not(c, canBeError)).Aggregate(AdviceWays.Open, (a, b) => a.And(b)),
        Condition.NoneOf none => Either(none.Of.Select(c => canBeError ? Met(c).Or(AsItIs(c, Verdict.Error)) : Met(c))),
        Condition.Compare { Bounds.Below: { } below } compare when Reached(compare, below, 0) is { } ways =>
            StaysNot(compare, canBeError).Or(ways),
        Condition.Compare { Bounds.AtMost: { } most } compare when Reached(compare, most, 1) is { } ways =>
            StaysNot(compare, canBeError).Or(ways),
        Condition.SilentFor silent => StaysNot(silent, canBeError).Or(Heard(silent)),
        Condition.StateHeldFor held when own.Contains(held.State) => StaysNot(held, canBeError).Or(Changed(held.State, held.Is)),
        Condition.StateMissing { Missing: true } state when own.Contains(state.State) => Recorded(state),
        Condition.StateIs state when own.Contains(state.State) => Changed(state.State, state.Is),
        _ => StaysNot(condition, canBeError),
    };

    private static AdviceWays Either(IEnumerable<AdviceWays> ways) =>
        ways.Aggregate(new AdviceWays([], []), (a, b) => a.Or(b));

    /// <summary>What no activity of the chamber's changes is as it is: it holds already, or it hinders.</summary>
    private AdviceWays AsItIs(Condition condition, Verdict wanted)
    {
        var finding = ConditionEvaluator.Evaluate(condition, at);
        return finding.Verdict == wanted ? AdviceWays.Open : AdviceWays.None(finding);
    }

    private AdviceWays StaysNot(Condition condition, bool canBeError)
    {
        var ways = AsItIs(condition, Verdict.NotMet);
        return canBeError ? AsItIs(condition, Verdict.Error).Or(ways) : ways;
    }

    private AdviceWays AtLeast(Condition.AtLeastOf some)
    {
        var wanted = at.Values.WholeAt(some.N, at.Day);
        // So many of the first few: each condition is one of them, or is left out.
        var ways = Enumerable.Range(0, wanted + 1).Select(i => i == 0 ? AdviceWays.Open : new AdviceWays([], [])).ToArray();
        foreach (var condition in some.Of)
        {
            var met = Met(condition);
            for (var n = wanted; n > 0; n--) ways[n] = ways[n].Or(ways[n - 1].And(met));
        }
        return ways[wanted].Ways.Count > 0 ? ways[wanted] : AsItIs(some, Verdict.Met);
    }

    /// <summary>What only grows cannot come down to a bound that it is above.</summary>
    private bool IsAbove(Condition.Compare compare) => compare.Bounds is { AtMost: null, Below: null } ? false
        : ConditionEvaluator.Evaluate(compare with { Bounds = compare.Bounds with { AtLeast = null } }, at).Verdict != Verdict.Met;

    /// <summary>Null where nothing that the chamber does moves what is compared.</summary>
    /// <param name="more">Hundredths beyond the number.</param>
    private AdviceWays? Reached(Condition.Compare compare, Number number, long more)
    {
        if (at.Values.At(number, at.Day) is not { } hundredths) return null;
        var points = new Points(hundredths + more);
        return compare switch
        {
            { Subject: Subject.Total } => AdviceWays.Of(AdviceDemand.Nothing with { Total = points }),
            { Subject: Subject.Category, Id: { } id } => AdviceWays.Of(AdviceDemand.Nothing with
            {
                Categories = new Dictionary<string, Points> { [id] = points },
            }),
            { Subject: Subject.Indicator, Id: { } id } when moving.Contains(id) => AdviceWays.Of(AdviceDemand.Nothing with
            {
                Indicators = new Dictionary<string, Points> { [id] = points },
            }),
            _ => null,
        };
    }

    private AdviceWays Recorded(Condition.StateMissing state) => AdviceWays.Of(AdviceDemand.Nothing with
    {
        States = [new StateDemand(state.State, [.. Choices(state.State)], true)],
    });

    private AdviceWays Changed(KindId state, Ids from) => AdviceWays.Of(AdviceDemand.Nothing with
    {
        States = [new StateDemand(state, at.Values.List(from), false)],
    });

    /// <summary>One event of any of the kinds ends a silence.</summary>
    private AdviceWays Heard(Condition.SilentFor silent)
    {
        var kinds = silent.Kinds is { } named ? at.Values.List(named).Select(k => new KindId(k))
            : at.Ruleset.AllIndicators.SelectMany(i => i.CountedKinds).Distinct();
        return Either(kinds.Where(k => own.Contains(k) && at.Reading.Kinds[k].Nature == Nature.Event).Select(k => AdviceWays.Of(
            AdviceDemand.Nothing with { Events = [new EventDemand(k, null, Fraction.Whole(1))] })));
    }

    private AdviceWays Of(Condition.EventOccurred occurred)
    {
        var (options, needed) = (occurred.Is is { } ids ? at.Values.List(ids) : null, at.Values.FractionAt(occurred.AtLeast, at.Day));
        var more = needed - at.Reading.Occurrences(occurred.Event, options, at.Values.WholeAt(occurred.Periods, at.Day));
        return more <= Fraction.Zero ? AdviceWays.Open : AdviceWays.Of(AdviceDemand.Nothing with
        {
            Events = [new EventDemand(occurred.Event, options, more)],
        });
    }

    private IEnumerable<string> Choices(KindId kind) => at.Reading.Kinds[kind].Options.Select(o => o.Id).Append("true").Append("false");
}
