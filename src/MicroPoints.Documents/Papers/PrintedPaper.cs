namespace MicroPoints.Documents;

/// <summary>A paper that is printed from a round, to be signed and stamped by hand.</summary>
public enum PrintedPaper
{
    /// <summary>年度申报（自评）表.</summary>
    SelfAssessment = 1,

    /// <summary>征求意见函, with a reply slip for each body.</summary>
    VettingLetter = 2,

    /// <summary>汇总表, A3 lying.</summary>
    Summary = 3,

    /// <summary>公示.</summary>
    Notice = 4,

    /// <summary>公示情况说明.</summary>
    NoticeReport = 5,

    /// <summary>会议议题材料.</summary>
    Meeting = 6,

    /// <summary>通报.</summary>
    Announcement = 7,

    /// <summary>致商会得分反馈单, of one chamber.</summary>
    Feedback = 8,

    /// <summary>情况汇报, on one page.</summary>
    Briefing = 9,
}

/// <summary>The names of papers: to people, in addresses and on the command line.</summary>
public static class PaperNames
{
    public static Title Title(this PrintedPaper paper) => paper switch
    {
        PrintedPaper.SelfAssessment => new("申报（自评）表", "self-assessment form"),
        PrintedPaper.VettingLetter => new("征求意见函和回执", "vetting letters and reply slips"),
        PrintedPaper.Summary => new("汇总表（A3）", "summary table (A3)"),
        PrintedPaper.Notice => new("公示", "public notice"),
        PrintedPaper.NoticeReport => new("公示情况说明", "report on the notice"),
        PrintedPaper.Meeting => new("会议议题材料", "material for the meeting"),
        PrintedPaper.Announcement => new("通报", "announcement of the results"),
        PrintedPaper.Feedback => new("致商会得分反馈单", "feedback slip to a chamber"),
        PrintedPaper.Briefing => new("情况汇报", "one-page briefing"),
        _ => throw new InvalidOperationException("unknown paper"),
    };

    /// <summary>Whether it prints what vetting bodies said, which may name people.</summary>
    public static bool TellsWords(this PrintedPaper paper) => paper == PrintedPaper.Meeting;

    /// <summary>Such as <c>notice-report</c>.</summary>
    public static string Slug(this PrintedPaper paper) =>
        string.Concat(paper.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Null where no paper is called so.</summary>
    public static PrintedPaper? Find(string? slug) =>
        Enum.GetValues<PrintedPaper>().Cast<PrintedPaper?>().FirstOrDefault(p => p!.Value.Slug() == slug);
}
