using MicroPoints.Activities;

namespace MicroPoints.Ledger;

/// <summary>Names the first measure field in which two sendings of one id differ.</summary>
internal static class MeasureComparison
{
    public static (Refusal Refusal, string Name)? FirstDifference(Measured first, Measured second) => (first, second) switch
    {
        _ when first == second => null,
        (Measured.Count, Measured.Count) => (Refusal.ExistsWithDifferentCount, "count"),
        (Measured.Quantity, Measured.Quantity) => (Refusal.ExistsWithDifferentQuantity, "quantity"),
        (Measured.Rate a, Measured.Rate b) =>
            a.Answered != b.Answered ? (Refusal.ExistsWithDifferentAnswered, "answered")
            : a.Satisfied != b.Satisfied ? (Refusal.ExistsWithDifferentSatisfied, "satisfied")
            : (Refusal.ExistsWithDifferentAsked, "asked"),
        (Measured.Share a, Measured.Share b) =>
            a.Done != b.Done ? (Refusal.ExistsWithDifferentDone, "done") : (Refusal.ExistsWithDifferentOf, "of"),
        (Measured.Option, Measured.Option) => (Refusal.ExistsWithDifferentOption, "option"),
        (Measured.Flag, Measured.Flag) => (Refusal.ExistsWithDifferentFlag, "flag"),
        (Measured.Awarded, Measured.Awarded) => (Refusal.ExistsWithDifferentPoints, "points"),
        _ => (Refusal.ExistsWithDifferentMeasure, "measure"),
    };
}
