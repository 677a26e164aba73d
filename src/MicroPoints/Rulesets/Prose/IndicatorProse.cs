namespace MicroPoints.Rulesets;

/// <summary>Categories and indicators in words.</summary>
internal static class IndicatorProse
{
    public static Title OfCategory(Category line, ProseNames names)
    {
        List<Title> parts = [];
        if (line.Bonus) parts.Add(new Title("加分", "bonus"));
        if (Most(line.Cap, names) is { } most) parts.Add(most);
        if (line.RedistributeAtMost is { } times) parts.Add(new Title(
            $"有指标不适用的，其余按比例放大，最多 {names.Number(times)} 倍",
            $"where indicators do not apply the rest is scaled up, {names.NumberEn(times)} times at most"));
        return CountedProse.Line(line.Title, parts);
    }

    public static Title Of(Indicator line, ProseNames names)
    {
        List<Title> parts = [Standard(line, names), .. Around(line, names)];
        if (Most(line.Cap, names) is { } most) parts.Add(most);
        return CountedProse.Line(line.Title, parts);
    }

    /// <summary>What it counts and for how much.</summary>
    public static Title Standard(Indicator line, ProseNames names)
    {
        List<KindId> kinds = [.. line.CountedKinds];
        var counts = CountedProse.Of(kinds, names);
        var score = line.Score is { } function ? ScoreProse.Of(function, kinds, names) : null;
        var scored = (counts, score) is ({ } by, { } how)
            ? new Title($"{by.Zh}，{how.Zh}", $"{by.EnOrZh}: {how.EnOrZh}") : counts ?? score;
        return CountedProse.Join(CountedProse.Narrowed(line.Counts, line.CountsSetting, names).Prepend(scored ?? new Title("")));
    }

    /// <summary>Where points go that its cap cuts off, where its own come from, and whether it may not apply.</summary>
    public static IEnumerable<Title> Around(Indicator line, ProseNames names)
    {
        var from = names.Ruleset.AllIndicators.Where(i => i.Overflow?.To == line.Id).Select(i => i.Id).ToList();
        if (line is { IsGroup: false, Score: null }) yield return new Title(
            $"不单独计分，计入{string.Join("、", from)}超出最高分的部分", $"scores what exceeds the cap of {string.Join(", ", from)}");
        if (line.Overflow is { } over) yield return over.Each is { } each
            ? new Title($"超出最高分的，每个对象另计 {names.Number(each)} 分，计入{over.To}",
                $"of what exceeds the cap each key counts {names.NumberEn(each)} for {over.To}")
            : new Title($"超出最高分的部分计入{over.To}", $"what exceeds the cap counts for {over.To}");
        if (line.MayBeNotApplicable) yield return new Title(
            "本期没有这类情形的，可以确认为不适用", "may be declared not applicable where nothing of the kind can happen");
    }

    private static Title? Most(Number? cap, ProseNames names) => cap is { } most
        ? new Title($"最高 {names.Number(most)} 分", $"at most {names.NumberEn(most)}") : null;
}
