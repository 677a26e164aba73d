namespace MicroPoints.Rulesets;

/// <summary>Every scoring function as a phrase in both languages.</summary>
internal static class ScoreProse
{
    public static Title Of(Score score, IReadOnlyList<KindId> kinds, ProseNames names)
    {
        return score switch
        {
            Score.Flag s => new($"是的，{N(s.Points)} 分", $"{N(s.Points)} where true"),
            Score.Option s => new(Zh(s.Options), En(s.Options)),
            Score.PerCount s => new($"每次（每件）{N(s.Points)} 分", $"{N(s.Points)} each"),
            Score.PerPeriod s => s.Each == PeriodPart.Quarter
                ? new($"有记录的每季度 {N(s.Points)} 分", $"{N(s.Points)} for each quarter with one")
                : new($"有记录的每月 {N(s.Points)} 分", $"{N(s.Points)} for each month with one"),
            Score.PerQuantity s => new($"每 {N(s.Every)} 计 {N(s.Points)} 分", $"{N(s.Points)} for every {N(s.Every)}"),
            Score.FromFull s =>
                new($"基础 {N(s.Points)} 分，每次扣 {N(s.Minus)} 分，扣完为止",
                $"from {N(s.Points)}, less {N(s.Minus)} each, not below 0"),
            Score.InProportion s =>
                With(new($"按比例计，满分 {N(s.Points)} 分", $"in proportion, full {N(s.Points)}"), s.ParticipationAtLeast,
                names),
            Score.ByTier s =>
                With(new($"分档：{Tiers(s.Tiers, "及以上", " 分")}", $"by tier: {Tiers(s.Tiers, " and more", "")}"),
                s.ParticipationAtLeast, names),
            Score.Highest s => new($"就高不重复：{Zh(s.Options)}", $"highest only: {En(s.Options)}"),
            Score.OncePerKey s => new($"每个对象只计最高一项：{Zh(s.Options)}", $"each key once, at its best: {En(s.Options)}"),
            Score.Discretionary s => new($"每项 {N(s.From)}–{N(s.To)} 分，须说明理由", $"{N(s.From)}–{N(s.To)} each, with a reason"),
            Score.AgainstPeers s => new($"在可比商会中按位置计 {N(s.Base)}–{N(s.Points)} 分，不足比较的计 {N(s.Fallback)} 分",
                $"between {N(s.Base)} and {N(s.Points)} among peers, {N(s.Fallback)} where there are too few"),
            Score.Checklist s =>
                new($"清单 {s.Items.Count} 项{(s.Points is { } p ? $"，共 {N(p)} 分" : "")}",
                $"a checklist of {s.Items.Count}{(s.Points is { } q ? $", {N(q)} in all" : "")}"),
            _ => throw new InvalidOperationException("unknown scoring function"),
        };

        string N(Number number) => names.Number(number);
        string Zh(IReadOnlyList<OptionPoints> options) =>
            string.Join("、", options.Select(o => $"{names.Option(kinds, o.Option).Zh} {N(o.Points)} 分"));
        string En(IReadOnlyList<OptionPoints> options) =>
            string.Join(", ", options.Select(o => $"{names.Option(kinds, o.Option).EnOrZh} {N(o.Points)}"));
        string Tiers(IReadOnlyList<Tier> tiers, string from, string unit) =>
            string.Join("，", tiers.Select(t => $"{N(t.AtLeast)}{from} {N(t.Points)}{unit}"));
    }

    private static Title With(Title title, Number? participation, ProseNames names) => participation is { } least
        ? new($"{title.Zh}；参评率不低于 {names.Number(least)}%", $"{title.EnOrZh}; participation at least {names.Number(least)} %")
        : title;
}
