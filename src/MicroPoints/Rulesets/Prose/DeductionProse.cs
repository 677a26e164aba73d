namespace MicroPoints.Rulesets;

/// <summary>Deductions in words.</summary>
internal static class DeductionProse
{
    public static IReadOnlyList<KindId> Kinds(Deduction line) =>
        line.While is { } state ? [state.State] : [.. line.Counts.Select(c => c.Kind).Distinct()];

    public static Title Of(Deduction line, ProseNames names) => CountedProse.Line(line.Title, [Standard(line, names)]);

    /// <summary>What is taken, for what, and which indicators it brings to zero.</summary>
    public static Title Standard(Deduction line, ProseNames names)
    {
        var by = CountedProse.Of(Kinds(line), names) ?? new Title("按本地选定的事项计", "by the kinds that the region sets");
        List<Title> parts = [new Title($"{by.Zh}，{Taken(line, names).Zh}", $"{by.EnOrZh}: {Taken(line, names).EnOrZh}")];
        if (line.ZeroesByKey) parts.Add(new Title("所涉事项的指标计零", "the indicators that count what it concerns come to zero"));
        else if (line.ZeroesKinds.Count > 0) parts.Add(new Title(
            $"{Title.Quote(string.Join("、", line.ZeroesKinds.Select(k => names.Kind(k).Zh)))}的指标计零",
            $"the indicators of {string.Join(", ", line.ZeroesKinds.Select(k => names.Kind(k).EnOrZh))} come to zero"));
        return CountedProse.Join([.. parts, .. CountedProse.Narrowed(line.Counts, line.CountsSetting, names)]);
    }

    private static Title Taken(Deduction line, ProseNames names)
    {
        var taken = line.While is { } state ? While(state, names)
            : line.Each is { Reference: null, Hundredths: 0 } or null ? new Title("不另扣分", "nothing else is taken")
            : new Title($"每次扣 {Less(line.Each.Value)} 分", $"less {LessEn(line.Each.Value)} each");
        return line.Cap is { } cap
            ? new Title($"{taken.Zh}，最多扣 {Less(cap)} 分", $"{taken.EnOrZh}, {LessEn(cap)} at most") : taken;

        string Less(Number number) => Sign(names.Number(number));
        string LessEn(Number number) => Sign(names.NumberEn(number));
    }

    private static Title While(WhileState state, ProseNames names)
    {
        var options = names.List(state.Is, o => names.Option(state.State, o));
        return new Title($"{options.Zh}期间扣 {Sign(names.Number(state.Points))} 分",
            $"less {Sign(names.NumberEn(state.Points))} while it is {options.EnOrZh}");
    }

    /// <summary>What is taken is written without its sign; of dated values each has one.</summary>
    private static string Sign(string number) => number.Replace(" -", " ", StringComparison.Ordinal)
        .Replace("(-", "(", StringComparison.Ordinal).TrimStart('-');
}
