using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests;

/// <summary>Scorecards, and what a test demands of them. Without a name the first chamber is meant.</summary>
internal sealed class Cards(IReadOnlyList<Scorecard> all)
{
    public IReadOnlyList<Scorecard> All { get; } = all;

    public Scorecard this[string? chamber] => chamber is null ? All[0] : All.Single(c => c.Id.Value == chamber);

    public Cards ThenPoints(string indicator, decimal points, string? chamber = null) =>
        Then(P(points), this[chamber].Card.Line(indicator)!.Points);

    public Cards ThenRaw(string indicator, decimal points) => Then(P(points), this[null].Card.Line(indicator)!.Raw);
    public Cards ThenCategory(string category, decimal points) =>
        Then(P(points), this[null].Card.Category(category)!.Points);
    public Cards ThenDeduction(string id, decimal points) => Then(P(points), this[null].Card.Deduction(id)!.Points);
    public Cards ThenTotal(decimal points, string? chamber = null) => Then(P(points), this[chamber].Total);
    public Cards ThenGrade(string? grade, string? chamber = null) => Then(grade, this[chamber].Grade);
    public Cards ThenClass(string? id) => Then(id, this[null].Class);

    public Cards ThenBecause(string indicator, params Because[] because) =>
        Then(because, this[null].Card.Line(indicator)!.Because.ToArray());

    public Cards ThenVerdict(Verdict verdict) => Then(verdict, this[null].Limits[0].Finding.Verdict);
    public Cards ThenMet() => ThenVerdict(Verdict.Met);
    public Cards ThenNotMet() => ThenVerdict(Verdict.NotMet);
    public Cards ThenError() => ThenVerdict(Verdict.Error);

    public Cards ThenLimited(params string[] limits) =>
        Then(limits, this[null].Limits.Where(l => l.IsMet).Select(l => l.Limit.Id).ToArray());

    public Cards ThenGrades(string grades) =>
        Then(grades, string.Join(' ', All.Select(c => $"{c.Id}:{c.Grade ?? "-"}")));

    /// <summary>Places in the scope, in order of chamber, such as <c>a:1 b:2 c:-</c>.</summary>
    public Cards ThenPlaces(string places) =>
        Then(places, string.Join(' ', All.Select(c => $"{c.Id}:{c.Places?.Scope.ToString() ?? "-"}")));

    public Cards ThenOutcome(string outcome, string proposed) =>
        Then(proposed, Having(outcome, OutcomeStatus.Proposed));
    public Cards ThenTied(string outcome, string tied) => Then(tied, Having(outcome, OutcomeStatus.TiedOnLine));

    public Cards ThenStatus(string outcome, OutcomeStatus status, string? chamber = null) =>
        Then(status, this[chamber].Outcomes.Single(o => o.Outcome.Id == outcome).Status);

    private string Having(string outcome, OutcomeStatus status) => string.Join(' ',
        All.Where(c => c.Outcomes.Single(o => o.Outcome.Id == outcome).Status == status).Select(c => c.Id.Value));

    private Cards Then<T>(T expected, T actual)
    {
        Assert.Equal(expected, actual);
        return this;
    }
}
