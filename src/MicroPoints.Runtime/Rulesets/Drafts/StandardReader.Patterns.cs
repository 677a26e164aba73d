using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>The phrases themselves, over text as <see cref="RuleText.Plain"/> spells it.</summary>
internal static partial class StandardReader
{
    [GeneratedRegex("^按“(.+?)”计[,;]?")]
    private static partial Regex Named();

    [GeneratedRegex(@"不单独计分,计入.{1,80}?超出最高分的部分")]
    private static partial Regex OverflowTarget();

    [GeneratedRegex(@"超出最高分的,每个对象另计" + N + @"分,计入([A-Za-z0-9._:-]{1,64})")]
    private static partial Regex OverflowEach();

    [GeneratedRegex(@"超出(?:最高分的)?部分计入([A-Za-z0-9._:-]{1,64})")]
    private static partial Regex OverflowAll();

    [GeneratedRegex("本期没有这类情形的,可以确认为不适用")]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"[,;(]?(?:其中)?参(?:评|与)率(?:不低于|不得低于|须达到|达到|低于|不足|<|≥)" + N + @"%(?:以上)?(?:的)?,?(?:本项)?(?:不得分|不计分|得?0分)?[)]?")]
    private static partial Regex Participation();

    [GeneratedRegex(@"(?:每|/)[^;,\d]{0,20}?\d{0,4}(户次|人次|场次|次|件|场|项|户|家|篇|条|起|村|名|人|例|期|小时|万元|亿元|元)")]
    private static partial Regex CountedUnit();

    [GeneratedRegex(@"[,;(]?(?:本项|此项|该项|全年|年度)?(?:累计|合计|总分|得分)?(?:最高|最多|上限|封顶|不超过|不得超过|至多|满分|≤)(?:不超过|可?得|可?加|计|为|积|是|:)*"
        + N + @"分(?:为限|封顶)?[)]?|[,;(]?(?:以)?" + N + @"分(?:为上限|为限|封顶)[)]?")]
    private static partial Regex Capped();

    [GeneratedRegex(@"[,;(]?(?:直至|直到)?扣完(?:本项|该项)?(?:分值?|分数)?为止[)]?|[,;(]?不(?:计|得|扣)?负分[)]?")]
    private static partial Regex Floor();

    [GeneratedRegex(@"(?:达到?|完成|不少于|满|开展|召开|举办|组织)?[^,;\d]{0,12}?" + N + Unit + @"(?:及?以上)?(?:的)?,?" + Gives + N
        + @"分[,;](?:每|按每)(?:少|缺|减少)[^,;\d]{0,8}?1?" + Unit + @"?,?扣(?:减|除)?" + N + "分")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?:每|凡)[^;\d扣]{0,30}?(?:1?" + Unit + @")?[^;,\d扣]{0,20}?,?扣(?:减|除)?" + N + "分")]
    private static partial Regex Less();

    [GeneratedRegex(@"(?:基础|基本分|底分|起始分?|起评分?)(?:为|得)?" + N + "分[,;]?")]
    private static partial Regex Base();

    [GeneratedRegex(@"(?:无|没有|未发生|未出现|不存在)[^,;\d]{0,30}?(?:的)?,?" + Gives + N + "分[,;]?")]
    private static partial Regex None();

    [GeneratedRegex(@"(?:每[^;,\d]{0,16}?1?" + Unit + @"?[^;,\d]{0,12}?)?(?:分别)?(?:视情况?|酌情)?" + "(?:可)?(?:得|加|计|积|奖|记|奖励)?" + N + "分?-" + N
        + @"分(?:,须说明理由)?")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:酌情|视情况?|视[^,;\d]{1,12}|综合评定|由[^,;\d]{1,16}评定)[^;\d]{0,16}?(?:最高|不超过|得|加|计)?" + N + "分(?:以内)?")]
    private static partial Regex AtDiscretion();

    [GeneratedRegex(@"(?:按|根据|依)(?:照)?[^;,\d]{0,16}?(?:比例|完成率|比率|[^;,\d]{1,10}率)(?:[^;,\d]{0,10}?)"
        + @"(?:计分|得分|折算|计算|给分|计|得)(?:[^;,\d]{0,6})(?:,?满分"
        + N + "分)?")]
    private static partial Regex ByProportion();

    [GeneratedRegex("功效系数法?[^;]{0,20}|(?:按|根据)(?:排名|位次)[^;\\d]{0,12}计分")]
    private static partial Regex AmongPeers();

    [GeneratedRegex(@"(达到?|不低于|不少于|大于等于|≥|满|超过|>)?" + N + "(%|" + Unit + @")?(?:\(含\))?(-" + N + "(?:%|"
        + Unit + @")?)?(?:\((?:不)?含[^)]{0,6}\))?"
        + @"((?:及|或)?以上|\(含\)以上)?(?:\(含[^)]{0,4}\))?(?:的|之间的?)?[,:]?(?:可)?(?:得|加|计|积|奖|记|为)?" + N + "分")]
    private static partial Regex Tier();

    [GeneratedRegex(@"(?:低于|不足|不满|<)?" + N + "(%|" + Unit + @")?(?:及?以下)?(?:的)?[,:]?(?:不得分|不计分|(?:得|计)?" + N + "分)")]
    private static partial Regex Below();

    [GeneratedRegex(@"(?:有记录的)?每(?:个)?(季度|季|月)[^;\d]{0,20}?(?:1?" + Unit + @")?[^;\d]{0,10}?" + "(?:得|加|计|积|奖|记)?" + N + "分")]
    private static partial Regex EachPeriod();

    [GeneratedRegex(N + "分?/" + Unit)]
    private static partial Regex EachSlash();

    [GeneratedRegex(@"(?:每|凡)[^;\d]{0,30}?(?:" + N + "?(" + Unit
        + @"))?(?:\([^)]{0,8}\))?[^;,\d]{0,20}?,?(?:可)?(?:得|加|计|积|奖|记|奖励)?(?:记|计)?" + N + "分")]
    private static partial Regex EachSo();

    [GeneratedRegex(@"(?<![每\d.年月季度])[^,;\d每\u0001]{0,20}1(?:户次|人次|场次|次|件|场|个|项|户|家|篇|条|起|例|期)"
        + @"[^,;\d\u0001]{0,8}?,?(?:得|加|计|积|奖|记|奖励)" + N + "分")]
    private static partial Regex OneGives();

    [GeneratedRegex("[,;(]?(?:同一[^,;]{0,10})?(?:按|取)?(?:就高不就低|就高不重复|就高|只计最高(?:1项|分|级)?|取最高(?:1项|分|级)?|不重复计分|不累计)(?:计分|加分)?[:)]?")]
    private static partial Regex HighestOnly();

    [GeneratedRegex(@"每[^;,\d得加计]{0,16}?1" + Unit + "[^;,\\d得加计]{0,6},")]
    private static partial Regex EachOne();

    [GeneratedRegex(@"([^,;:\d\u0001]{0,30}?(?:\d[A-Z]级?)?[^,;:\d\u0001]{0,20}?)(?:的)?,?(?:分别)?(?:可)?(?:得|加|计|积|奖|记|为)?" + N + "分")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"([^,;:\d\u0001]{1,30}?)(?:的)?,?(?:不得分|不计分|不加分)")]
    private static partial Regex WorthNothing();

    [GeneratedRegex("[\u0001,;:()]+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d|扣|得分|加分|计分|不得|否决|上限|封顶|折算|除外|另|取消|降|减|加倍|翻倍|多超多得|不封顶")]
    private static partial Regex Meaningful();
}
