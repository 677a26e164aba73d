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
        if (at.Founded is { } founded && founded > from)
            return Said($"成立于 {Calendar.Text(founded)}", $"founded on {Calendar.Text(founded)}");
        // A list setting may name a kind that the catalogue lacks; nothing of it can have happened.
        IReadOnlyList<KindId> kinds = condition.Kinds is { } ids
            ? [.. at.Values.List(ids).Where(KindId.IsValid).Select(k => new KindId(k)).Where(k => at.Reading.Kinds.Find(k) is not null)]
            : [.. at.Ruleset.AllIndicators.SelectMany(i => i.CountedKinds)
            .Where(k => at.Reading.Kinds[k].Nature == Nature.Event).Distinct()];
        if (!at.Reading.AnyEvent(kinds, from, at.Day)) return ConditionEvaluator.SaidText(condition, true, at, null);
        var latest = LatestMonth(kinds, at);
        return Said($"最近一次在 {latest}", $"the latest is of {latest}");

        Finding Said(string zh, string en) => ConditionEvaluator.Said(condition, false, at, new Title(zh, en));
    }

    /// <summary>The month of the latest such event, of which there is one; sums are by month and know no day.</summary>
    private static string LatestMonth(IReadOnlyList<KindId> kinds, Situation at)
    {
        var through = at.Day;
        while (!at.Reading.AnyEvent(kinds, new DateOnly(through.Year, through.Month, 1), through))
            through = new DateOnly(through.Year, through.Month, 1).AddDays(-1);
        return through.ToString("yyyy-MM", CultureInfo.InvariantCulture);
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
