using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Empty tables to fill, made from the ruleset in force and the register; filled, they are read without any mapping.</summary>
public sealed class Templates(Workspace workspace)
{
    private static readonly string[] Quarters = ["一季度", "二季度", "三季度", "四季度"];
    private const string FillHere = "单位与填法";
    private const int RowsBeside = 20;

    /// <summary>The annual table of a scope: its chambers are rows, what the ruleset counts is columns.</summary>
    /// <exception cref="QueryRefusedException">The ruleset is not adopted there.</exception>
    public async ValueTask<IReadOnlyList<TableToWrite>> Annual(string ruleset, Period period, RegionCode scope, CancellationToken cancel)
    {
        var (rules, values) = await RulesOf(ruleset, scope, cancel);
        var chambers = await Living(scope, cancel);
        var columns = Columns(rules, RulesetProse.Lines(rules, workspace.Kinds, values).ToLookup(l => l.Id));
        var sheet = new TableToWrite("年度汇总表",
            [new("商会编号", Width: 14) { Hint = FillHere }, new("商会名称", Width: 24), .. columns.Select(c => c.Column)],
            [.. chambers.Select(c => (CellValue[])[c.Id.Value, c.Name])])
        {
            Title = $"{period} 年度积分汇总表",
            Lines = Lines(rules.Title.Zh, chambers),
            IsWide = true,
            FixedColumns = 2,
        };
        return [sheet, Explanation(columns)];
    }

    /// <summary>The list of a department for one kind.</summary>
    /// <exception cref="QueryRefusedException">There is no such kind.</exception>
    public async ValueTask<IReadOnlyList<TableToWrite>> Department(KindId id, Period period, RegionCode scope, CancellationToken cancel)
    {
        var kind = workspace.Kinds.Find(id) ?? throw new QueryRefusedException(Refusal.KindUnknown,
            $"'{id}' is not an activity kind of activities {workspace.Kinds.Version}");
        var chambers = await Living(scope, cancel);
        List<ColumnToWrite> columns = [new("商会编号", Width: 14) { Hint = FillHere }, new("商会名称", Width: 24), .. Amounts(kind),
            new("日期", ColumnFormat.Day, 14) { Hint = "可不填", Note = "可以不填：不填则计入全期。" }];
        if (kind.Keyed) columns.Add(new ColumnToWrite("对象", Width: 20) { Note = "哪个项目、村或案件，只用文字和数字，不留空格。" });
        columns.Add(new ColumnToWrite("文号", Width: 22) { Hint = "必填", Note = "来文文号或依据，必填。" });
        columns.Add(new ColumnToWrite("说明", Width: 30));
        return [new TableToWrite(kind.Title.Zh, columns, [.. chambers.Select(c => (CellValue[])[c.Id.Value, c.Name])])
        {
            Title = $"{period} {kind.Title.Zh}清单",
            Lines = Lines($"确认单位：{kind.ConfirmedBy?.Zh ?? "县工商联"}；没有的商会留空", chambers),
            FixedColumns = 2,
            RowsToFill = RowsBeside,
        }];
    }

    private static IReadOnlyList<string> Lines(string first, IReadOnlyList<Chamber> chambers) =>
        chambers.Select(c => c.Stamp).FirstOrDefault(s => s is not null) is { } stamp ? [first, stamp] : [first];

    private async ValueTask<(Ruleset Ruleset, Values Values)> RulesOf(string id, RegionCode scope, CancellationToken cancel)
    {
        var adoption = workspace.Regions.AdoptionOf(id, scope, AsOf.On(workspace.Today)) ?? throw new QueryRefusedException(
            Refusal.NothingAdopted, $"'{id}' is not adopted for {scope} on {Calendar.Text(workspace.Today)}");
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        var ruleset = published.WithListsOf(adoption.Settings, workspace.Kinds);
        return (ruleset, new Values(ruleset, adoption.Settings));
    }

    private async ValueTask<IReadOnlyList<Chamber>> Living(RegionCode scope, CancellationToken cancel)
    {
        var cut = await workspace.Log.Cut(scope, StreamType.Chamber, cancel);
        var chambers = new List<Chamber>();
        await foreach (var view in workspace.Chambers.Views([.. cut.Select(h => new ChamberId(h.Stream.Name))],
            Period.Year(workspace.Today.Year), AsOf.On(workspace.Today), cancel))
            if (view.Register is { End: null } chamber) chambers.Add(chamber);
        return [.. chambers.OrderBy(c => c.Seat).ThenBy(c => c.Id)];
    }

    private sealed record Line(ColumnToWrite Column, ActivityKind Kind, string Id, string Title, string Group, Title Prose, Cite Cite);

    /// <summary>A column for each kind, under the first indicator or deduction that counts it.</summary>
    private List<Line> Columns(Ruleset ruleset, ILookup<string, ProseLine> prose)
    {
        var (lines, seen) = (new List<Line>(), new HashSet<KindId>());
        foreach (var category in ruleset.Categories)
            foreach (var indicator in category.Indicators.SelectMany(i => i.Leaves))
                Add(indicator.Id, indicator.Title.Zh, category.Title.Zh, indicator.Cite, [.. indicator.CountedKinds],
                    indicator.Score is Score.PerPeriod per ? per.Each : null);
        foreach (var deduction in ruleset.Deductions)
            Add(deduction.Id, deduction.Title.Zh, "扣分项", deduction.Cite,
                [.. deduction.Counts.Select(c => c.Kind), .. deduction.While is { } state ? [state.State] : Array.Empty<KindId>()], null);
        return lines;

        void Add(string id, string title, string group, Cite cite, IReadOnlyList<KindId> kinds, PeriodPart? part)
        {
            foreach (var kind in kinds.Where(seen.Add).Select(k => workspace.Kinds[k]))
            {
                var name = $"{id} {(kinds.Count > 1 ? kind.Title.Zh : title)}";
                var sentence = prose[id].FirstOrDefault()?.Text ?? new Title(title);
                foreach (var column in Spans(name, kind, part))
                    lines.Add(new Line(column with { Group = group, Note = $"{sentence.Zh}（{cite.Clause}）" }, kind, id, name,
                        group, sentence, cite));
            }
        }
    }

    /// <summary>What is scored by month or quarter has a column for each.</summary>
    private static IEnumerable<ColumnToWrite> Spans(string name, ActivityKind kind, PeriodPart? part) => part switch
    {
        PeriodPart.Quarter => Quarters.SelectMany(q => Parts($"{name}（{q}）", kind)),
        PeriodPart.Month => Enumerable.Range(1, 12).SelectMany(m => Parts($"{name}（{m}月）", kind)),
        _ => Parts(name, kind),
    };

    private static IEnumerable<ColumnToWrite> Parts(string name, ActivityKind kind) => kind switch
    {
        { Measure: MeasureType.Rate, Keyed: false } => [Whole($"{name} 满意人数"), Whole($"{name} 参评人数"), Whole($"{name} 应评人数")],
        { Measure: MeasureType.Share, Keyed: false } => [Whole($"{name} 完成数"), Whole($"{name} 应完成数")],
        _ => [new ColumnToWrite(name, FormatOf(kind), 14) { Hint = MeasureCells.Hint(kind).Zh, Choices = ChoicesOf(kind) }],
    };

    private static ColumnToWrite Whole(string name) => new(name, ColumnFormat.Whole, 12) { Hint = "人数、家数等整数" };

    private static IEnumerable<ColumnToWrite> Amounts(ActivityKind kind) => kind.Measure switch
    {
        MeasureType.Rate => [Whole("满意人数"), Whole("参评人数"), Whole("应评人数")],
        MeasureType.Share => [Whole("完成数"), Whole("应完成数")],
        MeasureType.Option => [new("选项", Width: 18) { Choices = [.. kind.Options.Select(o => o.Title.Zh)] }],
        MeasureType.Flag => [new("是否", Width: 10) { Choices = ["是", "否"] }],
        MeasureType.Points => [new("分值", ColumnFormat.Number, 10)],
        MeasureType.Quantity => [new($"数额（{kind.Unit}）", ColumnFormat.Number, 14)],
        _ => [new($"数量（{kind.Unit ?? "次"}）", ColumnFormat.Whole, 12)],
    };

    private static ColumnFormat FormatOf(ActivityKind kind) => kind switch
    {
        { Keyed: true } => ColumnFormat.Text,
        { Measure: MeasureType.Count } => ColumnFormat.Whole,
        { Measure: MeasureType.Quantity } => ColumnFormat.Number,
        _ => ColumnFormat.Text,
    };

    private static IReadOnlyList<string> ChoicesOf(ActivityKind kind) => kind switch
    {
        { Keyed: true } => [],
        { Measure: MeasureType.Flag } => ["是", "否"],
        { Measure: MeasureType.Option } => [.. kind.Options.Select(o => o.Title.Zh)],
        _ => [],
    };

    private static TableToWrite Explanation(IReadOnlyList<Line> lines) => new("填表说明",
        [new("类别", Width: 16), new("栏目", Width: 34), new("怎么填", Width: 34), new("怎么计分", Width: 60), new("依据", Width: 30),
            new("由谁确认", Width: 24)],
        [.. lines.Select(l => (CellValue[])[l.Group, l.Column.Title, l.Column.Hint, l.Prose.Zh, l.Cite.Clause, l.Kind.ConfirmedBy?.Zh])])
    {
        Title = "填表说明",
        Lines = ["空格表示没有填报，不改动已有记录；填 0 表示没有，并撤回以前从同一格导入的记录。"],
    };
}
