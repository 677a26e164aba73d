namespace MicroPoints.Runtime;

/// <summary>What a column of a table of rules holds.</summary>
internal enum RuleColumn
{
    /// <summary>A name: of a category, of an indicator, of one inside it.</summary>
    Name = 1,
    Id = 2,
    Points = 3,
    Standard = 4,
    Evidence = 5,
    Confirmed = 6,
    Clause = 7,

    /// <summary>Counts rows, or is filled in by chambers and reviewers.</summary>
    Ignored = 8,
    Unknown = 9,
}

/// <summary>What lines of a table do.</summary>
internal enum RuleSection
{
    Ordinary = 1,
    Bonus = 2,
    Deduction = 3,
    Veto = 4,
}

/// <summary>The heading of a table of rules: the row it ends with, and what each column is.</summary>
/// <param name="Levels">The columns of names, the highest first.</param>
internal sealed record RuleColumns(int Row, IReadOnlyList<(int Column, RuleColumn Is, string Heading)> All,
    IReadOnlyList<int> Levels, RuleSection Section)
{
    private const int RowsSearched = 40;

    private static readonly (RuleColumn Is, string[] Words)[] Words =
    [
        (RuleColumn.Ignored, ["序号", "编排序号", "自评分", "自评得分", "自评", "自查得分", "考评得分", "考核得分", "实得分", "得分", "核定分", "评定分", "评审得分",
            "专家评分", "综评", "扣分原因", "审核得分"]),
        (RuleColumn.Id, ["编号", "代码", "指标编号", "指标代码"]),
        (RuleColumn.Points, ["分值", "分数", "满分", "权重", "标准分", "最高分", "分值上限", "基本分", "基准分", "赋分", "上限", "标准分值", "分值权重"]),
        (RuleColumn.Standard, ["评分标准", "计分办法", "评分细则", "计分标准", "评分办法", "评分方法", "评分依据", "考核标准", "评价标准", "考评标准", "得分标准", "加分标准",
            "扣分标准", "积分标准", "计分方法", "计分规则", "评分规则", "考核办法", "考评细则", "评估标准", "积分细则", "评分说明", "计分方式", "标准"]),
        (RuleColumn.Evidence, ["佐证", "佐证材料", "证明材料", "数据来源", "印证材料", "支撑材料", "材料要求", "资料来源", "评价依据", "考核依据", "所需材料", "备查材料"]),
        (RuleColumn.Confirmed, ["负责确认", "责任单位", "确认单位", "责任部门", "考核单位", "认定部门", "核实部门", "评分单位", "牵头单位", "考评单位", "负责单位"]),
        (RuleColumn.Clause, ["依据", "条款", "文件依据", "政策依据"]),
    ];

    private static readonly string[] Levelled = ["一级指标", "二级指标", "三级指标", "四级指标", "五级指标"];

    private static readonly string[] Names = ["类别", "项目", "评价内容", "指标", "考核项目", "考核内容", "考核指标", "评价指标", "评价项目", "积分项目", "积分事项",
        "积分类别", "内容", "评估内容", "评估指标", "评估项目", "考评内容", "考评项目", "主要指标", "具体指标", "指标名称", "名称", "维度", "大类", "小类", "事项", "工作内容",
        "主要内容", "评分项目", "评分内容", "加分项", "加分项目", "扣分项", "扣分项目", "扣分事项", "扣分情形", "否决项", "一票否决项", "一票否决情形", "否决情形"];

    public int? First(RuleColumn what) => All.Where(c => c.Is == what).Select(c => (int?)c.Column).FirstOrDefault();

    /// <summary>The columns of points, each with the level whose points they are.</summary>
    public IEnumerable<(int Column, int Level)> Points()
    {
        var columns = All.Where(c => c.Is == RuleColumn.Points).Select(c => c.Column).ToList();
        if (columns.Count == 1 && All.Where(c => c.Is == RuleColumn.Name).All(c => c.Column > columns[0]))
            return [(columns[0], Levels.Count - 1)];
        return columns.Select(c => (c, Math.Max(0, Levels.Count(l => l < c) - 1)));
    }

    /// <summary>Finds the heading; null where the table is none of rules.</summary>
    public static RuleColumns? Find(Sheet sheet)
    {
        foreach (var row in sheet.Rows.Take(RowsSearched))
        {
            var columns = Enumerable.Range(1, sheet.Columns).Select(c => (Column: c, Cell: sheet.Seen(row, c)))
                .Where(c => c.Cell is not null && (sheet.MergedAt(row, c.Column) is not { } over || over.Column == c.Column))
                .Select(c => (c.Column, Is: Of(c.Cell!.Text), Heading: c.Cell.Text)).ToList();
            if (!columns.Any(c => c.Is == RuleColumn.Name) || !columns.Any(c => c.Is is RuleColumn.Points or RuleColumn.Standard)
                || columns.Count(c => c.Is is not RuleColumn.Unknown) < 2) continue;
            // A heading over two rows is one cell down to the second, or says more there.
            var last = columns.Max(c => sheet.MergedAt(row, c.Column)?.LastRow ?? row);
            var names = columns.Where(c => c.Is == RuleColumn.Name).ToList();
            return new RuleColumns(Math.Min(last, row + 2), columns, Order(names), SectionOf(names[^1].Heading));
        }
        return null;
    }

    public static RuleSection SectionOf(string text) =>
        text.Contains("否决", StringComparison.Ordinal) ? RuleSection.Veto
        : text.Contains("扣分", StringComparison.Ordinal) || text.Contains("减分", StringComparison.Ordinal)
            || text.Contains("负面清单", StringComparison.Ordinal) ? RuleSection.Deduction
        : text.Contains("加分", StringComparison.Ordinal) || text.Contains("附加", StringComparison.Ordinal)
            || text.Contains("奖励分", StringComparison.Ordinal) ? RuleSection.Bonus : RuleSection.Ordinary;

    /// <summary>What a heading calls: exactly, then without its brackets.</summary>
    private static RuleColumn Of(string heading)
    {
        foreach (var key in (string[])[NameText.Key(heading), NameText.KeyOutsideBrackets(heading)])
        {
            if (Levelled.Contains(key) || Names.Contains(key)) return RuleColumn.Name;
            foreach (var (column, words) in Words) if (words.Contains(key)) return column;
        }
        return RuleColumn.Unknown;
    }

    /// <summary>Those that say their level stand by it; the rest from left to right.</summary>
    private static IReadOnlyList<int> Order(IReadOnlyList<(int Column, RuleColumn Is, string Heading)> names) =>
        names.Any(n => Level(n.Heading) >= 0)
            ? [.. names.OrderBy(n => Level(n.Heading) is >= 0 and var level ? level : Levelled.Length)
                .ThenBy(n => n.Column).Select(n => n.Column)]
            : [.. names.Select(n => n.Column)];

    private static int Level(string heading) => Array.IndexOf(Levelled, NameText.KeyOutsideBrackets(heading));
}
