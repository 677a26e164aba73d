namespace MicroPoints.Runtime;

/// <summary>What a refusal comes to for whoever filled a table, in both languages.</summary>
internal static class RefusalWords
{
    public static Title Of(Refusal reason, string detail) => new(Zh(reason), detail);

    private static string Zh(Refusal reason) => reason switch
    {
        Refusal.PeriodClosed => "这一期已经锁定，不能再登记；确需补录，请审定人开补录窗口",
        Refusal.OnInFuture => "日期还没有到，请改成今天或以前的日期",
        Refusal.OnTooEarly => "日期太早，请检查年份",
        Refusal.ExpiresTooEarly => "到期日不晚于开始日，请检查",
        Refusal.ChamberUnknown => "名册中没有这家商会，请先登记",
        Refusal.ChamberMerged => "这家商会已经并入别的商会，请记到承接的商会",
        Refusal.ChamberSplit => "这家商会已经分立，请记到分立后的商会",
        Refusal.ChamberDissolved => "这家商会已经注销，不能再登记",
        Refusal.NotAllowed => "您没有为这家商会登记的权限",
        Refusal.CountOutOfRange or Refusal.QuantityOutOfRange or Refusal.PointsOutOfRange => "数值超出允许的范围，请检查是否多写了零",
        Refusal.RateInconsistent => "几个数对不上：满意的不能多于参评的，参评的不能多于应参评的",
        Refusal.ShareInconsistent => "几个数对不上：已完成的不能多于应完成的",
        Refusal.OptionUnknown => "没有这个选项",
        Refusal.KeyMissing => "要写明是哪个项目、村或案件",
        Refusal.KeyInvalid or Refusal.KeyNotOfKind => "对象名不合规定：只用文字、数字和 . _ : -，不留空格",
        Refusal.ReasonMissing => "要写理由",
        Refusal.ReasonTooLong or Refusal.TextNotPlain => "说明文字太长，或有不能显示的字符",
        Refusal.EntryAlreadyReversed => "原来的记录刚被别人撤销，请重新预览",
        Refusal.HeadMoved => "这家商会的台账刚被别人改动，请重新预览",
        _ => "不能登记",
    };
}
