using System.Globalization;
using System.Runtime.CompilerServices;
using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Decides conditions on events, silence and earlier rounds.</summary>
internal static class FactEvaluator
{
    private static readonly ConditionalWeakTable<Ruleset, CountedEvents> Counted = [];

    public static Finding Occurred(Condition.EventOccurred condition, Situation at)
    {
        var times = Times(condition, at);
        return ConditionEvaluator.Said(condition, IsMet(condition, times, at), at, () => new Title(times.ToString()));
    }

    /// <summary>The last so many whole quarters, and the days since, hold no such event. A younger chamber is not silent yet.</summary>
    public static Finding Silent(Condition.SilentFor condition, Situation at)
    {
        var from = SilentFrom(condition, at);
        if (at.Founded is { } founded && founded > from)
            return ConditionEvaluator.Said(condition, false, at, () => ConditionProse.FoundedOn(founded));
        if (at.Reading.LatestEvent(KindsOf(condition, at)) is not { } latest || latest < from)
            return ConditionEvaluator.Said(condition, true, at, null);
        return ConditionEvaluator.Said(condition, false, at,
            () => ConditionProse.LatestOf(latest.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
    }

    public static Finding InHistory(Condition.History condition, Situation at)
    {
        var times = Times(condition, at);
        return ConditionEvaluator.Said(condition, IsMet(condition, times, at), at, () => ConditionEvaluator.Text(times));
    }

    /// <summary>The verdict alone, without its sentence.</summary>
    public static bool IsMet(Condition condition, Situation at) => condition switch
    {
        Condition.EventOccurred occurred => IsMet(occurred, Times(occurred, at), at),
        Condition.SilentFor silent => SilentFrom(silent, at) is var from && !(at.Founded > from)
            && !at.Reading.AnyEvent(KindsOf(silent, at), from, at.Day),
        Condition.History history => IsMet(history, Times(history, at), at),
        _ => throw new InvalidOperationException("no condition on events, silence or history"),
    };

    /// <summary>The kinds whose silence is asked for.</summary>
    public static IReadOnlyList<KindId> KindsOf(Condition.SilentFor condition, Ruleset ruleset, Values values, KindCatalogue kinds) =>
        // A list setting may name a kind that the catalogue lacks; nothing of it can have happened.
        condition.Kinds is { } ids
            ? [.. values.List(ids).Where(KindId.IsValid).Select(k => new KindId(k)).Where(k => kinds.Find(k) is not null)]
            : Counted.GetValue(ruleset, static _ => new CountedEvents()).Of(ruleset, kinds);

    /// <summary>Asked of every chamber, and the same for all of them.</summary>
    private sealed class CountedEvents
    {
        private Tuple<KindCatalogue, IReadOnlyList<KindId>>? _known;

        public IReadOnlyList<KindId> Of(Ruleset ruleset, KindCatalogue kinds)
        {
            if (_known is { } known && known.Item1 == kinds) return known.Item2;
            IReadOnlyList<KindId> events =
                [.. ruleset.AllIndicators.SelectMany(i => i.CountedKinds).Where(k => kinds[k].Nature == Nature.Event).Distinct()];
            _known = Tuple.Create(kinds, events);
            return events;
        }
    }

    private static IReadOnlyList<KindId> KindsOf(Condition.SilentFor condition, Situation at) =>
        KindsOf(condition, at.Ruleset, at.Values, at.Reading.Kinds);

    /// <summary>The first day of the silence that is asked for.</summary>
    public static DateOnly SilentFrom(Condition.SilentFor condition, Situation at)
    {
        var endOfLast = at.Day == Calendar.QuarterStart(at.Day).AddMonths(3).AddDays(-1)
            ? at.Day.AddDays(1) : Calendar.QuarterStart(at.Day);
        return endOfLast.AddMonths(-3 * at.Values.WholeAt(condition.Quarters, at.Day));
    }

    private static Fraction Times(Condition.EventOccurred condition, Situation at) => at.Reading.Occurrences(condition.Event,
        condition.Is is { } ids ? at.Values.List(ids) : null, Math.Max(1, at.Values.WholeAt(condition.Periods, at.Day)));

    private static bool IsMet(Condition.EventOccurred condition, Fraction times, Situation at) =>
        times >= at.Values.FractionAt(condition.AtLeast, at.Day);

    private static int Times(Condition.History condition, Situation at)
    {
        var rounds = at.History.Take(at.Values.WholeAt(condition.Within, at.Day));
        var grades = condition.Grades is { } ids ? at.Values.List(ids) : null;
        var outcomes = condition.Outcomes is { } given ? at.Values.List(given) : [];
        return rounds.Count(r => grades is not null
            ? r.Grade is { } grade && grades.Contains(grade)
            : r.Outcomes.Any(outcomes.Contains));
    }

    private static bool IsMet(Condition.History condition, int times, Situation at) =>
        times >= at.Values.WholeAt(condition.AtLeast, at.Day);
}
