using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>Reads grades and their bounds out of sentences, such as “90分以上为优秀，80—89分为良好”.</summary>
internal static partial class GradePhrases
{
    /// <summary>A band as it is written.</summary>
    /// <param name="To">Its upper bound where one is written.</param>
    public sealed record Band(string Name, Points From, Points? To);

    /// <summary>Bands, the highest first; none where fewer than two are said.</summary>
    public static IReadOnlyList<Band> Find(IEnumerable<string> texts)
    {
        var bands = new List<Band>();
        foreach (var text in texts.Where(t => t.Length <= 1_000).Select(RuleText.Plain))
        {
            bands.AddRange(Name().Matches(text).Select(Of).OfType<Band>());
            bands.AddRange(NameFirst().Matches(text).Select(Of).OfType<Band>());
        }
        var all = bands.DistinctBy(b => b.Name).DistinctBy(b => b.From).OrderByDescending(b => b.From).ToList();
        return all.Count < 2 ? [] : all;
    }

    /// <summary>What is not said by the bands: a bound that two have, or points that none has.</summary>
    public static IEnumerable<Title> Doubts(IReadOnlyList<Band> bands)
    {
        foreach (var (higher, lower) in bands.Zip(bands.Skip(1)))
            if (lower.To is { } to && to >= higher.From) yield return new Title(
                $"{higher.From} 分既在“{higher.Name}”又在“{lower.Name}”，暂归“{higher.Name}”",
                    $"{higher.From} is in two grades; the higher was taken");
            else if (lower.To is { } below && below < higher.From) yield return new Title(
                $"{below} 分与 {higher.From} 分之间（如 {new Points((below.Hundredths + higher.From.Hundredths) / 2)} 分）没有写明，暂归“{lower.Name}”",
                $"between {below} and {higher.From} nothing is said; '{lower.Name}' was taken");
        if (bands.Count > 0 && bands[^1].From > Points.Zero) yield return new Title(
            $"低于 {bands[^1].From} 分的没有写明等次，暂加一档“未定等次”", $"below {bands[^1].From} no grade is said; one was added");
    }

    private static Band? Of(Match match)
    {
        var name = match.Groups["name"].Value;
        if (match.Groups["under"].Success) return new Band(name, Points.Zero, null);
        if (RuleText.Points(match.Groups["from"].Value) is not { } from) return null;
        var to = match.Groups["to"].Success ? RuleText.Points(match.Groups["to"].Value) : null;
        return to is { } upper && upper < from ? new Band(name, upper, from) : new Band(name, from, to);
    }

    private const string N = @"\d{1,5}(?:\.\d{1,2})?", Held = @"(?:\((?:不)?含[^)]{0,8}\))?";
    private const string Bounds = "(?:(?<from>" + N + ")分?" + Held + "-(?<to>" + N + ")分" + Held
        + "|(?<from>" + N + ")分?" + Held + "(?:及|或)?以上" + Held + "|(?<under>" + N + ")分?" + Held + "以下" + Held + ")";
    private const string Grade = "“?(?<name>优秀|良好|中等|一般|合格|基本合格|不合格|较好|较差|达标|不达标|待提升|好|差"
        + "|[A-D](?:级|等|类)|[1-5]A级?|[1-5]星级?|1等|2等|3等|优|良|中)”?";

    [GeneratedRegex(Bounds + "(?:的|者)?,?(?:商会)?(?:为|评为|定为|确定为|评定为|认定为|是)?(?:等次)?" + Grade + @"(?=等次|商会|等级|档|$|[,;、()])")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=^|[,;、(])(?:等次)?" + Grade + @"(?:等次|商会|等级)?[:(|]?(?:得分|总分|积分)?(?:在)?" + Bounds)]
    private static partial Regex NameFirst();
}
