using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes a scorecard with clause and reason on every line.</summary>
internal static class ScorecardOut
{
    public static ScorecardDetails Details(StandingsAnswer answer, Scorecard card) => new(
        card.Id.Value, answer.Names[card.Id], answer.Ruleset.Name, answer.Ruleset.Title.Zh, answer.Period.ToString(),
        answer.At.Day, answer.At.KnownAt, true, WireNumber.Of(card.Total), [.. card.Card.Categories.Select(Category)],
        [.. card.Card.Lines.Select(Line)], [.. card.Card.Deductions.Select(Deduction)],
        [.. card.Limits.Select(l => Limit(l, answer.Ruleset))],
        [.. card.Outcomes.Where(IsShown).Select(o => Outcome(o, answer.Ruleset))],
        card.GradeByPoints, card.Grade, GradeTitle(answer.Ruleset, card.Grade), card.Class, card.Places?.County,
        card.BarredBy, answer.Stamp,
        card.Card.Bonus == Points.Zero ? null : WireNumber.Of(card.Card.Bonus), card.Card.Rescale?.ToString());

    public static string? GradeTitle(Ruleset ruleset, string? grade) =>
        grade is null ? null : ruleset.Grades.First(g => g.Id == grade).Title.Zh;

    private static CategoryPoints Category(CategoryLine line) => new(
        line.Category.Id, line.Category.Title.Zh, WireNumber.Of(line.Sum), WireNumber.Of(line.Points), Clause(line.Category.Cite),
        Number(line.Cap), CreditedText.Codes(line.Because), CreditedText.Why(line.Because),
        line.Scale?.ToString());

    private static LinePoints Line(ScoreLine line) => new(
        line.Indicator.Id, line.Indicator.Title.Zh, Counted(line.Counted), WireNumber.Of(line.Raw), WireNumber.Of(line.Points),
        Clause(line.Indicator.Cite), line.Category, Number(line.Cap), Exactly(line.Counted),
        CreditedText.Codes(line.Because), CreditedText.Why(line.Because), line.Note);

    private static LinePoints Deduction(DeductionLine line) => new(
        line.Deduction.Id, line.Deduction.Title.Zh, Counted(line.Counted), WireNumber.Of(line.Raw), WireNumber.Of(line.Points),
        Clause(line.Deduction.Cite), null, Number(line.Cap), Exactly(line.Counted),
        CreditedText.Codes(line.Because), CreditedText.Why(line.Because));

    private static ConditionFound Limit(LimitLine line, Ruleset ruleset)
    {
        var sentence = line.Finding.Told(ruleset).Sentence;
        return new ConditionFound(line.Limit.Id, line.Limit.Title.Zh,
            line.IsOn ? Word(line.Finding.Verdict) : "switched-off", sentence.Zh, sentence.EnOrZh);
    }

    /// <summary>A reference opinion is never shown, and a switched-off outcome is not offered.</summary>
    internal static bool IsShown(OutcomeLine line) =>
        line.Outcome.Kind != OutcomeKind.Reference && line.Status != OutcomeStatus.NotOffered;

    private static ConditionFound Outcome(OutcomeLine line, Ruleset ruleset)
    {
        var sentence = line.Finding?.Told(ruleset).Sentence;
        return new ConditionFound(line.Outcome.Id, line.Outcome.Title.Zh,
            Statuses.Kebab(line.Status.ToString()), sentence?.Zh, sentence?.EnOrZh);
    }

    internal static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not-met",
        Verdict.Error => "error",
    };

    internal static string Clause(Cite cite) => $"{cite.Source} {cite.Clause}";
    private static decimal? Number(Points? points) => points is { } some ? WireNumber.Of(some) : null;
    private static decimal Counted(Fraction counted) => WireNumber.Of(counted.ToPoints());
    private static string? Exactly(Fraction counted) => counted.ToString() is var text && text.Contains('/') ? text : null;
}
