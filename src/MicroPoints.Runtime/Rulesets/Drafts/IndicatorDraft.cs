using System.Text.RegularExpressions;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Drafts one indicator from its line.</summary>
internal sealed partial class IndicatorDraft(DraftNotebook notebook, KindMatch kinds)
{
    /// <summary>What an unreadable line without points is taken to give at most.</summary>
    private static readonly Points Unsaid = new(1000);

    /// <param name="wanted">Its id where the document has none.</param>
    public Indicator Of(WrittenLine line, string wanted, Cite cite)
    {
        var (written, title) = Name(line);
        var id = notebook.Id(line.Id ?? written ?? wanted);
        void Ask(string zh, string en) => notebook.Ask(line.Place, id, line.Whole, null, new Title(zh, en));
        if ((line.Id ?? written) is { } own && own != id)
            Ask($"编号“{own}”用了两次，这一行暂编为“{id}”", $"the id '{own}' is used twice; this line was given '{id}'");
        if (line.IsNamedByStandard) Ask("这一行没有名称，暂以评分标准的开头为名", "the line has no name of its own; the standard's beginning was taken");
        var standard = StandardReader.Read(string.Join("；", line.Standards));
        var cap = Cap(line, standard, Ask);
        foreach (var doubt in standard.Doubts) Ask(doubt.Zh, doubt.EnOrZh);
        if (standard.Phrase is ScorePhrase.Overflowed)
            return new Indicator { Id = id, Title = new Title(title), Cite = cite, Cap = Maybe(cap) };
        var phrase = Added(Phrase(line, standard, cap, Ask), cap, Ask);
        if (DraftScore.Most(phrase, cap) is { } most && cap is { } bound && most != bound
            && phrase is not ScorePhrase.Options { Way: OptionWay.Highest })
            Ask($"按评分标准最多得 {most} 分，与分值 {bound} 分不一致", $"the standard gives {most} at most, the points are {bound}");
        if (phrase is ScorePhrase.PerQuantity && standard.Unit is "元" or "万元" or "亿元")
            Ask("积分随金额增长：请考虑改按项目数计", "points grow with an amount of money: consider counting projects");
        var counted = kinds.For(line, id, title, standard, phrase);
        return new Indicator
        {
            Id = id,
            Title = new Title(title),
            Cite = cite,
            Counts = [.. counted.Select(k => new Counted(k.Id))],
            Score = DraftScore.Of(phrase, cap, counted),
            Cap = Maybe(cap ?? DraftScore.Most(phrase, cap)),
            Overflow = standard.Overflow is { } over ? new Overflow(over.To, Maybe(over.Each)) : null,
            MayBeNotApplicable = standard.MayBeNotApplicable,
        };
    }

    /// <summary>A code before the name, as in “M1 走访会员”.</summary>
    public static (string? Id, string Title) Name(WrittenLine line) =>
        Coded().Match(line.Title) is { Success: true } coded ? (coded.Groups[1].Value, coded.Groups[2].Value) : (null, line.Title);

    private static Points? Cap(WrittenLine line, ReadStandard standard, Action<string, string> ask)
    {
        var text = RuleText.Plain(line.Points);
        var own = Plain().Match(text) is { Success: true } plain ? RuleText.Points(plain.Groups[1].Value)
            : Weight().Match(text) is { Success: true } weight ? RuleText.Points(weight.Groups[1].Value) : line.Names[^1].Points;
        if (text.EndsWith('%')) ask($"权重“{line.Points}”暂当作 {own} 分", $"the weight '{line.Points}' is taken for {own} points");
        if (own is { } points && standard.Cap is { } said && points != said)
            ask($"分值是 {points} 分，评分标准里的上限是 {said} 分，暂用分值",
                $"the points are {points}, the standard's bound is {said}; the points were taken");
        return own ?? standard.Cap;
    }

    /// <summary>What the standard says, else what the points say, else that somebody decides.</summary>
    private static ScorePhrase Phrase(WrittenLine line, ReadStandard standard, Points? cap, Action<string, string> ask)
    {
        if (standard.Phrase is { } phrase && !(DraftScore.NeedsPoints(phrase) && cap is null)) return phrase;
        var text = line.Points.Trim();
        if (text.Length > 0 && !Plain().IsMatch(RuleText.Plain(text))
            && StandardReader.Read(text.Contains('分', StringComparison.Ordinal) ? text : text + "分").Phrase
                is { } inPoints and not ScorePhrase.Flag) return inPoints;
        if (line.Standards.Any(s => Free().IsMatch(s)))
            ask("评分由人酌定：请确认幅度和由谁定", "people score it as they see fit: confirm the bounds and who does");
        else ask(line.Standards.Count == 0 ? "没有写评分标准：请写明怎样得分" : "评分标准没有读懂：请写明怎样得分",
            line.Standards.Count == 0 ? "there is no standard: say how it scores" : "the standard was not understood: say how it scores");
        return new ScorePhrase.Discretionary(Points.Zero, cap ?? Unsaid);
    }

    /// <summary>Values that add up to the points are parts; where they do not, it is asked whether they add up.</summary>
    private static ScorePhrase Added(ScorePhrase phrase, Points? cap, Action<string, string> ask)
    {
        if (phrase is not ScorePhrase.Options { Way: OptionWay.State } options || options.Of.Any(o => o.Points == Points.Zero))
            return phrase;
        var (sum, best) = (options.Of.Aggregate(Points.Zero, (total, o) => total + o.Points), options.Of.Max(o => o.Points));
        if (cap == sum) return new ScorePhrase.Parts(options.Of);
        if (cap != best) ask("各种情形的得分是相加还是只取一种没有写明，暂按只取一种", "whether the values add up or one is taken is not said; one was assumed");
        return phrase;
    }

    private static Number? Maybe(Points? points) => points is { } given ? Number.Of(given) : null;

    [GeneratedRegex(@"^([A-Z]{1,3}\d{1,3}(?:[.\-]\d{1,2}){0,3})[\s:：、.]{1,3}(?=\S)(.+)$", RegexOptions.Singleline)]
    private static partial Regex Coded();

    [GeneratedRegex(@"^(?:最高|不超过|≤|满分|上限)?(\d{1,6}(?:\.\d{1,2})?)分?$")]
    private static partial Regex Plain();

    [GeneratedRegex("酌情|视[^，；。]{0,12}(?:情况|程度)|评定|评议|综合评价")]
    private static partial Regex Free();

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,2})?)%$")]
    private static partial Regex Weight();
}
