using System.Text.RegularExpressions;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Reads 评分标准 in the phrases that counties use, and in those that a printed 办法 uses.</summary>
/// <remarks>What is read is taken out of the text; whatever numbers or words of scoring are left make the reading doubtful.</remarks>
internal static partial class StandardReader
{
    private const string N = @"(\d{1,6}(?:\.\d{1,2})?)";
    private const string Unit = "(?:户次|人次|场次|次|件|场|个|项|户|家|篇|条|起|村|名|人|例|期|年|小时|万元|亿元|元)";
    private const string Gives = "(?:可)?(?:得|加|计|积|奖|记|奖励)(?:记|计)?";

    /// <summary>What is longer is no standard of one line, and is left to people.</summary>
    private const int LengthMax = 800;

    public static ReadStandard Read(string text)
    {
        if (text.Length > LengthMax) return new ReadStandard((ScorePhrase?)null);
        var left = new PhraseText(RuleText.Plain(text));
        var kinds = left.Take(Named())?.Groups[1].Value;
        var (overflow, isOverflowed) = Overflow(left);
        var notApplicable = left.Take(NotApplicable()) is not null;
        if (isOverflowed) return new ReadStandard(new ScorePhrase.Overflowed());
        var participation = left.Take(Participation()) is { } least ? Number(least, 1) : null;
        var unit = CountedUnit().Match(left.Left) is { Success: true } counted ? counted.Groups[1].Value : null;
        // Printed phrases hold words that look like caps, so they come first.
        var phrase = PrintedStandard.Read(left, participation);
        var cap = left.Take(Capped()) is { } most ? Number(most, 1) ?? Number(most, 2) : null;
        left.TakeAll(Floor());
        phrase ??= Deducted(left) ?? Discretionary(left) ?? Proportion(left, participation) ?? Tiers(left, participation) ?? PerPeriod(left)
            ?? PerEach(left) ?? Options(left);
        return new ReadStandard(phrase)
        {
            Kinds = kinds,
            Unit = unit,
            Cap = cap,
            Overflow = overflow,
            MayBeNotApplicable = notApplicable,
            Doubts = Doubts(left, phrase),
        };
    }

    public static Points? Number(Match match, int group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? RuleText.Points(digits) : null;

    private static ((string, Points?)? Overflow, bool IsTarget) Overflow(PhraseText left)
    {
        if (left.Take(OverflowTarget()) is not null) return (null, true);
        return left.Take(OverflowEach()) is { } each ? ((each.Groups[2].Value, Number(each, 1)), false)
            : left.Take(OverflowAll()) is { } all ? ((all.Groups[1].Value, null), false) : (null, false);
    }

    /// <summary>达到N得X分，每少一扣Y分; 每发生一起扣Y分.</summary>
    private static ScorePhrase? Deducted(PhraseText left)
    {
        if (left.Take(Target()) is { } target && Number(target, 1) is { } full && Number(target, 2) is { } points
            && Number(target, 3) is { } less) return Steps(full, points, less);
        if (left.Take(Less()) is not { } taken || Number(taken, 1) is not { } minus) return null;
        var from = left.Take(Base()) is { } given ? Number(given, 1) : left.Take(None()) is { } none ? Number(none, 1) : null;
        return new ScorePhrase.FromFull(from, minus, taken.Value.IndexOfAny(['少', '缺']) >= 0);
    }

    /// <summary>One step for each that is missing, down to nothing.</summary>
    private static ScorePhrase? Steps(Points full, Points points, Points less)
    {
        const int StepsMax = 40;
        if (less.Hundredths <= 0 || full.Hundredths % 100 != 0 || full.Hundredths is <= 0 or > StepsMax * 100) return null;
        // As many as were missing would take: the same as so much for each.
        if (less.Hundredths * (full.Hundredths / 100) == points.Hundredths) return new ScorePhrase.PerCount(less, points);
        List<(Points, Points)> steps = [];
        for (var (at, worth) = (full.Hundredths, points.Hundredths); at >= 0
            && worth > 0; (at, worth) = (at - 100, worth - less.Hundredths))
            steps.Add((new Points(at), new Points(worth)));
        return new ScorePhrase.Tiers(steps, false, null);
    }

    private static ScorePhrase? Discretionary(PhraseText left)
    {
        if (left.Take(Range(), m => !m.Value.Contains('%', StringComparison.Ordinal)) is { } range && Number(range, 1) is { } from
            && Number(range, 2) is { } to) return from < to ? new ScorePhrase.Discretionary(from, to) : null;
        return left.Take(AtDiscretion()) is { } free && Number(free, 1) is { } most
            ? new ScorePhrase.Discretionary(Points.Zero, most) : null;
    }

    private static ScorePhrase? Proportion(PhraseText left, Points? participation) =>
        left.Take(ByProportion()) is { } match ? new ScorePhrase.InProportion(Number(match, 1), participation)
        : left.Take(AmongPeers()) is not null ? new ScorePhrase.AgainstPeers(null, null, null) : null;

    private static ScorePhrase? Tiers(PhraseText left, Points? participation)
    {
        var tiers = left.TakeAll(Tier(), m => IsTier(m) && !left.ClauseBefore(m.Index).Contains('每', StringComparison.Ordinal));
        if (tiers.Count == 0) return null;
        var steps = tiers.Select(m => (At: Number(m, 2), Of: Number(m, 7))).Where(t => t is { At: not null, Of: not null })
            .Select(t => (t.At!.Value, t.Of!.Value)).ToList();
        if (left.Take(Below()) is { } below && Number(below, 3) is { Hundredths: > 0 } rest) steps.Add((Points.Zero, rest));
        return new ScorePhrase.Tiers([.. steps.OrderByDescending(s => s.Item1)],
            tiers.Any(m => m.Value.Contains('%', StringComparison.Ordinal)), participation);
    }

    /// <summary>A number alone is no tier: something has to say that it is a threshold or a range.</summary>
    private static bool IsTier(Match match) =>
        match.Groups[1].Success || match.Groups[4].Success || match.Groups[6].Success;

    private static ScorePhrase? PerPeriod(PhraseText left) =>
        left.Take(EachPeriod()) is { } match && Number(match, 2) is { } points
            ? new ScorePhrase.PerPeriod(points, match.Groups[1].Value.StartsWith('季') ? PeriodPart.Quarter : PeriodPart.Month) : null;

    private static ScorePhrase? PerEach(PhraseText left)
    {
        if (left.Take(EachSlash()) is { } slash && Number(slash, 1) is { } single) return new ScorePhrase.PerCount(single);
        if (left.Take(OneGives(), m => !left.ClauseBefore(m.Index).Contains('每', StringComparison.Ordinal)) is { } given
            && Number(given, 1) is { } worth) return new ScorePhrase.PerCount(worth);
        if (left.Take(EachSo()) is not { } match || Number(match, 3) is not { } points) return null;
        var every = Number(match, 1) ?? new Points(100);
        var isAmount = match.Groups[2].Value is "万元" or "亿元" or "元" or "小时";
        return isAmount || every.Hundredths != 100 ? new ScorePhrase.PerQuantity(points, every) : new ScorePhrase.PerCount(points);
    }

    /// <summary>有…得N分，无…不得分 is a flag; several values are options.</summary>
    private static ScorePhrase? Options(PhraseText left)
    {
        var isHighest = left.Take(HighestOnly()) is not null;
        var isEach = left.Take(EachOne()) is not null;
        var options = left.TakeAll(Labelled()).Select(m => (m.Index, Label: Label(m.Groups[1].Value), Points: Number(m, 2)))
            .Concat(left.TakeAll(WorthNothing()).Select(m => (m.Index, Label: Label(m.Groups[1].Value), Points: (Points?)Points.Zero)))
            .Where(o => o.Points is not null).OrderBy(o => o.Index).Select(o => (o.Label, o.Points!.Value)).ToList();
        var worth = options.Where(o => o.Value > Points.Zero).ToList();
        if (worth.Count == 0) return null;
        if (worth.Count == 1) return new ScorePhrase.Flag(worth[0].Value);
        return new ScorePhrase.Options([.. options.Select((o, i) => (o.Label.Length > 0 ? o.Label : $"第{i + 1}档", o.Value))],
            isHighest ? OptionWay.Highest : isEach ? OptionWay.Each : OptionWay.State);
    }

    private static string Label(string text)
    {
        var label = text.Trim('的', ':', '-', '(', ')', '、', '可').Trim();
        return label.StartsWith("否则", StringComparison.Ordinal) || label is "其他" or "其余" ? "其他情形" : label;
    }

    private static IReadOnlyList<Title> Doubts(PhraseText left, ScorePhrase? phrase)
    {
        var rest = Marks().Replace(left.Left, "；").Trim('；', '、');
        List<Title> doubts = [];
        if (phrase is not null && Meaningful().IsMatch(rest)) doubts.Add(new Title($"没有读懂：{rest}", $"not understood: {rest}"));
        if (phrase is ScorePhrase.FromFull { ForMissing: true }) doubts.Add(new Title(
            "没有写明应做几次，暂按少做一次记一条扣分", "how often it is due is not said; one fact for each time missed was assumed"));
        if (phrase is ScorePhrase.AgainstPeers { Points: null }) doubts.Add(new Title(
            "与其他商会相比得分，起点分和不足比较时的分没有写明", "scored against peers; the base and the fallback are not said"));
        return doubts;
    }
}
