using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Every scoring function as a phrase in both languages.</summary>
internal static class ScoreProse
{
    public static Title Of(Score score, IReadOnlyList<KindId> kinds, ProseNames names)
    {
        return score switch
        {
            Score.Flag s => new($"是的，{N(s.Points)} 分", $"{E(s.Points)} where true"),
            Score.Option s => new(Zh(s.Options), En(s.Options)),
            Score.PerCount s => new($"每次（每件）{N(s.Points)} 分", $"{E(s.Points)} each"),
            Score.PerPeriod s => s.Each == PeriodPart.Quarter
                ? new($"有记录的每季度 {N(s.Points)} 分", $"{E(s.Points)} for each quarter with one")
                : new($"有记录的每月 {N(s.Points)} 分", $"{E(s.Points)} for each month with one"),
            Score.PerQuantity s => PerQuantity(s, kinds, names),
            Score.FromFull s =>
                new($"基础 {N(s.Points)} 分，每次扣 {N(s.Minus)} 分，扣完为止",
                $"from {E(s.Points)}, less {E(s.Minus)} each, not below 0"),
            Score.InProportion s =>
                With(new($"按比例计，满分 {N(s.Points)} 分", $"in proportion, full {E(s.Points)}"), s.ParticipationAtLeast,
                names),
            Score.ByTier s => With(ByTier(s, kinds, names), s.ParticipationAtLeast, names),
            Score.Highest s => new($"就高不重复：{Zh(s.Options)}", $"highest only: {En(s.Options)}"),
            Score.OncePerKey s => new(
                $"每个对象只计最高一项：{Zh(s.Options)}{(s.AcrossPeriods ? "；以前各期已计的，只补差额" : "")}",
                $"each key once, at its best: {En(s.Options)}"
                + (s.AcrossPeriods ? "; of what earlier periods credited only the increase" : "")),
            Score.Discretionary s => new($"每项 {N(s.From)}–{N(s.To)} 分，须说明理由", $"{E(s.From)}–{E(s.To)} each, with a reason"),
            Score.AgainstPeers s => new($"在可比商会中按位置计 {N(s.Base)}–{N(s.Points)} 分，不足比较的计 {N(s.Fallback)} 分",
                $"between {E(s.Base)} and {E(s.Points)} among peers, {E(s.Fallback)} where there are too few"),
            Score.Checklist s => Checklist(s, names),
            _ => throw new InvalidOperationException("unknown scoring function"),
        };

        string N(Number number) => names.Number(number);
        string E(Number number) => names.NumberEn(number);
        string Zh(IReadOnlyList<OptionPoints> options) =>
            string.Join("、", options.Select(o => $"{names.Option(kinds, o.Option).Zh} {N(o.Points)} 分"));
        string En(IReadOnlyList<OptionPoints> options) =>
            string.Join(", ", options.Select(o => $"{names.Option(kinds, o.Option).EnOrZh} {E(o.Points)}"));
    }

    /// <summary>Of a rate or share the tiers are percents.</summary>
    private static Title ByTier(Score.ByTier score, IReadOnlyList<KindId> kinds, ProseNames names)
    {
        var percent = kinds.Any(k => names.Kinds.Find(k)?.Measure is MeasureType.Rate or MeasureType.Share) ? "%" : "";
        var zh = score.Tiers.Select(t => $"{names.Number(t.AtLeast)}{percent}及以上 {names.Number(t.Points)} 分");
        var en = score.Tiers.Select(t => $"{names.NumberEn(t.AtLeast)}{percent} and more {names.NumberEn(t.Points)}");
        return new Title($"分档：{string.Join("，", zh)}", $"by tier: {string.Join(", ", en)}");
    }

    private static Title PerQuantity(Score.PerQuantity score, IReadOnlyList<KindId> kinds, ProseNames names)
    {
        string[] units = [.. kinds.Select(k => names.Kinds.Find(k)?.Unit).OfType<string>().Where(u => u.Length > 0).Distinct()];
        var (zh, en) = score.Rounding switch
        {
            Rounding.Up => ("不足的按一份计", "a part counts as a whole"),
            Rounding.HalfUp => ("不足的四舍五入", "parts rounded half up"),
            _ => ("不足的舍去", "parts dropped"),
        };
        return new Title($"每 {names.Number(score.Every)}{In("或")}计 {names.Number(score.Points)} 分，{zh}",
            $"{names.NumberEn(score.Points)} for every {names.NumberEn(score.Every)}{In(" or ")}, {en}");

        string In(string or) => units.Length == 0 ? "" : $" {string.Join(or, units)}";
    }

    /// <summary>Items with points add their own; the plain ones share what the list gives.</summary>
    private static Title Checklist(Score.Checklist list, ProseNames names)
    {
        var own = list.Items.Where(i => i.Points is not null).ToList();
        var plain = list.Items.Count - own.Count;
        var zh = $"清单 {list.Items.Count} 项{(list.Points is { } all && own.Count == 0 ? $"，共 {names.Number(all)} 分" : "")}";
        var en = $"a checklist of {list.Items.Count}"
            + (list.Points is { } most && own.Count == 0 ? $", {names.NumberEn(most)} in all" : "");
        if (own.Count > 0)
        {
            zh += $"，分别计分：{string.Join("、", own.Select(i => $"{names.Kind(i.Kind).QuotedZh} {names.Number(i.Points!.Value)} 分"))}";
            en += $": {string.Join(", ", own.Select(i => $"{names.Kind(i.Kind).EnOrZh} {names.NumberEn(i.Points!.Value)}"))}";
        }
        if (own.Count > 0 && plain > 0 && list.Points is { } shared)
        {
            zh += $"；其余 {plain} 项按符合的比例计，共 {names.Number(shared)} 分";
            en += $"; the other {plain} in proportion, {names.NumberEn(shared)} in all";
        }
        return new Title(zh, en);
    }

    private static Title With(Title title, Number? participation, ProseNames names) => participation is { } least
        ? new($"{title.Zh}；参评率不低于 {names.Number(least)}%", $"{title.EnOrZh}; participation at least {names.NumberEn(least)} %")
        : title;
}
