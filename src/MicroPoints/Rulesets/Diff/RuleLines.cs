using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Takes a ruleset apart into lines that can be compared.</summary>
internal static class RuleLines
{
    private static readonly Title ClauseIs = new("依据", "clause"), TitleIs = new("名称", "title"), CapIs = new("上限", "cap"),
        Switched = new("由哪个开关启用", "enabled by"), WhenIs = new("条件", "condition"), CountsIs = new("计哪些事项", "counts"),
        QuotaIs = new("名额", "quota"), KindIs = new("种类", "kind");

    public static IReadOnlyList<RuleLine> Of(Ruleset rules, KindCatalogue kinds)
    {
        var words = new RuleWords(rules, kinds);
        List<RuleLine> lines = [Head(rules, words)];
        lines.AddRange(rules.Settings.Select(s => new RuleLine(RulePart.Setting, s.Id, s.Title, null,
            [Results(KindIs, s.Type, RuleWords.Plain(s.Type)), Results(new("默认值", "default"), s.Default, RuleWords.Setting(s)),
                Named(s.Title)])));
        lines.AddRange(rules.Parameters.Select(p => new RuleLine(RulePart.Parameter, p.Id, new Title(p.Id), words.Clause(p.Values[^1].Cite),
            [
                Results(new("数值", "values"), p.Values.Select(v => (v.From, v.Value)), RuleWords.Dated(p)),
                Words(new("单位", "unit"), p.Unit, new Title(p.Unit)),
                Words(ClauseIs, p.Values.Select(v => (v.From, v.Cite.Source, v.Cite.Clause, v.StillValidOn)),
                    words.Clause(p.Values[^1].Cite)),
            ])));
        lines.AddRange(rules.Attributes.Select(a => new RuleLine(RulePart.Attribute, a.Id, a.Title, null,
            [Results(KindIs, (a.Type, StructuralText.Of(a.Options)), new Title(string.Join("、", a.Options))), Named(a.Title)])));
        foreach (var category in rules.Categories)
        {
            lines.Add(OfCategory(category, words));
            foreach (var indicator in category.Indicators) AddIndicator(lines, indicator, category.Title, category.Id, words);
        }
        lines.AddRange(rules.Deductions.Select(d => OfDeduction(d, words)));
        lines.AddRange(rules.Limits.Select(l => OfLimit(l, words)));
        lines.AddRange(rules.Grades.Select(g => new RuleLine(RulePart.Grade, g.Id, g.Title, words.Clause(g.Cite),
            [Results(new("从多少分起", "from"), g.From, words.Points(g.From)), Results(QuotaIs, g.Quota, words.Quota(g.Quota)),
                Named(g.Title), Cited(g.Cite, words)])));
        // The first class that matches counts, so where it stands decides.
        lines.AddRange(rules.Classes.Select((c, i) => new RuleLine(RulePart.Class, c.Id, c.Title, words.Clause(c.Cite),
            [Results(WhenIs, c.When, words.When(c.When)), Results(new("第几个判断", "tried as"), i, new Title($"{i + 1}")),
                Named(c.Title), Cited(c.Cite, words)])));
        lines.AddRange(rules.Outcomes.Select(o => OfOutcome(o, words)));
        return lines;
    }

    private static RuleLine Head(Ruleset rules, RuleWords words) => new(RulePart.Ruleset, "", rules.Title, words.Clause(rules.Cite),
    [
        Results(new("周期", "period"), rules.Period, RuleWords.Plain(rules.Period)),
        Results(new("适用的商会", "applies to"), rules.AppliesTo, RulesetWords.Applies(rules.AppliesTo)),
        Results(new("总分", "total"), rules.Scale?.Total, words.Points(rules.Scale?.Total)),
        Results(new("加分最多", "bonus at most"), rules.Scale?.BonusAtMost, words.Points(rules.Scale?.BonusAtMost)),
        Results(new("最后得分最多", "final at most"), rules.Scale?.FinalAtMost, words.Points(rules.Scale?.FinalAtMost)),
        Results(new("排位次先后", "ranking"), string.Join(" > ", rules.Ranking.Select(StructuralText.Of)), words.Ranking(rules.Ranking)),
        Use(new("可以采用的日子", "adoptable"), (rules.Adoptable.From, rules.Adoptable.Until),
            new Title($"{Calendar.Text(rules.Adoptable.From)} 起至 {Calendar.Text(rules.Adoptable.Until)} 前",
                $"from {Calendar.Text(rules.Adoptable.From)} until {Calendar.Text(rules.Adoptable.Until)}")),
        Use(new("评价主体", "authority"), rules.Authority, RulesetWords.Authority(rules.Authority)),
        Use(new("样本", "sample"), rules.Sample, rules.Sample ? new Title("是", "yes") : new Title("否", "no")),
        Named(rules.Title),
        Words(new("引用文件", "sources"), rules.Sources, new Title(string.Join("、", rules.Sources.Select(s => s.Title.Zh)),
            string.Join(", ", rules.Sources.Select(s => s.Title.EnOrZh)))),
    ]);

    private static RuleLine OfCategory(Category c, RuleWords words) => new(RulePart.Category, c.Id, c.Title, words.Clause(c.Cite),
    [
        Results(CapIs, c.Cap, words.Points(c.Cap)), Results(new("是否加分类", "bonus"), c.Bonus, RuleWords.YesNo(c.Bonus)),
        Results(new("不适用时最多放大几倍", "redistributed at most"), c.RedistributeAtMost, words.Number(c.RedistributeAtMost)),
        Named(c.Title), Cited(c.Cite, words),
    ]);

    private static void AddIndicator(List<RuleLine> lines, Indicator i, Title parent, string parentId, RuleWords words)
    {
        lines.Add(new RuleLine(RulePart.Indicator, i.Id, i.Title, words.Clause(i.Cite),
        [
            Results(new("属于", "within"), parentId, parent),
            Results(CountsIs, (StructuralText.Of(i.Counts), i.CountsSetting), words.Counts(i.Counts)),
            Results(new("评分标准", "score"), i.Score, words.Score(i)), Results(CapIs, i.Cap, words.Points(i.Cap)),
            Results(new("超出部分", "overflow"), i.Overflow, words.Overflow(i.Overflow)),
            Results(Switched, i.EnabledBy, words.Switch(i.EnabledBy)),
            Results(new("可以不适用", "may be not applicable"), i.MayBeNotApplicable, RuleWords.YesNo(i.MayBeNotApplicable)),
            Use(new("给建议时可以提到", "named by advice"), i.Advice, RuleWords.YesNo(i.Advice)),
            Named(i.Title), Cited(i.Cite, words),
        ]));
        foreach (var inside in i.Indicators) AddIndicator(lines, inside, i.Title, i.Id, words);
    }

    private static RuleLine OfDeduction(Deduction d, RuleWords words) => new(RulePart.Deduction, d.Id, d.Title, words.Clause(d.Cite),
    [
        Results(CountsIs, (StructuralText.Of(d.Counts), d.CountsSetting), words.Counts(d.Counts)),
        Results(new("每次", "each"), d.Each, words.Points(d.Each)), Results(new("期间", "while"), d.While, words.While(d.While)),
        Results(CapIs, d.Cap, words.Points(d.Cap)),
        Results(new("使相关指标计零", "zeroes"), (StructuralText.Of(d.ZeroesKinds), d.ZeroesByKey),
            d.ZeroesByKey || d.ZeroesKinds.Count > 0 ? RuleWords.YesNo(true) : null),
        Results(Switched, d.EnabledBy, words.Switch(d.EnabledBy)), Named(d.Title), Cited(d.Cite, words),
    ]);

    private static RuleLine OfLimit(Limit l, RuleWords words) => new(RulePart.Limit, l.Id, l.Title, words.Clause(l.Cite),
    [
        Results(WhenIs, l.When, words.When(l.When)), Results(new("等次最高为", "grade at most"), l.Ceiling, words.Grade(l.Ceiling)),
        Results(new("降几等", "grades down"), l.GradesDown, words.Number(l.GradesDown)),
        Results(new("不参加评价和排名", "bars"), l.Bars, RuleWords.YesNo(l.Bars)),
        Results(new("暂停结果运用", "suspends"), (l.SuspendsAll, StructuralText.Of(l.Suspends)), words.Suspends(l)),
        Results(Switched, l.EnabledBy, words.Switch(l.EnabledBy)), Named(l.Title), Cited(l.Cite, words),
    ]);

    private static RuleLine OfOutcome(Outcome o, RuleWords words) => new(RulePart.Outcome, o.Id, o.Title, words.Clause(o.Cite),
    [
        Results(KindIs, o.Kind, RuleWords.Plain(o.Kind)), Results(WhenIs, o.When, o.When is null ? null : words.When(o.When)),
        Results(QuotaIs, o.Quota, words.Quota(o.Quota)), Results(new("线上同分", "ties"), o.Ties, RuleWords.Plain(o.Ties)),
        Results(new("有效期", "valid"), o.Valid, words.Valid(o.Valid)),
        Results(Switched, o.EnabledBy, words.Switch(o.EnabledBy)),
        Results(new("封存时记入台账", "records"), o.Records, words.Records(o.Records)),
        Use(new("免申即享", "offered without application"), o.Automatic, RuleWords.YesNo(o.Automatic)),
        Named(o.Title), Cited(o.Cite, words),
    ]);

    private static RuleField Results(Title what, object? value, Title? words) => Field(what, value, words, DiffEffect.Results);
    private static RuleField Use(Title what, object? value, Title? words) => Field(what, value, words, DiffEffect.Use);
    private static RuleField Words(Title what, object? value, Title? words) => Field(what, value, words, DiffEffect.Words);
    private static RuleField Named(Title title) => Words(TitleIs, (title.Zh, title.En), title);
    private static RuleField Cited(Cite cite, RuleWords words) => Words(ClauseIs, cite, words.Clause(cite));

    private static RuleField Field(Title what, object? value, Title? words, DiffEffect effect) =>
        new(what, StructuralText.Of(value), words, effect);
}
