using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>The phrases that a 办法 written by this product uses; what is printed is read back as it was.</summary>
internal static partial class PrintedStandard
{
    public static ScorePhrase? Read(PhraseText left, Points? participation)
    {
        if (left.Take(Flag()) is { } flag) return new ScorePhrase.Flag(StandardReader.Number(flag, 1));
        if (left.Take(Each()) is { } each && StandardReader.Number(each, 1) is { } one) return new ScorePhrase.PerCount(one);
        if (left.Take(Amount()) is { } amount && StandardReader.Number(amount, 1) is { } every
            && StandardReader.Number(amount, 2) is { } so) return new ScorePhrase.PerQuantity(so, every, Rounded(amount.Groups[3].Value));
        if (left.Take(Share()) is { } share) return new ScorePhrase.InProportion(StandardReader.Number(share, 1), participation);
        if (left.Take(Full()) is { } full && StandardReader.Number(full, 2) is { } minus)
            return new ScorePhrase.FromFull(StandardReader.Number(full, 1), minus);
        if (left.Take(Peers()) is { } peers) return new ScorePhrase.AgainstPeers(
            StandardReader.Number(peers, 2), StandardReader.Number(peers, 1), StandardReader.Number(peers, 3));
        if (left.Take(List()) is { } list) return Checklist(left, int.Parse(list.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            StandardReader.Number(list, 2));
        if (left.Take(OncePerKey()) is not null && Options(left, OptionWay.OncePerKey) is { } keyed)
            return left.Take(OnlyIncrease()) is null ? keyed : keyed with { AcrossPeriods = true };
        if (left.Take(Highest()) is not null && Options(left, OptionWay.Highest) is { } highest) return highest;
        if (left.Take(ByTier()) is not null && Tiers(left) is { Count: > 0 } tiers)
            return new ScorePhrase.Tiers(tiers, false, participation);
        return null;
    }

    private static Rounding Rounded(string words) =>
        words.EndsWith('计') ? Rounding.Up : words.EndsWith('入') ? Rounding.HalfUp : Rounding.Down;

    /// <summary>Where every item has points of its own they add up; else the items share what the list gives.</summary>
    private static ScorePhrase Checklist(PhraseText left, int items, Points? points)
    {
        List<(string, Points)> own = left.Take(OwnPoints()) is null ? [] : [.. left.TakeAll(Item())
            .Select(m => (m.Groups[1].Value, Points: StandardReader.Number(m, 2))).Where(i => i.Points is not null)
            .Select(i => (i.Value, i.Points!.Value))];
        return own.Count == items ? new ScorePhrase.Parts(own) : new ScorePhrase.Checklist(items, points);
    }

    private static ScorePhrase.Options? Options(PhraseText left, OptionWay way)
    {
        var options = left.TakeAll(Option()).Select(m => (Label: m.Groups[1].Value, Points: StandardReader.Number(m, 2)))
            .Where(o => o.Points is not null).Select(o => (o.Label, o.Points!.Value)).ToList();
        return options.Count == 0 ? null : new ScorePhrase.Options(options, way);
    }

    private static List<(Points, Points)> Tiers(PhraseText left) =>
        [.. left.TakeAll(Tier()).Select(m => (At: StandardReader.Number(m, 1), Of: StandardReader.Number(m, 2)))
            .Where(t => t is { At: not null, Of: not null }).Select(t => (t.At!.Value, t.Of!.Value)).OrderByDescending(t => t.Item1)];

    private const string N = @"(\d{1,6}(?:\.\d{1,2})?)";

    [GeneratedRegex("(?<![^\u0001])是的," + N + "分")]
    private static partial Regex Flag();

    [GeneratedRegex(@"(?<![^\u0001])每次\(每件\)" + N + "分")]
    private static partial Regex Each();

    [GeneratedRegex(@"(?<![^\u0001])每" + N + @"[^\d,;:\u0001]{0,12}?计" + N + "分(?:,(不足的舍去|不足的按[1一]份计|不足的[4四]舍[5五]入))?")]
    private static partial Regex Amount();

    [GeneratedRegex("(?<![^\u0001])按比例计,满分" + N + "分")]
    private static partial Regex Share();

    [GeneratedRegex("(?<![^\u0001])基础" + N + "分,每次扣" + N + "分,扣完为止")]
    private static partial Regex Full();

    [GeneratedRegex("(?<![^\u0001])在可比商会中按位置计" + N + "-" + N + "分,不足比较的计" + N + "分")]
    private static partial Regex Peers();

    [GeneratedRegex(@"(?<![^\u0001])清单(\d{1,3})项(?:,共" + N + "分)?")]
    private static partial Regex List();

    [GeneratedRegex(",分别计分:")]
    private static partial Regex OwnPoints();

    [GeneratedRegex("、?“([^”\u0001]{1,80})”" + N + "分")]
    private static partial Regex Item();

    [GeneratedRegex("(?<![^\u0001])每个对象只计最高1项:")]
    private static partial Regex OncePerKey();

    [GeneratedRegex("[;,]?以前各期已计的,只补差额")]
    private static partial Regex OnlyIncrease();

    [GeneratedRegex("(?<![^\u0001])就高不重复:")]
    private static partial Regex Highest();

    [GeneratedRegex("(?<![^\u0001])分档:")]
    private static partial Regex ByTier();

    [GeneratedRegex(@"、?([^,;、:\u0001]{1,40}?)" + N + "分(?=、|;|,|\u0001|$)")]
    private static partial Regex Option();

    [GeneratedRegex(",?" + N + "%?及以上" + N + "分")]
    private static partial Regex Tier();
}
