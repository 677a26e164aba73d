using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>One draft while it is made.</summary>
internal sealed class DraftInWork(WrittenRules rules, DraftRequest request, KindCatalogue known)
{
    private const string SourceId = "document";
    private readonly DraftNotebook _notebook = new(rules);

    public RulesetDraft Draft(IReadOnlyList<WrittenLine> lines, IReadOnlyList<WrittenTable> read, IReadOnlyList<Sheet> unread,
        IReadOnlyList<(Sheet Sheet, int Heading)> headed)
    {
        var kinds = new KindMatch(known, _notebook);
        var heads = headed.SelectMany(h => h.Sheet.Rows.Where(r => r < h.Heading).SelectMany(r => Texts(h.Sheet, r))).ToList();
        var around = rules.Paragraphs.Concat(heads).Concat(unread.SelectMany(s => s.Rows.SelectMany(r => Sentences(s, r)))).ToList();
        var head = new HeadDraft(_notebook, around, request);
        head.Begin(rules.Paragraphs.Concat(heads));
        var deductions = new DeductionDraft(_notebook, kinds);
        var grades = head.Grades(Cite(null));
        var categories = new LinesDraft(_notebook, new IndicatorDraft(_notebook, kinds), l => Cite(l))
            .Of([.. lines.Where(l => l.Section is RuleSection.Ordinary or RuleSection.Bonus)]);
        var taken = lines.Where(l => l.Section == RuleSection.Deduction)
            .Select((l, i) => deductions.Of(l, $"K{i + 1}", Cite(l))).ToList();
        var limits = lines.Where(l => l.Section == RuleSection.Veto)
            .Select((l, i) => deductions.Limit(l, $"VT{i + 1}", grades.Count > 0 ? grades[^1].Id : null, Cite(l))).ToList();
        var ruleset = new Ruleset
        {
            Id = request.Id,
            Version = $"{request.From.Year}.0-draft",
            Hash = default,
            Title = new Title(request.Title ?? head.Title),
            Authority = "county-federation",
            Adoptable = new DayRange(request.From, request.From.AddMonths(18)),
            Period = PeriodLength.Year,
            Sources = [new Source(SourceId, new Title(head.Title), "待定", request.From)],
            Cite = Cite(null),
            Scale = head.Scale(categories, [.. read.SelectMany(r => r.Totals)]),
            Categories = categories,
            Deductions = taken,
            Limits = limits,
            Grades = grades,
            Ranking = [new RankingKey(RankingBy.Total)],
        };
        foreach (var (place, text, why) in read.SelectMany(r => r.Notes)) _notebook.Ask(place, null, text, null, why);
        foreach (var sheet in unread.Where(s => !head.WasRead(s))) Unread(sheet);
        var sentences = RulesetProse.Lines(ruleset, kinds.Catalogue, new Values(ruleset, new Dictionary<string, SettingValue>()))
            .ToDictionary(l => l.Id, l => l.Text);
        return new RulesetDraft(Mend(ruleset), kinds.Drafted, _notebook.Questions(sentences));
    }

    /// <summary>An overflow to a line that is not there would make the draft unreadable: it is left out and asked.</summary>
    private Ruleset Mend(Ruleset ruleset)
    {
        var targets = ruleset.Leaves.Where(i => i.Score is null).Select(i => i.Id).ToHashSet();
        return ruleset with { Categories = [.. ruleset.Categories.Select(c => c with { Indicators = [.. c.Indicators.Select(Of)] })] };

        Indicator Of(Indicator line)
        {
            if (line.IsGroup) return line with { Indicators = [.. line.Indicators.Select(Of)] };
            if (line.Overflow is not { } over || targets.Contains(over.To)) return line;
            _notebook.Ask("评分标准", line.Id, over.To, null,
                new Title($"超出部分计入的“{over.To}”不在表里", $"'{over.To}', which takes what exceeds, is not there"));
            return line with { Overflow = null };
        }
    }

    private void Unread(Sheet sheet) => _notebook.Ask(rules.IsDocument ? $"第 {sheet.Name[1..]} 张表" : sheet.Name, null,
        string.Join(" | ", Texts(sheet, sheet.Rows[0])), null, new Title(
            $"这张表（{sheet.Rows.Count} 行）不是评分表，没有读入：里面的规定请补写",
            $"this table ({sheet.Rows.Count} rows) is none of rules and was not read: write what it rules"));

    private Cite Cite(WrittenLine? line) => new(SourceId, line is null ? "全文"
        : RuleText.Short(rules.Where(line.Place) + (line.Clause.Length > 0 ? $"，原依据：{line.Clause}" : ""), Limits.NameLengthMax));

    private static IEnumerable<string> Texts(Sheet sheet, int row) =>
        Enumerable.Range(1, sheet.Columns).Select(c => sheet[row, c]?.Text).OfType<string>();

    /// <summary>Each cell, and neighbours as name and rule: that is how grades stand in tables.</summary>
    private static IEnumerable<string> Sentences(Sheet sheet, int row)
    {
        var texts = Texts(sheet, row).ToList();
        return texts.Concat(texts.Zip(texts.Skip(1)).Select(p => $"{p.First}：{p.Second}"));
    }
}
