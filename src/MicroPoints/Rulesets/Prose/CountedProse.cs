namespace MicroPoints.Rulesets;

/// <summary>Which kinds a line counts, and what it counts of each.</summary>
internal static class CountedProse
{
    /// <summary>按“A、B”计; null where nothing is counted.</summary>
    public static Title? Of(IReadOnlyList<KindId> kinds, ProseNames names) => kinds.Count == 0 ? null : new Title(
        $"按{Title.Quote(string.Join("、", kinds.Select(k => names.Kind(k).Zh)))}计",
        $"by {string.Join(", ", kinds.Select(k => names.Kind(k).EnOrZh))}");

    /// <summary>What of a kind counts, and for how much, where that is not all and once.</summary>
    public static IEnumerable<Title> Narrowed(IReadOnlyList<Counted> counts, string? setting, ProseNames names)
    {
        foreach (var counted in counts.Where(c => c is not { Weight: null, Option: null, Key: null }))
        {
            List<Title> parts = [];
            if (counted.Option is { } option) parts.Add(new Title(
                $"只计{names.Option(counted.Kind, option).QuotedZh}", $"only {names.Option(counted.Kind, option).EnOrZh}"));
            if (counted.Key is { } key) parts.Add(new Title($"只计对象“{key}”", $"only the key {key}"));
            if (counted.Weight is { } weight) parts.Add(new Title(
                $"按 {names.Number(weight)} 倍折算", $"each counts {names.NumberEn(weight)} times"));
            var kind = names.Kind(counted.Kind);
            yield return new Title($"{kind.QuotedZh}{string.Join("，", parts.Select(p => p.Zh))}",
                $"of {kind.EnOrZh} {string.Join(", ", parts.Select(p => p.EnOrZh))}");
        }
        if (setting is not null) yield return new Title($"计哪些由采用的地方选定（{names.Setting(setting).Zh}）",
            $"which kinds is for the adopting region to set ({names.Setting(setting).EnOrZh})");
    }

    /// <summary>Parts of a sentence, the Chinese and the English.</summary>
    public static Title Join(IEnumerable<Title> parts)
    {
        var all = parts.Where(p => p.Zh.Length > 0).ToList();
        return new Title(string.Join("；", all.Select(p => p.Zh)), string.Join("; ", all.Select(p => p.EnOrZh)));
    }

    /// <summary>A title, a colon, and parts; only the title where there are none.</summary>
    public static Title Line(Title title, IEnumerable<Title> parts)
    {
        var text = Join(parts);
        return text.Zh.Length == 0 ? title : new Title($"{title.Zh}：{text.Zh}", $"{title.EnOrZh}: {text.EnOrZh}");
    }
}
