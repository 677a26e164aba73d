using System.Collections.Frozen;

namespace MicroPoints.Rulesets;

/// <summary>What people call the words of a ruleset's head; one that a file made up itself is read as it stands there.</summary>
public static class RulesetWords
{
    private static readonly FrozenDictionary<string, Title> Authorities = new Dictionary<string, Title>
    {
        ["county-federation"] = new("县级工商联", "county federation of industry and commerce"),
        ["city-federation"] = new("市级工商联", "city federation of industry and commerce"),
        ["province-federation"] = new("省级工商联", "provincial federation of industry and commerce"),
        ["civil-affairs"] = new("民政部门", "civil affairs department"),
        ["social-work"] = new("党委社会工作部门", "Party social work department"),
        ["united-front"] = new("党委统战部门", "Party united front department"),
        ["market-regulation"] = new("市场监管部门", "market regulation department"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Title> Groups = new Dictionary<string, Title>
    {
        ["township"] = new("乡镇商会", "township chambers"),
        ["street"] = new("街道商会", "street chambers"),
        ["village"] = new("村级商会", "village chambers"),
        ["industry"] = new("行业商会", "industry chambers"),
        ["out-of-town"] = new("异地商会", "out-of-town chambers"),
        ["park"] = new("园区商会", "park chambers"),
    }.ToFrozenDictionary();

    public static Title Authority(string id) => Authorities.GetValueOrDefault(id) ?? new Title(id);

    public static Title PeerGroup(string id) => Groups.GetValueOrDefault(id) ?? new Title(id);

    public static Title Period(PeriodLength period) => period switch
    {
        PeriodLength.TwoYears => new Title("每两年", "every two years"),
        PeriodLength.Quarter => new Title("每季度", "every quarter"),
        _ => new Title("每年度", "every year"),
    };

    public static Title Outcome(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Award => new Title("推荐", "award"),
        OutcomeKind.Support => new Title("支持", "support"),
        OutcomeKind.Invitation => new Title("邀请", "invitation"),
        OutcomeKind.Reference => new Title("参考意见", "reference opinion"),
        OutcomeKind.FollowUp => new Title("帮扶跟进", "follow-up"),
        _ => throw new InvalidOperationException("unknown kind of outcome"),
    };

    /// <summary>Which chambers it is for.</summary>
    public static Title Applies(AppliesTo applies)
    {
        var groups = applies.PeerGroups.Select(PeerGroup).ToList();
        var (zh, en) = groups.Count == 0 ? ("全部商会", "all chambers")
            : (string.Join("、", groups.Select(g => g.Zh)), string.Join(", ", groups.Select(g => g.EnOrZh)));
        if (applies.ApplicantsOnly) (zh, en) = ($"{zh}中提出申请的", $"{en} that applied");
        return applies.RegisteredForAtLeast is { } least
            ? new Title($"{zh}，登记须满 {ProseNames.Zh(least)}", $"{en}, registered for at least {least}") : new Title(zh, en);
    }

    /// <summary>How equals are told apart.</summary>
    public static Title Ranking(Ruleset ruleset, ProseNames names)
    {
        List<Title> keys = [.. ruleset.Ranking.Select(k => Key(k, names))];
        if (keys.Count == 0) keys.Add(new Title("总分", "the total"));
        return new Title(
            $"位次依次比较{string.Join("、", keys.Select(k => k.Zh))}；都相同的并列，同列一个位次，后面的位次相应空出。",
            $"Places are told apart by {string.Join(", then ", keys.Select(k => k.EnOrZh))}; "
            + "equals share a place, and as many after it stay empty.");
    }

    private static Title Key(RankingKey key, ProseNames names) => key.By switch
    {
        RankingBy.Category => names.Subject(Subject.Category, key.Id),
        RankingBy.Indicator => names.Subject(Subject.Indicator, key.Id),
        RankingBy.Attribute => Attribute(key, names.Subject(Subject.Attribute, key.Id)),
        _ => new Title("总分", "the total"),
    };

    private static Title Attribute(RankingKey key, Title title) => new(
        $"{title.Zh}（{(key.Ascending ? "小的在前" : "大的在前")}{(key.MissingFirst ? "，未登记的在前" : "")}）",
        $"{title.EnOrZh} ({(key.Ascending ? "smaller" : "greater")} first{(key.MissingFirst ? ", unrecorded first" : "")})");
}
