using System.Collections.Frozen;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>What each code means in Chinese; the English stands with the code.</summary>
public static class DiagnosticWords
{
    private static readonly FrozenDictionary<string, string> Chinese = Lines(
        """
        YAML001 文件不是 UTF-8 编码
        YAML002 文件开头有字节顺序标记，请存为不带 BOM 的 UTF-8
        YAML003 文件里有制表符，请改用空格
        YAML004 有看不见的控制字符或者特殊换行
        YAML005 文件太大
        YAML006 文字不合 YAML 格式
        YAML007 文件里没有内容
        YAML008 一个文件里有不止一份内容
        YAML009 不用锚点和引用（& 和 *）
        YAML010 不用类型标签（!）
        YAML011 不用合并键（<<）
        YAML012 同一处有两个相同的键
        YAML013 键应当是一个词
        YAML014 层次太深
        YAML015 不用 %YAML 1.2 以外的指令
        YAML020 这里没有这个键
        YAML021 缺一个必填的键
        YAML022 这里应当是一组“键: 值”
        YAML023 这里应当是一个列表
        YAML024 这里应当是一个值
        YAML025 值是空的
        YAML026 日期和版本要加引号
        YAML027 不是最多两位小数的数
        YAML028 数太大
        YAML029 应当写 true 或者 false
        YAML030 不是这里可以用的词
        YAML031 不是日历上的日子
        YAML032 列表太长
        YAML033 列表是空的
        YAML034 文字太长
        YAML035 数和 true、false 不用加引号
        YAML036 期间和区划代码最好加引号
        YAML037 编号写法不对
        YAML038 不是一段时长
        YAML039 列表里有重复的项
        YAML040 应当是整数
        YAML041 数不在允许的范围
        KIND001 积分事项重复
        KIND002 选项类事项没有写选项
        KIND003 这种计量方式不用选项
        KIND004 选项重复
        KIND005 选项用了保留的名称
        KIND006 一次性的事项不写 when-missing
        KIND007 when-missing 写的不是这个事项的值
        KIND008 一次性的事项不写有效期
        KIND009 数量类事项没有写单位
        KIND010 有选项叫 unknown，容易误会
        KIND011 按对象登记的事项写 when-missing 不起作用
        RULE001 编号重复：所有编号合在一起不能重复
        RULE002 引用的参数或者选项不存在
        RULE003 引用的参数或者选项类型不对
        RULE004 积分事项目录里没有这个事项
        RULE005 事项或者登记信息没有这个选项
        RULE006 没有这个类别
        RULE007 没有这个指标
        RULE008 没有这个扣分项
        RULE009 没有这个等次
        RULE010 没有这个分类
        RULE011 没有这个限制情形
        RULE012 没有这个结果事项
        RULE013 没有这项登记信息
        RULE014 enabled-by 写的不是开关
        RULE015 引用的依据文件没有列出
        RULE016 没有写依据
        RULE017 条件用到了自己或者后面步骤的结果
        RULE018 结果事项用到了自己或者后面的结果事项
        RULE019 计分方式和事项的计量方式不合
        RULE020 只计的选项或者对象和事项不合
        RULE021 权重不起作用
        RULE022 一处只能写一种计分方式
        RULE023 这种计分方式没有这个附加条件
        RULE024 指标没有写计什么或者怎么计
        RULE025 有下级的指标不能自己计分
        RULE026 指标层次太深
        RULE027 超出部分要计入的指标不存在
        RULE028 接收超出部分的指标不能自己计分
        RULE029 超出部分转了一圈又回到自己
        RULE030 没有最高分，就没有超出部分
        RULE031 最高分高于能得到的分
        RULE032 最高分小于 0
        RULE033 两档的起点相同
        RULE034 各档没有从高到低写
        RULE035 有一档不比下一档多得分
        RULE036 等次的分数线没有从高到低
        RULE037 最低等次不从 0 分起
        RULE038 有等次没有商会能达到
        RULE039 有积分没有等次
        RULE040 各类最高分相加不等于总分
        RULE041 有积分或者等次，没有写总分
        RULE042 应当是负数
        RULE043 扣分项写 each 和 while 中的一种
        RULE044 按对象计零的，事项要按对象登记
        RULE045 一项限制对等次有不止一种作用
        RULE046 前面一类已经包括其余，后面的类别轮不到
        RULE047 名额写比例和家数中的一种
        RULE048 百分比不在 0 到 100 之间
        RULE049 redistribute-at-most 小于 1
        RULE050 可用期限在开始之前就结束了
        RULE051 参数值应当从每月 1 日起
        RULE052 参数值没有按日期先后写
        RULE053 开始使用时参数还没有值
        RULE054 核对日期早于参数值的起始日
        RULE055 参数或者选项没有用到
        RULE056 登记信息的选项和类型不合
        RULE057 条件和登记信息的类型不合
        RULE058 一个条件要说而且只说一件事
        RULE059 条件层次太深
        RULE060 条件和事项不合
        RULE061 比较没有写界限
        RULE062 silent-for 没有可看的事项
        RULE063 条件永远不成立，或者永远成立
        RULE064 积分随金额增长
        RULE065 起点高于终点
        RULE066 最后得分上限低于总分
        RULE067 结果事项登记的不是状态类事项
        RULE068 写了计什么但不起作用
        RULE069 接收超出部分的指标自己又有超出
        RULE070 办法用了保留的编号
        RULE071 两个结果事项登记同样的内容
        RULE072 两项指标计同样的事，一件事得两次分
        RULE073 结果事项的条件永远不成立
        RULE074 限制情形永远不出现
        RULE075 类别的条件永远不成立
        RULE076 限制情形或者类别的条件永远成立
        RULE077 有一档达不到
        RULE078 名额算下来一个也没有
        RULE079 名额多于可给的商会，或者自相矛盾
        RULE080 最低等次不能有名额
        RULE081 最多能得多少分
        RULE082 总分没有商会能达到
        RULE083 加分上限高于加分类别能给的分
        RULE084 最后得分上限不起作用
        RULE085 参数的依据距上次核对已超过一年
        RULE086 参数没有写依据上次核对的日期
        RULE087 中文名称里没有汉字
        RULE088 县里的办法不宜用的词
        RULE089 建议会提到党建工作的指标
        RULE090 建议会提到由别人决定的指标
        """);

    /// <summary>The meaning in both languages; of a code without Chinese words the English alone.</summary>
    public static Title Of(string code)
    {
        var summary = DiagnosticCodes.All.FirstOrDefault(c => c.Id == code)?.Summary.TrimEnd('.') ?? code;
        return new Title(Chinese.GetValueOrDefault(code) ?? summary, summary);
    }

    private static FrozenDictionary<string, string> Lines(string text) =>
        text.Split('\n').Select(l => l.Split(' ', 2)).ToFrozenDictionary(l => l[0], l => l[1].TrimEnd('\r'));
}
