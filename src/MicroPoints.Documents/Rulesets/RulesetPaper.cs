using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>A ruleset as a 办法: chapters, articles and the table of indicators, with blanks for its number and stamp.</summary>
internal static class RulesetPaper
{
    public static PaperToWrite Of(RulesetSource source)
    {
        var articles = new Articles();
        return new PaperToWrite([
            new PaperBlock.Head(source.Ruleset.Title.Zh),
            new PaperBlock.Middle(PaperWords.NumberBlank),
            articles.Chapter("总则"),
            .. articles.Of(RulesetArticles.General(source)),
            .. Indicators(source, articles),
            .. Deductions(source, articles),
            .. Listed(articles, "限制情形", "有下列情形的，按各项所写限制等次或者结果运用，不改变积分：", RulesetArticles.Limits(source)),
            .. Grades(source, articles),
            .. Listed(articles, "结果运用", "评价结果用于下列事项，符合条件的由会议研究确定：", RulesetArticles.Outcomes(source)),
            articles.Chapter("位次"),
            .. articles.Of([RulesetArticles.Ranking(source)]),
            .. Values(source, articles),
            articles.Chapter("附则"),
            .. articles.Of(["本办法依据的文件："]),
            .. source.Ruleset.Sources.Select((s, i) =>
                new PaperBlock.Words($"〔{i + 1}〕《{s.Title.Zh}》，{s.Publisher}，{RulesetArticles.Day(s.Date)}")),
            .. articles.Of([$"本办法为{source.Ruleset.Version}版，核验码{source.Ruleset.Hash.ToString()[..8]}。版本一经公布不再改动，有改动的另出新版。"]),
            .. PaperWords.Signature(PaperWords.Office(source.Place)),
        ])
        { AboveEveryPage = source.Marks };
    }

    private static IEnumerable<PaperBlock> Indicators(RulesetSource source, Articles articles)
    {
        var rows = RuleRows.Indicators(source);
        if (rows.Count == 0) yield break;
        yield return articles.Chapter("积分指标");
        yield return articles.One("积分指标、分值和评分标准见下表。分值是每项最高的得分，空着的不设上限；括号内是该类的最高分。");
        var levels = RuleRows.Headings(rows).ToList();
        yield return new PaperBlock.Table(
            [
                .. levels.Select((l, i) => new PaperColumn(l, i == levels.Count - 1 ? 17 : 12, MergesSame: i < levels.Count - 1)),
                new("分值", 8, true), new("评分标准", 33), new("佐证", 15), new("负责确认", 15),
            ],
            [.. rows.Select(r => PaperRow.Of([
                .. r.Levels.Take(levels.Count - 1), $"{r.Id} {r.Levels[^1]}", r.Points, $"{r.Standard}\n依据{r.Clause}",
                    r.Evidence, r.Confirmed]))]);
    }

    private static IEnumerable<PaperBlock> Deductions(RulesetSource source, Articles articles)
    {
        var rows = RuleRows.Deductions(source).ToList();
        if (rows.Count == 0) yield break;
        yield return articles.Chapter("扣分");
        yield return articles.One("有下列情形的，从总分中扣分：");
        yield return new PaperBlock.Table([new("扣分项", 24), new("评分标准", 42), new("佐证", 17), new("负责确认", 17)],
            [.. rows.Select(r => PaperRow.Of($"{r.Id} {r.Levels[0]}", $"{r.Standard}\n依据{r.Clause}", r.Evidence, r.Confirmed))]);
    }

    private static IEnumerable<PaperBlock> Grades(RulesetSource source, Articles articles)
    {
        var ruleset = source.Ruleset;
        if (ruleset.Grades.Count == 0 && ruleset.Classes.Count == 0) yield break;
        yield return articles.Chapter(ruleset.Grades.Count > 0 ? "等次" : "类别");
        if (ruleset.Grades.Count > 0)
        {
            yield return articles.One("等次按最后得分确定，达到分数线的即为该等次：");
            yield return new PaperBlock.Table([new("等次", 34), new("分数线", 33), new("依据", 33)],
                [.. ruleset.Grades.Select(g => PaperRow.Of(g.Title.Zh, $"{source.Names.Number(g.From)}分及以上", source.Clause(g.Cite)))]);
        }
        if (ruleset.Classes.Count == 0) yield break;
        yield return articles.One("类别依次对照下列条件，符合的即为该类：");
        foreach (var (text, at) in ruleset.Classes.Select((c, i) => ($"{source.Sentences[c.Id]}。{source.Clause(c.Cite)}", i + 1)))
            yield return new PaperBlock.Words($"（{ChineseCount.Of(at)}）{text}");
    }

    private static IEnumerable<PaperBlock> Values(RulesetSource source, Articles articles)
    {
        var (parameters, settings) = (source.Ruleset.Parameters, RulesetArticles.Settings(source).ToList());
        if (parameters.Count == 0 && settings.Count == 0) yield break;
        yield return articles.Chapter("数值和选项");
        if (parameters.Count > 0)
        {
            yield return articles.One("下列数值自所写之日起施行：");
            yield return new PaperBlock.Table([new("数值", 40), new("自何日起", 22), new("值", 10, true), new("依据", 28)],
                [.. parameters.SelectMany(p => p.Values.Select(v => PaperRow.Of(RuleParameters.Name(source, p),
                    RulesetArticles.Day(v.From), v.Value.ToString(), source.Clause(v.Cite))))]);
        }
        if (settings.Count == 0) yield break;
        yield return articles.One("下列选项由采用本办法的地方确定，现定为：");
        yield return new PaperBlock.Table([new("选项", 70), new("现定", 30)],
            [.. settings.Select(s => PaperRow.Of(s.Title.Zh, RulesetArticles.Setting(source, s)))]);
    }

    private static IEnumerable<PaperBlock> Listed(Articles articles, string chapter, string opening, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [articles.Chapter(chapter), articles.One(opening),
            .. all.Select((l, i) => new PaperBlock.Words($"（{ChineseCount.Of(i + 1)}）{l}"))];
    }

    /// <summary>Counts chapters and articles as they are written.</summary>
    private sealed class Articles
    {
        private int _chapter, _article;

        public PaperBlock Chapter(string title) => new PaperBlock.Heading($"第{ChineseCount.Of(++_chapter)}章　{title}");
        public PaperBlock One(string text) => new PaperBlock.Words($"第{ChineseCount.Of(++_article)}条　{text}");
        public IEnumerable<PaperBlock> Of(IEnumerable<string> texts) => texts.Select(One).ToList();
    }
}
