using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A condition that reads a table's rows and gives its verdict alone, without a sentence.</summary>
internal abstract record TableCondition
{
    private TableCondition() { }

    public abstract Verdict Decide(PointsTable table, int row);

    private static Verdict Of(bool met) => met ? Verdict.Met : Verdict.NotMet;

    /// <summary>The same for every chamber, such as an error where a number is not in force.</summary>
    public sealed record Always(Verdict Verdict) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) => Verdict;
    }

    /// <summary>What was found when the chamber's facts were at hand.</summary>
    public sealed record OnFacts(int Index, int Count) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) => table.Facts[row * Count + Index];
    }

    /// <summary>A total, category, line or deduction within bounds.</summary>
    public sealed record InBounds(Func<PointsTable, long[]> Column, int Index, int Count, long Least, long Most) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) =>
            Of(Column(table)[row * Count + Index] is var points && points >= Least && points <= Most);
    }

    /// <summary>Met when so many inside are met; an error only where it could still change the answer.</summary>
    public sealed record Joined(TableCondition[] Inside, int Needed) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row)
        {
            var (met, errors) = (0, 0);
            foreach (var condition in Inside)
            {
                var verdict = condition.Decide(table, row);
                if (verdict == Verdict.Met) met++;
                else if (verdict == Verdict.Error) errors++;
            }
            return met >= Needed ? Verdict.Met : met + errors >= Needed ? Verdict.Error : Verdict.NotMet;
        }
    }

    public sealed record NoneOf(TableCondition[] Inside) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row)
        {
            var errors = false;
            foreach (var condition in Inside)
            {
                var verdict = condition.Decide(table, row);
                if (verdict == Verdict.Met) return Verdict.NotMet;
                errors |= verdict == Verdict.Error;
            }
            return errors ? Verdict.Error : Verdict.Met;
        }
    }

    public sealed record GradeIn(IReadOnlySet<int> Grades) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) => Of(Grades.Contains(table.Grades[row]));
    }

    public sealed record ClassIn(IReadOnlySet<int> Classes) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) => Of(Classes.Contains(table.Classes[row]));
    }

    public sealed record LimitedBy(int[] Limits, int Count, bool Not) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row)
        {
            var met = false;
            foreach (var limit in Limits) met |= table.LimitsMet[row * Count + limit];
            return Of(met != Not);
        }
    }

    public sealed record RankAtMost(int Place) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) => Of(table.Places[row] is { } places && places.Scope <= Place);
    }

    /// <summary>Eligible for an earlier outcome.</summary>
    public sealed record EligibleFor(int Outcome) : TableCondition
    {
        public override Verdict Decide(PointsTable table, int row) => Of(Outcome >= 0 && table[row].IsEligible(Outcome));
    }
}
