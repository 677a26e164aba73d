using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Puts lines into categories and groups, and compares what is stated with what they add up to.</summary>
internal sealed class LinesDraft(DraftNotebook notebook, IndicatorDraft indicators, Func<WrittenLine, Cite> cite)
{
    private static readonly Title NoCategory = new("积分项目", "Points");

    public IReadOnlyList<Category> Of(IReadOnlyList<WrittenLine> lines)
    {
        List<Category> categories = [];
        // Lines without a category of their own stand in one that the draft makes.
        foreach (var group in lines.GroupBy(l => (Name: l.Names.Count > 1 ? l.Names[0].Text : NoCategory.Zh, l.Section)))
        {
            var letter = Letter(categories.Count);
            var inside = Inside([.. group], 1, letter);
            var stated = group.Where(l => l.Names.Count > 1).Select(l => l.Names[0].Points).FirstOrDefault(p => p is not null);
            var id = notebook.Id($"c{categories.Count + 1}");
            var cap = Cap(group.First(), id, group.Key.Name, stated, inside);
            categories.Add(new Category(id, new Title(group.Key.Name), cap, group.Key.Section == RuleSection.Bonus,
                null, inside, cite(group.First())));
        }
        return categories;
    }

    private IReadOnlyList<Indicator> Inside(IReadOnlyList<WrittenLine> lines, int depth, string prefix)
    {
        List<Indicator> made = [];
        string Next() => depth == 1 ? $"{prefix}{made.Count + 1}" : $"{prefix}-{made.Count + 1}";
        // A line and a group of one name stand apart: the key of a line is itself.
        foreach (var group in lines.GroupBy(l => l.Names.Count > depth + 1 ? (object)l.Names[depth].Text : l))
        {
            var first = group.First();
            if (first.Names.Count <= depth + 1) { made.Add(indicators.Of(first, Next(), cite(first))); continue; }
            var id = notebook.Id(Next());
            var inside = Inside([.. group], depth + 1, id);
            var stated = group.Select(l => l.Names[depth].Points).FirstOrDefault(p => p is not null);
            made.Add(new Indicator
            {
                Id = id,
                Title = new Title(first.Names[depth].Text),
                Cite = cite(first),
                Cap = Cap(first, id, first.Names[depth].Text, stated, inside),
                Indicators = inside,
            });
        }
        return made;
    }

    /// <summary>What is stated; else what the lines add up to, where each is bounded.</summary>
    private Number? Cap(WrittenLine line, string id, string name, Points? stated, IReadOnlyList<Indicator> inside)
    {
        Points? sum = inside.All(i => i.Cap is not null) ? new Points(inside.Sum(i => i.Cap!.Value.Hundredths)) : null;
        if (stated is { } said && sum is { } added && said != added && line.Section != RuleSection.Bonus)
            notebook.Ask(line.Place, null, $"{name}（{said} 分）", new Title($"最高 {said} 分", $"at most {said}"), new Title(
                $"“{name}”写明 {said} 分，各项相加是 {added} 分：请核对", $"'{name}' states {said}, its lines add up to {added}: check them"));
        return (stated ?? sum) is { } cap ? Number.Of(cap) : null;
    }

    /// <summary>A, B … Z, AA: what the ids of a category's lines begin with.</summary>
    private static string Letter(int at) => CellPlace.ColumnName(at + 1);
}
