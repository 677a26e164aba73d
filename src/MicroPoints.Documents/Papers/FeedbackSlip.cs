using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Documents;

/// <summary>致商会得分反馈单: one chamber's lines with clause and reason, and what would lift them. No other chamber, no place.</summary>
internal static class FeedbackSlip
{
    public static PaperToWrite Of(PaperSource source, Scorecard card, bool withReasons)
    {
        var names = new ProseNames(source.Ruleset, source.Kinds, source.Values, source.Day);
        var isDecided = source.Round.Decided is not null;
        return new PaperToWrite([
            new PaperBlock.Head($"{PaperWords.Year(source)}商会积分得分反馈单"),
            new PaperBlock.To($"{source.NameOf(card.Id)}："),
            new PaperBlock.Words($"依据{PaperWords.Basis(source)}，你会{PaperWords.Year(source)}"
                + $"{(source.HasPoints ? $"核定总分{card.Total.ToFixed()}分，" : "")}等次：{source.GradeOf(card)}。"
                + (isDecided ? "" : "本单供核对，最终结果以会议确定的为准。")),
            .. card.Limits.Where(l => l.IsMet).Select(l
                => new PaperBlock.Words($"{l.Limit.Title.Zh}：{l.Finding.Told(source.Ruleset).Sentence.Zh}"
                    + $"（{PaperWords.Clause(source, l.Limit.Cite)}）。")),
            new PaperBlock.Heading("一、各项得分"),
            new PaperBlock.Table([new("指标", 25), new("得分／上限", 13, true), new("原因", 17), new("怎样可以再得分", 27), new("依据", 18)],
                [.. Lines(source, card, names)]),
            new PaperBlock.Heading("二、结果事项"),
            .. Outcomes(source, card).DefaultIfEmpty(new PaperBlock.Words("本期没有结果事项。")),
            .. withReasons ? source.Departures.Where(d => d.Departure.Chamber == card.Id)
                .Select(d => new PaperBlock.Words(PaperWords.DepartureLine(source, d.Departure, d.Outcome) + "。")) : [],
            new PaperBlock.Words("对得分有疑问的，请带佐证材料与我会核对。"),
            .. PaperWords.Contacts(),
            .. PaperWords.Signature(source),
        ]);
    }

    private static IEnumerable<PaperRow> Lines(PaperSource source, Scorecard card, ProseNames names)
    {
        foreach (var category in card.Card.Categories)
        {
            yield return PaperRow.Strong(category.Category.Title.Zh, Of(category.Points, category.Cap),
                PaperWords.Because(category.Because), "",
                PaperWords.Clause(source, category.Category.Cite));
            foreach (var line in card.Card.Lines.Where(l => l.Category == category.Category.Id))
                yield return PaperRow.Of($"{line.Indicator.Id} {line.Indicator.Title.Zh}", Of(line.Points, line.Cap),
                    PaperWords.Because(line.Because, line.Note), Lift(line, category, names), PaperWords.Clause(source,
                        line.Indicator.Cite));
        }
        foreach (var line in card.Card.Deductions.Where(d => d.Points < Points.Zero))
            yield return PaperRow.Of($"{line.Deduction.Id} {line.Deduction.Title.Zh}", line.Points.ToFixed(),
                PaperWords.Because(line.Because),
                SelfAssessmentForm.Taken(line.Deduction, names), PaperWords.Clause(source, line.Deduction.Cite));
    }

    /// <summary>What one more would bring, where there is room below both caps and the rules let advice name it.</summary>
    private static string Lift(ScoreLine line, CategoryLine category, ProseNames names)
    {
        if (Opening.Of(line, category) is not { } opening)
            return category.Points >= category.Cap && !(line.Points >= line.Cap) && !line.Indicator.IsGroup ? "本类已到上限" : "";
        var standard = RulesetProse.Standard(line.Indicator, names).Zh;
        var room = opening.Room is { } most ? $"最多还可得 {most} 分" : "";
        return string.Join("：", ((string[])[room, standard]).Where(t => t.Length > 0));
    }

    private static IEnumerable<PaperBlock> Outcomes(PaperSource source, Scorecard card)
    {
        if (!card.IsRanked) yield break;
        foreach (var outcome in source.Outcomes)
        {
            if (source.Given(outcome).Any(c => c.Id == card.Id)) yield return new PaperBlock.Words($"{outcome.Title.Zh}"
                + $"{(PaperWords.Validity(source, outcome) is { } validity ? $"（有效期：{validity}）" : "")}。");
            else if (outcome.Kind != OutcomeKind.FollowUp && card.Outcomes.FirstOrDefault(o => o.Outcome.Id == outcome.Id)
                is { Status: OutcomeStatus.NotEligible, Finding: { } finding } && !TellsOfOthers(finding))
                yield return new PaperBlock.Words($"{outcome.Title.Zh}：{finding.Told(source.Ruleset).Sentence.Zh}。");
        }
    }

    /// <summary>A place is told by no slip, and what hangs on another outcome is told there.</summary>
    private static bool TellsOfOthers(Finding finding) =>
        finding.Condition is Condition.RankAtMost or Condition.OutcomeIs || finding.Inside.Any(TellsOfOthers);

    private static string Of(Points points, Points? cap) => points.ToFixed() + (cap is { } most ? $"／{most}" : "");
}
