using System.Globalization;
using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Decides conditions on events, silence and earlier rounds.</summary>
internal static class FactEvaluator
{
    public static Finding Occurred(Condition.EventOccurred condition, Situation at)
    {
        var options = condition.Is is { } ids ? at.Values.List(ids) : null;
        var times = at.Reading.Occurrences(condition.Event, options, Math.Max(1, at.Values.WholeAt(condition.Periods, at.Day)));
        return ConditionEvaluator.SaidText(condition, times >= at.Values.FractionAt(condition.AtLeast, at.Day), at, times.ToString());
    }

    /// <summary>The last so many whole quarters, and the days since, hold no such event. A younger chamber is not silent yet.</summary>
    public static Finding Silent(Condition.SilentFor condition, Situation at)
    {
        var quarters = at.Values.WholeAt(condition.Quarters, at.Day);
        var endOfLast = at.Day == Calendar.QuarterStart(at.Day).AddMonths(3).AddDays(-1)
            ? at.Day.AddDays(1) : Calendar.QuarterStart(at.Day);
        var from = endOfLast.AddMonths(-3 * quarters);
        if (at.Founded is { } founded && founded > from) return ConditionEvaluator.SaidText(condition, false, at, null);
        // A list setting may name a kind that the catalogue lacks; nothing of it can have happened.
        IReadOnlyList<KindId> kinds = condition.Kinds is { } ids
            ? [.. at.Values.List(ids).Where(KindId.IsValid).Select(k => new KindId(k)).Where(k => at.Reading.Kinds.Find(k) is not null)]
            : [.. at.Ruleset.AllIndicators.SelectMany(i => i.CountedKinds)
            .Where(k => at.Reading.Kinds[k].Nature == Nature.Event).Distinct()];
        return ConditionEvaluator.SaidText(condition, !at.Reading.AnyEvent(kinds, from, at.Day), at, Calendar.Text(from));
    }

    public static Finding InHistory(Condition.History condition, Situation at)
    {
        var rounds = at.History.Take(at.Values.WholeAt(condition.Within, at.Day));
        var grades = condition.Grades is { } ids ? at.Values.List(ids) : null;
        var outcomes = condition.Outcomes is { } given ? at.Values.List(given) : [];
        var times = rounds.Count(r => grades is not null
            ? r.Grade is { } grade && grades.Contains(grade)
            : r.Outcomes.Any(outcomes.Contains));
        return ConditionEvaluator.SaidText(condition, times >= at.Values.WholeAt(condition.AtLeast, at.Day), at,
            times.ToString(CultureInfo.InvariantCulture));
    }
}
