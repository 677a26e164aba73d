using MicroPoints.Rounds;
using MicroPoints.Standings;

namespace MicroPoints.Web;

/// <summary>The words of a round on screen.</summary>
internal static class RoundWords
{
    public static Title Of(RoundStepKind step) => step switch
    {
        RoundStepKind.Lock => new("锁定数据", "Lock the data"),
        RoundStepKind.Vetting => new("联审（征求意见）", "Vetting"),
        RoundStepKind.Notice => new("公示", "Public notice"),
        RoundStepKind.Objections => new("异议处理", "Objections"),
        RoundStepKind.Decision => new("会议确定", "Decision"),
        RoundStepKind.Seal => new("封存", "Seal"),
        _ => throw new InvalidOperationException("unknown step"),
    };

    /// <summary>How long a notice stands at least.</summary>
    public static Title NoticeOf(RoundProfile profile) => new(
        $"不少于 {profile.NoticeDaysLeast} 个工作日", $"at least {profile.NoticeDaysLeast} working days");

    /// <summary>Whether other bodies are always asked.</summary>
    public static Title VettingOf(RoundProfile profile) => profile.IsVettingRequired
        ? new("必办：登记发函单位和回复", "always: a register of bodies and replies")
        : new("可以不办；办了就要等齐回复", "may be left out; once begun it waits for every reply");

    public static Title Of(RoundStepState state) => state switch
    {
        RoundStepState.Done => new("已完成", "done"),
        RoundStepState.Open => new("现在要办", "to do now"),
        RoundStepState.Waiting => new("等待中", "waiting"),
        RoundStepState.Blocked => new("先办前面的步骤", "after the steps before"),
        RoundStepState.Skipped => new("未办", "skipped"),
        _ => throw new InvalidOperationException("unknown state"),
    };

    public static Title Of(RoundStatus status) => status switch
    {
        RoundStatus.Draft => new("草稿", "draft"),
        RoundStatus.Locked => new("已锁定", "locked"),
        RoundStatus.Vetting => new("联审中", "vetting"),
        RoundStatus.Noticed => new("已公示", "noticed"),
        RoundStatus.Objected => new("有异议待答复", "objected"),
        RoundStatus.Recomputed => new("已重算，待重新公示", "recomputed"),
        RoundStatus.Decided => new("已确定", "decided"),
        RoundStatus.Sealed => new("已封存", "sealed"),
        RoundStatus.Archived => new("已归档", "archived"),
        RoundStatus.Reopened => new("已重新打开", "reopened"),
        RoundStatus.Abandoned => new("已放弃", "abandoned"),
        _ => throw new InvalidOperationException("unknown status"),
    };

    public static Title Of(RoundPurpose purpose) => purpose == RoundPurpose.Annual
        ? new("年度评价", "annual evaluation") : new("预演（不作数）", "rehearsal");

    public static Title Of(VettingReply? reply) => reply switch
    {
        VettingReply.NoObjection => new("无异议", "no objection"),
        VettingReply.Objection => new("有异议", "objection"),
        VettingReply.NoReply => new("未回复", "no reply"),
        _ => new("待回复", "waiting"),
    };

    public static Title Of(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Proposed => new("拟推荐", "proposed"),
        OutcomeStatus.TiedOnLine => new("并列，由会议定", "tied: the meeting decides"),
        OutcomeStatus.PastQuota => new("符合条件，名额已满", "eligible, past the quota"),
        OutcomeStatus.NotEligible => new("不符合条件", "not eligible"),
        OutcomeStatus.Suspended => new("暂停", "suspended"),
        OutcomeStatus.NotOffered => new("未启用", "not offered"),
        OutcomeStatus.NotRanked => new("不参评", "not ranked"),
        _ => throw new InvalidOperationException("unknown status"),
    };

    public static Title Of(PaperKind kind) => kind switch
    {
        PaperKind.VettingLetter => new("征求意见函", "vetting letter"),
        PaperKind.VettingReply => new("回函", "reply to the vetting"),
        PaperKind.Notice => new("公示", "notice"),
        PaperKind.NoticeReport => new("公示情况说明", "report on the notice"),
        PaperKind.Objection => new("异议材料", "objection"),
        PaperKind.ObjectionAnswer => new("异议答复", "answer to an objection"),
        PaperKind.Minutes => new("会议纪要", "minutes"),
        PaperKind.Summary => new("汇总表", "summary table"),
        PaperKind.Announcement => new("通报", "announcement"),
        PaperKind.Other => new("其他", "other"),
        _ => throw new InvalidOperationException("unknown paper"),
    };
}
