namespace MicroPoints.Web;

/// <summary>A refusal as a clerk reads it: what is wrong and what to do instead; the program's own sentence beside it.</summary>
public static class RefusalWords
{
    public static Title Of(Refusal reason, string detail) => Zh(reason) is { } zh ? new Title(zh, Sentence(detail)) : new Title(
        $"没有保存：{detail}", Sentence(detail));

    private static string Sentence(string detail) =>
        detail.Length == 0 ? detail : $"Not saved: {char.ToLowerInvariant(detail[0])}{detail[1..]}.";

    /// <summary>Null where nobody at a form can meet it: the detail then stands alone.</summary>
    private static string? Zh(Refusal reason) => reason switch
    {
        >= Refusal.ExistsWithDifferentNature and <= Refusal.ExistsWithDifferentTarget or Refusal.ExistsWithDifferentContent =>
            "没有保存：这个编号已经用于另一条内容不同的记录。请刷新页面后重新录入。",
        Refusal.ExistsInPredecessor => "没有保存：这一条在合并或拆分前的商会已经记过，已随商会转来。",
        Refusal.ChamberUnknown => "没有保存：名册上没有这家商会，请重新选择。",
        Refusal.ChamberMerged => "没有保存：这家商会已并入其他商会，请记到合并后的商会。",
        Refusal.ChamberSplit => "没有保存：这家商会已拆分，请记到拆分后的商会。",
        Refusal.ChamberDissolved => "没有保存：这家商会已注销或撤销。",
        Refusal.ChamberNameInvalid => "没有保存：商会名称不能为空，也不能含有换行等特殊字符。",
        Refusal.NotAllowed => "没有保存：您的账号不能在这家商会录入。",
        Refusal.NotAnAuthority => "没有保存：这一步要由审定人来做。",
        Refusal.KindUnknown => "没有保存：没有这种积分事项，请重新选择。",
        Refusal.CountOutOfRange => "没有保存：次数应为 1 到 1000000 之间的整数。",
        Refusal.QuantityOutOfRange => "没有保存：数额应大于 0，且不能过大。",
        Refusal.RateInconsistent => "没有保存：满意人数不能多于实际参评人数，实际参评人数不能多于应参评人数。",
        Refusal.ShareInconsistent => "没有保存：已完成数不能多于应完成数。",
        Refusal.OptionUnknown => "没有保存：请从列出的情况中选一项。",
        Refusal.PointsOutOfRange => "没有保存：分值超出允许范围。",
        Refusal.KeyMissing => "没有保存：请填写对象（项目、案件或单位的名称或编号），同一对象只计一次。",
        Refusal.KeyInvalid => "没有保存：对象只能用文字、数字和 . _ : -，不能有空格和其他符号，最多 64 个字。",
        Refusal.ReasonMissing => "没有保存：请写明理由，商会能看到这句话。",
        Refusal.ReasonTooLong => "没有保存：说明太长了，请写短一些。",
        Refusal.TextNotPlain => "没有保存：文字里有看不见的控制字符，请重新输入。",
        Refusal.OnInFuture => "没有保存：日期在今天之后，事情发生后再录入。",
        Refusal.OnTooEarly => "没有保存：日期太早，请检查年份。",
        Refusal.ExpiresTooEarly => "没有保存：失效日期应在开始日期之后。",
        Refusal.PeriodClosed => "没有保存：这一年度已经封账。需要补录的，请审定人开放补录。",
        Refusal.EntryNotFound => "没有保存：台账里没有这一条。",
        Refusal.EntryIsReversal => "没有保存：这一条本身就是更正，不能再撤销；需要时请重新录入。",
        Refusal.EntryIsNoActivity => "没有保存：只有积分事项可以撤销。",
        Refusal.EntryAlreadyReversed => "没有保存：这一条已经撤销过了。",
        Refusal.NothingAdopted => "还没有采用积分办法：请先在“积分办法”里采用。",
        Refusal.SelectionReasonMissing => "没有保存：与拟推荐名单不一致的，每一家都要写明理由。",
        Refusal.SelectionIneligible => "没有保存：会议只能在符合条件的商会中选择。",
        Refusal.SelectionOverQuota => "没有保存：入选的超过名额，请先取消一家并写明理由。",
        Refusal.VettingIncomplete => "没有保存：联审还没有办完：登记发函单位，每个单位登记回复，没有回复的注明原因。",
        Refusal.NoticeMissing => "没有保存：还没有公示。公示期满后再由会议确定。",
        Refusal.NoticeOutdated => "没有保存：公示后结果有变动，需要重新公示。",
        Refusal.NoticeRunning => "没有保存：公示期还没有满，期满后的第二天起才能确定。",
        Refusal.NoticeDaysOutOfRange => "没有保存：公示的工作日数比本次评价要求的少，请改成不少于要求的天数。",
        Refusal.ProfileUnsupported => $"没有保存：公示应为 {Limits.NoticeDaysMin} 到 {Limits.NoticeDaysOfProfileMax} 个工作日。",
        Refusal.ObjectionUnanswered => "没有保存：还有异议没有答复。",
        Refusal.ChamberOnHold => "没有保存：有单位对入选的商会提出异议，请先解除暂缓，或者不予推荐并写明理由。",
        Refusal.RoundExists => "没有保存：这个编号已经用过了，请换一个。",
        Refusal.RoundWrongState => "没有保存：这一步现在不能办，请刷新页面看看进度。",
        Refusal.RoundStepIncomplete => "没有保存：还有必填的内容没有填写。",
        Refusal.ResultNotGiven => "没有保存：本次评价没有给这家商会这个等次或结果事项，请重新选择。",
        Refusal.ResultOfRehearsal => "没有保存：这是预演，结果不作数，不能运用。",
        Refusal.UseUnknown => "没有保存：没有这条运用记录。",
        Refusal.UseWithdrawnAlready => "没有保存：这条运用记录已经撤回过了。",
        Refusal.UseRequestMissing => "没有保存：参阅信息要有书面请求才能提供，请填写来函的文号。",
        Refusal.ScanEmpty => "没有保存：这个文件是空的，请重新选择。",
        Refusal.ScanTooLarge => "没有保存：文件超过 20 MB。请降低扫描的分辨率或色彩，或者拆成几份。",
        Refusal.ScanFormatUnknown => "没有保存：文件内容不是 PDF、JPG、PNG 或 Word（docx）。请另存为其中一种再上传。",
        Refusal.ScansNotKept => "没有保存：数据存在数据库里时不保存扫描件，请自行保管原件。",
        Refusal.DecisionIncomplete => "没有保存：请填写会议、纪要号和结论。",
        Refusal.RulesetNotAdoptable => "没有锁定：现在的积分办法版本不能用于这一天锁定。",
        Refusal.AccountUnknown => "没有保存：没有这个账号。",
        Refusal.AccountNameMissing => "没有保存：请填写姓名，本人用它登录。",
        Refusal.AccountNameTaken => "没有保存：已有同名的账号，请加上区分，例如科室。",
        Refusal.AccountClosed => "没有保存：这个账号已经停用，请先重新启用。",
        Refusal.AccountNotClosed => "没有保存：这个账号没有停用。",
        Refusal.LastApprover => "没有保存：这是最后一个能登录的审定人账号，请先让另一位审定人设好密码。",
        Refusal.RoleUnchanged => "没有保存：已经是这个角色了。",
        Refusal.ChamberLinkUnknown => "没有这个商会链接，可能已经刷新过，请看列表。",
        Refusal.ChamberLinkRevoked => "这个商会链接已经撤销过了。",
        Refusal.HeadMoved => "没有保存：别人同时改了这家商会的记录，请再提交一次。",
        _ => null,
    };
}
