using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Limits, grade and class of one row, as its scorecard's stages give them.</summary>
internal static class RowStages
{
    public static void Apply(PointsTable table, int row, ChamberFacts chamber, CompiledRuleset compiled, bool[] met)
    {
        DecideFacts(table, row, chamber, compiled);
        DecideLimits(table, row, compiled, met);
        if (compiled.GradesFrom.Length > 0)
        {
            var byPoints = IndexByPoints(compiled.GradesFrom, table.Totals[row]);
            table.GradesByPoints[row] = (short)byPoints;
            if (table.BarredBy[row] < 0) table.Grades[row] = (short)Lowered(byPoints, compiled, met);
        }
        if (table.BarredBy[row] < 0) Classify(table, row, compiled);
    }

    private static void DecideFacts(PointsTable table, int row, ChamberFacts chamber, CompiledRuleset compiled)
    {
        var facts = compiled.Conditions.Facts;
        if (facts.Count == 0) return;
        var situation = new Situation(compiled.Ruleset, compiled.Values, chamber.Reading, compiled.NoCard)
        {
            Attributes = chamber.Attributes,
            Founded = chamber.Founded,
            History = chamber.History,
        };
        for (var i = 0; i < facts.Count; i++) table.Facts[row * facts.Count + i] = facts[i].Decide(situation);
    }

    /// <summary>All limits are decided before any is seen to be met: none may read another.</summary>
    private static void DecideLimits(PointsTable table, int row, CompiledRuleset compiled, bool[] met)
    {
        var limits = compiled.Ruleset.Limits;
        for (var i = 0; i < limits.Count; i++)
        {
            var verdict = compiled.Values.IsOn(limits[i].EnabledBy) ? compiled.Limits[i].Decide(table, row) : Verdict.NotMet;
            met[i] = verdict == Verdict.Met;
            table.Undecided[row] |= verdict == Verdict.Error;
            if (met[i] && limits[i].Bars && table.BarredBy[row] < 0) table.BarredBy[row] = (short)i;
        }
        met.CopyTo(table.LimitsMet, row * met.Length);
    }

    private static int IndexByPoints(long[] from, long total)
    {
        for (var i = 0; i < from.Length; i++)
            if (total >= from[i]) return i;
        return from.Length - 1;
    }

    private static int Lowered(int index, CompiledRuleset compiled, bool[] met)
    {
        var (limits, ceiling) = (compiled.Ruleset.Limits, 0);
        for (var i = 0; i < met.Length; i++)
        {
            if (!met[i]) continue;
            if (limits[i].GradesDown is { } down) index += compiled.Values.WholeAt(down, compiled.Day);
            if (limits[i].Ceiling is { } grade) ceiling = Math.Max(ceiling, GradeStage.IndexOf(compiled.Ruleset, grade));
        }
        return Math.Min(Math.Max(index, ceiling), compiled.GradesFrom.Length - 1);
    }

    /// <summary>The first class that matches; one that cannot be decided leaves the chamber without.</summary>
    private static void Classify(PointsTable table, int row, CompiledRuleset compiled)
    {
        for (var i = 0; i < compiled.Classes.Length; i++)
        {
            var verdict = compiled.Classes[i].Decide(table, row);
            if (verdict == Verdict.NotMet) continue;
            if (verdict == Verdict.Error) table.Undecided[row] = true;
            else table.Classes[row] = (short)i;
            return;
        }
    }
}
