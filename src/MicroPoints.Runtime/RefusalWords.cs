namespace MicroPoints.Runtime;

/// <summary>A refusal as a clerk reads it: what is wrong and what to do instead; the program's own sentence beside it.</summary>
public static class RefusalWords
{
    private const string NotSaved = "没有保存：";

    public static Title Of(Refusal reason, string detail) => Zh(reason) is { } zh ? new Title(zh, Sentence(detail)) : new Title(
        $"{NotSaved}{detail}", Sentence(detail));

    /// <summary>The same beside a cell of a table, where the place is said and the table is sent again as a whole.</summary>
    public static Title InTable(Refusal reason, string detail) =>
        new(OfTable(reason) ?? Zh(reason)?.Replace(NotSaved, "", StringComparison.Ordinal).TrimEnd('。') ?? $"不能登记：{detail}", detail);

    /// <summary>The same of something that was only asked, so that nothing could be saved.</summary>
    public static Title OfQuestion(Refusal reason, string detail) => new(
        Zh(reason) is { } known ? known.Replace(NotSaved, "", StringComparison.Ordinal) : detail, detail);

    private static string Sentence(string detail) =>
        detail.Length == 0 ? detail : $"Not saved: {char.ToLowerInvariant(detail[0])}{detail[1..]}.";

    /// <summary>Null where nobody at a form can meet it: the detail then stands alone.</summary>
    private static string? Zh(Refusal reason) => OfRecord(reason) ?? OfRound(reason) ?? OfSetting(reason);

    /// <summary>Where something else is to be done about it in a table than at a form.</summary>
    private static string? OfTable(Refusal reason) => reason switch
    {
        Refusal.ChamberUnknown => "名册中没有这家商会，请先登记",
        Refusal.BatchTooLarge => $"一家商会一次最多登记 {Limits.BatchMax} 条，请拆成几张表",
        Refusal.EntryNotFound => "原来的记录找不到了，请重新预览",
        Refusal.EntryAlreadyReversed => "原来的记录刚被别人撤销，请重新预览",
        Refusal.HeadMoved => "这家商会的台账刚被别人改动，请重新预览",
        _ => null,
    };

    /// <summary>What recording, correcting, importing and the register refuse.</summary>
    private static string? OfRecord(Refusal reason) => reason switch
    {
        >= Refusal.ExistsWithDifferentNature and <= Refusal.ExistsWithDifferentTarget or Refusal.ExistsWithDifferentContent =>
            "没有保存：这个编号已经用于另一条内容不同的记录。请刷新页面后重新录入。",
        Refusal.ExistsInPredecessor => "没有保存：这一条在合并或拆分前的商会已经记过，已随商会转来。",
        Refusal.ChamberUnknown => "没有保存：名册上没有这家商会，请重新选择。",
        Refusal.ChamberMerged => "没有保存：这家商会已并入其他商会，请记到合并后的商会。",
        Refusal.ChamberSplit => "没有保存：这家商会已拆分，请记到拆分后的商会。",
        Refusal.ChamberDissolved => "没有保存：这家商会已注销或撤销。",
        Refusal.ChamberExists => "没有保存：这个编号已经登记了另一家商会，请换一个编号。",
        Refusal.ChamberNameInvalid => $"没有保存：商会名称应有 1 到 {Limits.NameLengthMax} 个字，前后不留空格，也不能含有换行等特殊字符和看不见的字符。",
        Refusal.ChamberKindInvalid => "没有保存：不认识这种商会类别，请改成乡镇、街道等列出的类别。",
        Refusal.NotAllowed => "没有保存：您的账号不能在这家商会录入。",
        Refusal.NotAnAuthority => "没有保存：这一步要由审定人来做。",
        Refusal.KindUnknown => "没有保存：没有这种积分事项，请重新选择。",
        Refusal.MeasureMissing or Refusal.MeasureNotOfKind => "没有保存：请按这种积分事项填写数值，不填别的数。",
        Refusal.CountOutOfRange => "没有保存：次数应为 1 到 1000000 之间的整数。",
        Refusal.QuantityOutOfRange => "没有保存：数额应大于 0，且不能过大。",
        Refusal.RateInconsistent => "没有保存：满意人数不能多于实际参评人数，实际参评人数不能多于应参评人数。",
        Refusal.ShareInconsistent => "没有保存：已完成数不能多于应完成数。",
        Refusal.OptionUnknown => "没有保存：请从列出的情况中选一项。",
        Refusal.PointsOutOfRange => "没有保存：分值超出允许范围。",
        Refusal.KeyMissing => "没有保存：请填写对象（项目、案件或单位的名称或编号），同一对象只计一次。",
        Refusal.KeyNotOfKind => "没有保存：这种积分事项不填对象，请把对象删去。",
        Refusal.PartNotOfKind or Refusal.PartInvalid => "没有保存：份额填得不对：应像 1/2 这样写，而且只有可以分摊的事项才填。",
        Refusal.EvidenceTooMany or Refusal.EvidenceRepeated => "没有保存：佐证太多，或者同一份附了两次。",
        Refusal.BatchTooLarge => $"没有保存：一家商会一次最多登记 {Limits.BatchMax} 条，请分几次。",
        Refusal.KeyInvalid => "没有保存：对象只能用文字、数字和 . _ : -，不能有空格和其他符号，也不用偏僻的同形字，最多 64 个字。",
        Refusal.ReasonMissing => "没有保存：请写明理由，商会能看到这句话。",
        Refusal.ReasonTooLong => "没有保存：说明太长了，请写短一些。",
        Refusal.TextNotPlain => "没有保存：文字里有看不见的控制字符，请重新输入。",
        Refusal.OnInFuture => "没有保存：日期在今天之后，事情发生后再录入。",
        Refusal.OnTooEarly => "没有保存：日期太早：不能早于 1949 年 10 月 1 日，也不能早于它所依据的事，请检查年份。",
        Refusal.ExpiresNotOfKind => "没有保存：这种积分事项没有失效日期，请把它删去。",
        Refusal.SubmittedInFuture => "没有保存：申报日期在今天之后，请检查。",
        Refusal.ExpiresTooEarly => "没有保存：失效日期应在开始日期之后。",
        Refusal.PeriodClosed => "没有保存：这一年度已经封账。需要补录的，请审定人开放补录。",
        Refusal.EntryNotFound => "没有保存：台账里没有这一条。",
        Refusal.EntryIsReversal => "没有保存：这一条本身就是更正，不能再撤销；需要时请重新录入。",
        Refusal.EntryIsNoActivity => "没有保存：只有积分事项可以撤销。",
        Refusal.EntryAlreadyReversed => "没有保存：这一条已经撤销过了。",
        Refusal.ImportUnknown => "没有保存：没有这次导入，请到“导入”里查看。",
        Refusal.ImportTakenBack => "没有保存：这次导入已经撤销，请重新导入文件。",
        Refusal.ImportNotTakenBack => "没有保存：这次导入还没有开始撤销，请先写明理由再撤销。",
        Refusal.ImportTooLarge => "没有保存：一张表里的商会太多，请拆成几张。",
        Refusal.HeadMoved => "没有保存：别人同时改了这家商会的记录，请再提交一次。",
        _ => null,
    };

    /// <summary>What a round refuses, and the uses of its result.</summary>
    private static string? OfRound(Refusal reason) => reason switch
    {
        Refusal.NothingAdopted => "还没有采用积分办法：请先在“积分办法”里采用。",
        Refusal.SelectionReasonMissing => "没有保存：与拟推荐名单不一致的，每一家都要写明理由。",
        Refusal.SelectionIneligible => "没有保存：会议只能在符合条件的商会中选择。",
        Refusal.SelectionUnknownOutcome => "没有保存：积分办法里没有这个结果事项，请刷新页面重新选择。",
        Refusal.SelectionOverQuota => "没有保存：入选的超过名额，请先取消一家并写明理由。",
        Refusal.VettingIncomplete => "没有保存：联审还没有办完：登记发函单位，每个单位登记回复，没有回复的注明原因。",
        Refusal.VettingAskedAlready => "没有保存：这个单位已经登记过发函，请登记它的回复，或者填写别的单位。",
        Refusal.VettingBodyUnknown => "没有保存：这个单位没有登记过发函，请先登记发函。",
        Refusal.HoldUnknown => "没有保存：这家商会没有因这个单位的异议暂缓，请刷新页面看看。",
        Refusal.NoticeMissing => "没有保存：还没有公示。公示期满后再由会议确定。",
        Refusal.NoticeOutdated => "没有保存：公示后结果有变动，需要重新公示。",
        Refusal.NoticeRunning => "没有保存：公示期还没有满，期满后的第二天起才能确定。",
        Refusal.NoticeDaysOutOfRange => "没有保存：公示的工作日数比本次评价要求的少，请改成不少于要求的天数。",
        Refusal.NoticeDayUnconfirmed => "没有保存：公示的最后一天要由您确认，而且不能早于按工作日算出的那一天。",
        Refusal.ProfileUnsupported => $"没有保存：公示应为 {Limits.NoticeDaysMin} 到 {Limits.NoticeDaysOfProfileMax} 个工作日。",
        Refusal.ObjectionUnknown => "没有保存：没有这件异议，请刷新页面看看。",
        Refusal.ObjectionAnsweredAlready => "没有保存：这件异议已经答复过了，答复不能再改。",
        Refusal.ObjectionUnanswered => "没有保存：还有异议没有答复。",
        Refusal.ChamberOnHold => "没有保存：有单位对入选的商会提出异议，请先解除暂缓，或者不予推荐并写明理由。",
        Refusal.RoundUnknown => "没有保存：没有这次评价，请到“年度评价”里查看。",
        Refusal.RoundNothingToRank => "没有锁定：名册上还没有商会，没有可以评价的，请先登记商会。",
        Refusal.RoundFull => "没有保存：这次评价的登记已满，不能再加。",
        Refusal.RoundPurposeUnsupported => "没有保存：这种流程还不能办年度评价，请改用简易流程，或者只办预演。",
        Refusal.RulesetOfAnotherAuthority => "没有保存：这套办法由别的机关作决定，本县只能办预演自评，或者另行采用本县的办法。",
        Refusal.PeriodNotOfRuleset => "没有保存：这一年度不在积分办法的适用期内，请换一个年度或办法。",
        Refusal.AdvicePeriodOver => "这一年度已经过去：建议只说今天还能做的，请看当年的。",
        Refusal.PeriodNotClosed => "没有保存：这一年度还没有封账。",
        Refusal.ConditionUndecided => "没有保存：有商会是否符合条件还判断不了，请先补齐它缺的情况。",
        Refusal.EnginesDisagree => "没有保存：两种算法得出的结果不一致，什么都没有登记，请联系维护人员。",
        Refusal.EntryIdReserved => "没有保存：这个编号留给评价自己的步骤，请刷新页面重新提交。",
        Refusal.RoundExists => "没有保存：这个编号已经用过了，请换一个。",
        Refusal.PeriodHasRound => "没有保存：这一年度的评价已经开始了，同一办法一年只办一次：县里办了，县里的乡镇不再另办；乡镇先办了，全县也不能再办。请接着办那一次；开始错了的，先放弃那一次；只想试算的，请选“预演”。",
        Refusal.RoundGivenUp => "没有保存：这次评价已经放弃，不能再办；请另外开始一次。",
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
        _ => null,
    };

    /// <summary>What accounts, links and the county's own settings refuse.</summary>
    private static string? OfSetting(Refusal reason) => reason switch
    {
        Refusal.RegionBelowCounty => "没有保存：积分办法和流程由县、市、省采用，不由乡镇采用。",
        Refusal.RegionNotACounty => "没有保存：请填写县（市、区）的六位区划代码。",
        Refusal.CountyNameMissing => "没有保存：请填写县（市、区）的名称。",
        Refusal.ScopeTooLarge => "范围太大，一次列不下：请换一个小一些的地区，或者只看一家商会。",
        Refusal.RulesetVersionExists => "没有保存：这个版本已经发布，内容不能再改；改动请用新的版本号。",
        Refusal.RulesetTooLarge => "没有保存：积分办法文件太大。",
        Refusal.AdoptionNotOwn => "没有保存：本县没有另行采用这个办法，上级采用的要由上级停用。",
        Refusal.AdoptionInRound => "没有保存：这个办法的年度评价正在办，请先办完这一年的评价，或者放弃还没有锁定的。",
        Refusal.AdoptionPeriodLocked => "没有保存：这一年度已经按这个办法锁定，请从下一年度起停用。",
        Refusal.RulesetIsAnnual => "没有保存：本县年度评价用的就是这个办法，上级也没有采用它：请先另外采用一个办法，并选作年度评价的办法。",
        Refusal.AdoptionUnknown => "没有保存：本县没有这次采用的记录。",
        Refusal.RulesetNotAnnual => "没有保存：年度评价要用周期为一年的办法。",
        Refusal.NothingToReplay => "没有测算：这些时期没有一家商会登记过当期发生的事项，请换有记录的时期。",
        Refusal.RulesetUnreadable => "没有发布：积分办法文件有错误。",
        Refusal.RulesetUntested => "没有发布：没有测试文件。请一并上传，或者写明为什么没有。",
        Refusal.RulesetTestsFail => "没有发布：测试没有全部通过。",
        Refusal.ActivitiesNotSuccessor => "没有发布：新的积分事项目录只能增加，不能去掉或改动已有事项的计量，已有记录要靠它。",
        Refusal.ActivitiesUnreadable => "没有发布：积分事项目录文件有错误。",
        Refusal.ActivitiesOutdated => "没有发布：刚刚有人发布了另一份积分事项目录，请在它的基础上改好再发布。",
        Refusal.AccountLinkInvalid => "没有保存：这个链接已经用过、已经过期，或者换成了新的。请要一个新链接。",
        Refusal.PasswordUnfit => "没有保存：请填写密码。",
        Refusal.AccountUnknown => "没有保存：没有这个账号。",
        Refusal.AccountNameMissing => "没有保存：请填写姓名，本人用它登录。",
        Refusal.AccountNameTaken => "没有保存：已有同名的账号，请加上区分，例如科室。",
        Refusal.AccountClosed => "没有保存：这个账号已经停用，请先重新启用。",
        Refusal.AccountNotClosed => "没有保存：这个账号没有停用。",
        Refusal.LastApprover => "没有保存：这是最后一个能登录的审定人账号，请先让另一位审定人设好密码。",
        Refusal.RoleUnchanged => "没有保存：已经是这个角色了。",
        Refusal.ChamberLinkUnknown => "没有这个商会链接，可能已经刷新过，请看列表。",
        Refusal.ChamberLinkRevoked => "这个商会链接已经撤销过了。",
        _ => null,
    };
}
