using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>Drafts a ruleset from a county's own document; whatever is not surely read is asked.</summary>
public static class RulesetDrafting
{
    /// <summary>Lines of one document; what has more is no 办法.</summary>
    private const int LinesMax = 500;

    public static DraftAnswer Draft(WrittenRules rules, DraftRequest request, KindCatalogue known)
    {
        if (rules.Problems.Count > 0) return new DraftAnswer(null, rules.Problems);
        var tables = rules.Tables.Select(t => (Sheet: t, Columns: RuleColumns.Find(t))).ToList();
        if (tables.All(t => t.Columns is null)) return new DraftAnswer(null, [new TableNote(null,
            "没有找到评分表：表头里要有指标（一级指标、二级指标、项目、评价内容等）和分值或评分标准",
            "no table of rules was found: its heading needs a name (一级指标, 二级指标, 项目 …) and 分值 or 评分标准")]);
        var read = tables.Where(t => t.Columns is not null)
            .Select(t => (t.Sheet, Written: new RuleTableReader(t.Sheet, t.Columns!).Read())).ToList();
        var lines = read.SelectMany(r => r.Written.Lines).ToList();
        if (lines.Count == 0) return new DraftAnswer(null, [new TableNote(null, "评分表里没有指标", "the table of rules holds no line")]);
        if (lines.Count > LinesMax) return new DraftAnswer(null, [new TableNote(null,
            $"评分表有 {lines.Count} 行，超过 {LinesMax} 行：请只留办法的表", $"{lines.Count} lines, at most {LinesMax}: keep only the table of rules")]);
        return new DraftAnswer(new DraftInWork(rules, request, known).Draft(lines, [.. read.Select(r => r.Written)],
            [.. tables.Where(t => t.Columns is null).Select(t => t.Sheet)],
                [.. tables.Where(t => t.Columns is not null).Select(t => (t.Sheet, t.Columns!.Row))]), []);
    }
}
