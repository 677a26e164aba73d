namespace MicroPoints.Standings;

/// <summary>The words for what leaves a fact out, and for how operands are compared.</summary>
public static class TraceWords
{
    public static Title Phrase(this LeftOut why) => why switch
    {
        LeftOut.OutsidePeriod => new("不在本期内", "outside the period"),
        LeftOut.OtherOption => new("不是本项所计的选项", "another option than the line counts"),
        LeftOut.OtherKey => new("不是本项所计的对象", "about something else than the line counts"),
        LeftOut.SameKey => new("同一对象只计一次", "one thing counts once"),
        LeftOut.NotLatest => new("以最近一次为准", "a later record decides"),
        LeftOut.Ended => new("已结束或已到期", "ended or expired"),
        LeftOut.Nothing => new("登记为否或为零", "it says no, or nothing"),
        LeftOut.BelowBest => new("同类只取最高一项", "only the best counts"),
        LeftOut.SameSpan => new("同一时段只计一次", "its month or quarter counts once"),
        LeftOut.OutOfBounds => new("超出规定幅度", "outside the bounds"),
        LeftOut.NotInForce => new("当日该分值尚未施行", "the value was not in force yet"),
        LeftOut.NotValued => new("本项不给分", "the line gives nothing for it"),
        LeftOut.TooFewAnswered => new("参评率不足", "too few answered"),
        LeftOut.CreditedBefore => new("以往已计足", "credited in earlier periods"),
        LeftOut.WithoutKey => new("没有注明对象", "it names no thing"),
        _ => throw new InvalidOperationException("unknown reason"),
    };

    public static Title Phrase(this Comparison by) => by switch
    {
        Comparison.AtLeast => new("不低于", "at least"),
        Comparison.AtMost => new("不高于", "at most"),
        Comparison.Below => new("低于", "below"),
        Comparison.OneOf => new("属于", "is one of"),
        Comparison.NoneOf => new("不属于", "is none of"),
        Comparison.Missing => new("从未登记", "was never recorded"),
        Comparison.Recorded => new("有登记", "is recorded"),
        _ => throw new InvalidOperationException("unknown comparison"),
    };

    /// <summary>One comparison of a condition: what is there, what is wanted, and whether it holds.</summary>
    public static Title Sentence(this TracedOperand operand)
    {
        var actual = operand.Actual.Count == 0 ? "—" : string.Join(' ', operand.Actual);
        var (mark, by) = (operand.Holds ? "✓" : "✗", operand.By.Phrase());
        var wanted = string.Join(' ', operand.Wanted);
        return new Title($"{mark} {operand.Of}：{actual} {by.Zh} {wanted}".TrimEnd(),
            $"{mark} {operand.Of}: {actual} {by.EnOrZh} {wanted}".TrimEnd());
    }
}
