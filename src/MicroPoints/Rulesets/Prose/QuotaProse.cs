namespace MicroPoints.Rulesets;

/// <summary>How many may have a grade or an outcome, in words.</summary>
public static class QuotaProse
{
    public static Title Of(Quota quota, ProseNames names)
    {
        var (within, withinEn) = quota.Within switch
        {
            Within.County => ("全县", "in the county"),
            Within.City => ("全市", "in the city"),
            Within.Province => ("全省", "in the province"),
            _ => ("本次评价范围", "in the scope of the round"),
        };
        var of = quota.Of == QuotaOf.Ranked ? new Title("参评商会", "ranked chambers") : new Title("符合条件商会", "eligible chambers");
        var (rounding, roundingEn) = quota.Rounding switch
        {
            Rounding.Up => ("，不足一家的进为一家", ", rounded up"),
            Rounding.Down => ("，不足一家的舍去", ", rounded down"),
            _ => ("，四舍五入", ", rounded half up"),
        };
        var (zh, en) = quota.Percent is { } percent
            ? ($"{within}{of.Zh}的 {names.Number(percent)}%{rounding}",
                $"{names.NumberEn(percent)} % of the {of.EnOrZh} {withinEn}{roundingEn}")
            : ($"{within} {names.Number(quota.Count!.Value)} 家", $"{names.NumberEn(quota.Count!.Value)} {withinEn}");
        return quota.AtLeast is { } least
            ? new Title($"名额为{zh}，不少于 {names.Number(least)} 家", $"quota {en}, at least {names.NumberEn(least)}")
            : new Title($"名额为{zh}", $"quota {en}");
    }

    public static Title Of(Ties ties) => ties switch
    {
        Ties.ExpandQuota => new Title("名额线上并列的都列入", "those tied on the line all come in"),
        Ties.Exclude => new Title("名额线上并列的都不列入", "those tied on the line all stay out"),
        _ => new Title("名额线上并列的由会议研究", "a meeting decides among those tied on the line"),
    };
}
