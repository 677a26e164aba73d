using System.Text.RegularExpressions;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Drafts what stands at the head of a ruleset and below its table: the title, the totals, the grades.</summary>
internal sealed partial class HeadDraft(DraftNotebook notebook, IReadOnlyList<string> around, DraftRequest request)
{
    private const string Whole = "全文";
    private IReadOnlyList<GradePhrases.Band> _bands = [];

    /// <summary>The document's own title: what its first lines call a 办法, a 细则 or a table.</summary>
    public string Title { get; private set; } = "";

    public void Begin(IEnumerable<string> first)
    {
        var texts = first.Take(8).Select(t => RuleText.Short(t, Limits.NameLengthMax)).Where(t => t.Length > 0).ToList();
        Title = texts.FirstOrDefault(t => t.Length <= 60 && Titled().IsMatch(t)) ?? texts.FirstOrDefault() ?? request.Title ?? "积分办法（草案）";
        notebook.Ask(Whole, null, Title, new Title(
            $"由县级工商联制定，每年评价一次，自 {Calendar.Text(request.From)} 起施行",
                $"made by the county federation, yearly, from {Calendar.Text(request.From)}"),
            new Title("请写明制定单位、文号、公布日期、适用对象和施行期限",
                "say who made it, its number and date, whom it is for and when it is in force"));
        if (around.Where(t => Uses().IsMatch(t)).Distinct().Take(6).ToList() is [_, ..] uses)
            notebook.Ask("正文", null, string.Join(" / ", uses), null, new Title(
            "结果运用、名额、并列和限制的规定没有读入：请补写", "what results are used for, quotas, ties and limits were not read: write them"));
    }

    /// <summary>Grades from half-open bounds; none where the document says none.</summary>
    public IReadOnlyList<Grade> Grades(Cite cite)
    {
        _bands = GradePhrases.Find(around);
        if (_bands.Count == 0)
        {
            notebook.Ask(Whole, null, Title, new Title("没有等次", "no grades"),
                new Title("没有读到等次和分数线：请补写", "no grades were read: write them"));
            return [];
        }
        var text = string.Join("，", _bands.Select(b => b.Name + " " + b.From));
        foreach (var doubt in GradePhrases.Doubts(_bands))
            notebook.Ask("等次", null, text, new Title(string.Join("，", _bands.Select(b => $"{b.Name} {b.From} 分及以上")),
                string.Join(", ", _bands.Select(b => $"{b.Name} from {b.From}"))), doubt);
        var grades = _bands.Select((b, i) =>
            new Grade(notebook.Id(((char)('A' + Math.Min(i, 25))).ToString()), new Title(b.Name), Number.Of(b.From), null, cite)).ToList();
        if (_bands[^1].From > Points.Zero)
            grades.Add(new Grade(notebook.Id("none"), new Title("未定等次"), Number.Of(Points.Zero), null, cite));
        return grades;
    }

    /// <summary>What is stated as the total, beside what the categories add up to.</summary>
    public Scale Scale(IReadOnlyList<Category> categories, IReadOnlyList<(CellPlace Place, string Of, Points Points)> totals)
    {
        var counted = categories.Where(c => !c.Bonus).ToList();
        Points? sum = counted.Count > 0 && counted.All(c => c.Cap is not null)
            ? new Points(counted.Sum(c => c.Cap!.Value.Hundredths)) : null;
        Points? row = totals.Count == 0 ? null : totals.Max(t => t.Points);
        var stated = row ?? Said(Total());
        if (stated is null && around.Any(t => t.Contains("百分制", StringComparison.Ordinal))) stated = new Points(10_000);
        if (stated is { } said && sum is { } added && said != added)
            notebook.Ask(row is null ? "正文" : notebook.Rules.Where(totals.MaxBy(t => t.Points).Place), null, $"合计 {said} 分",
                new Title($"总分 {said} 分", $"a total of {said}"),
                new Title($"写明总分 {said} 分，各类相加是 {added} 分：请核对",
                    $"the total is stated as {said}, the categories add up to {added}: check them"));
        if (stated is null && sum is null)
            notebook.Ask(Whole, null, Title, new Title("总分 100 分", "a total of 100"),
                new Title("没有写明总分：请确认", "no total is stated: confirm it"));
        var bonus = categories.Where(c => c.Bonus).ToList();
        Points? most = Said(Bonus()) ?? (bonus.Count > 0 && bonus.All(c => c.Cap is not null)
            ? new Points(bonus.Sum(c => c.Cap!.Value.Hundredths)) : null);
        return new Scale(Number.Of(stated ?? sum ?? new Points(10_000)), bonus.Count > 0 && most is { } b ? Number.Of(b) : null,
            Said(Final()) is { } final ? Number.Of(final) : null);
    }

    /// <summary>A table whose rows are the grades that were read.</summary>
    public bool WasRead(Sheet sheet) => _bands.Count > 0 && sheet.Rows.Count <= _bands.Count + 2
        && _bands.All(b => sheet.Rows.Any(r => Enumerable.Range(1, sheet.Columns).Any(c => sheet[r, c]?.Text == b.Name)));

    private Points? Said(Regex pattern) => around.Where(t => t.Length <= 1_000).Select(t => pattern.Match(RuleText.Plain(t)))
        .Where(m => m.Success).Select(m => RuleText.Points(m.Groups[1].Value)).FirstOrDefault(p => p is not null);

    [GeneratedRegex("办法|细则|方案|标准|指标|评分表|考核表|积分表|评价表|规则")]
    private static partial Regex Titled();

    [GeneratedRegex("结果运用|奖励|通报|推荐|名额|挂钩|一票否决|取消.{0,6}资格")]
    private static partial Regex Uses();

    [GeneratedRegex(@"(?:积分|考核|评价)?(?:总分|满分|总分值)(?:为|共|计|是|:)?(\d{2,5}(?:\.\d{1,2})?)分")]
    private static partial Regex Total();

    [GeneratedRegex(@"加分(?:项)?(?:合计|累计|总分|最高)*(?:不超过|最高|为|上限)*(\d{1,4}(?:\.\d{1,2})?)分")]
    private static partial Regex Bonus();

    [GeneratedRegex(@"(?:最后得分|最终得分|总得分|总分)(?:最高)?不(?:得)?超过(\d{2,5}(?:\.\d{1,2})?)分")]
    private static partial Regex Final();
}
