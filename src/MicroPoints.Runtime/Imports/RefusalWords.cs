namespace MicroPoints.Runtime;

/// <summary>What a refusal comes to for whoever filled a table, in both languages.</summary>
internal static class RefusalWords
{
    public static Title Of(Refusal reason, string detail) => new(Zh(reason), detail);

    private static string Zh(Refusal reason) => reason switch
    {
        >= Refusal.ExistsWithDifferentNature and <= Refusal.ExistsWithDifferentTarget or Refusal.ExistsWithDifferentContent =>
            "同一编号已经登记过别的内容，请换一个编号",
        Refusal.ExistsInPredecessor => "合并或拆分前的商会已经记过这一条",
        Refusal.PeriodClosed => "这一期已经锁定，不能再登记；确需补录，请审定人开补录窗口",
        Refusal.OnInFuture => "日期还没有到，请改成今天或以前的日期",
        Refusal.OnTooEarly => "日期太早，请检查年份",
        Refusal.ExpiresTooEarly => "到期日不晚于开始日，请检查",
        Refusal.ChamberUnknown => "名册中没有这家商会，请先登记",
        Refusal.ChamberMerged => "这家商会已经并入别的商会，请记到承接的商会",
        Refusal.ChamberSplit => "这家商会已经分立，请记到分立后的商会",
        Refusal.ChamberDissolved => "这家商会已经注销，不能再登记",
        Refusal.NotAllowed => "您没有为这家商会登记的权限",
        Refusal.ChamberNameInvalid => $"商会名称应有 1 到 {Limits.NameLengthMax} 个字，前后不留空格，也不能有换行",
        Refusal.KindUnknown => "没有这种积分事项",
        Refusal.MeasureMissing or Refusal.MeasureNotOfKind => "没有填数值，或者填的不是这种事项的数",
        Refusal.CountOutOfRange or Refusal.QuantityOutOfRange or Refusal.PointsOutOfRange => "数值超出允许的范围，请检查是否多写了零",
        Refusal.RateInconsistent => "几个数对不上：满意的不能多于参评的，参评的不能多于应参评的",
        Refusal.ShareInconsistent => "几个数对不上：已完成的不能多于应完成的",
        Refusal.OptionUnknown => "没有这个选项",
        Refusal.KeyMissing => "要写明是哪个项目、村或案件",
        Refusal.KeyInvalid or Refusal.KeyNotOfKind => "对象名不合规定：只用文字、数字和 . _ : -，不留空格",
        Refusal.ReasonMissing => "要写理由",
        Refusal.ReasonTooLong or Refusal.TextNotPlain => "说明文字太长，或有不能显示的字符",
        Refusal.PartNotOfKind or Refusal.PartInvalid => "份额填得不对：像 1/2 这样写，只有可以分摊的事项才填",
        Refusal.EvidenceTooMany or Refusal.EvidenceRepeated => "佐证太多，或者同一份写了两次",
        Refusal.ExpiresNotOfKind => "这种事项没有到期日",
        Refusal.SubmittedInFuture => "申报日期还没有到",
        Refusal.EntryNotFound => "原来的记录找不到了，请重新预览",
        Refusal.BatchTooLarge => $"一家商会一次最多登记 {Limits.BatchMax} 条，请拆成几张表",
        Refusal.ImportUnknown => "没有这次导入",
        Refusal.ImportTakenBack => "这次导入已经撤销，请重新导入文件",
        Refusal.ImportNotTakenBack => "这次导入还没有开始撤销，请写明理由再撤销",
        Refusal.ImportTooLarge => "一张表里的商会太多，请拆成几张",
        Refusal.EntryAlreadyReversed => "原来的记录刚被别人撤销，请重新预览",
        Refusal.HeadMoved => "这家商会的台账刚被别人改动，请重新预览",
        _ => "不能登记",
    };
}
