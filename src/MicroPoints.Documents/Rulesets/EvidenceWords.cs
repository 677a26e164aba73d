namespace MicroPoints.Documents;

/// <summary>What kinds of evidence are called on paper; a word that an activities file made up itself is printed as
/// it stands there.</summary>
internal static class EvidenceWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["acceptance-form"] = "验收单",
        ["adoption-letter"] = "采用通知",
        ["agreement"] = "协议书",
        ["approval"] = "批复",
        ["audit-report"] = "审计报告",
        ["certificate"] = "证书",
        ["department-confirmation"] = "部门确认",
        ["document"] = "文件",
        ["investigation-report"] = "调查报告",
        ["link"] = "公开网页",
        ["member-confirmation"] = "会员确认",
        ["minutes"] = "会议纪要",
        ["needs-list"] = "需求清单",
        ["notice"] = "通知",
        ["penalty-decision"] = "处罚决定书",
        ["receipt"] = "收据",
        ["record"] = "工作记录",
        ["register-extract"] = "名录查询结果",
        ["report"] = "报告",
        ["signed-list"] = "签约名单",
        ["summary"] = "活动小结",
        ["survey"] = "测评表",
        ["village-confirmation"] = "村委会确认",
    };

    /// <summary>The word in both languages: a file's words are English.</summary>
    public static Title Title(string word) => new(Of(word), word.Replace('-', ' '));

    public static string Of(string word) => Words.GetValueOrDefault(word, word);

    /// <summary>The word of the file for what a paper prints.</summary>
    public static string Back(string printed) => Words.FirstOrDefault(w => w.Value == printed).Key ?? printed;
}
