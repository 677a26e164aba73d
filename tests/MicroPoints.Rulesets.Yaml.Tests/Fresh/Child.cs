using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MicroPoints.Rulesets.Yaml.Tests.Engines;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.Tests.Fresh;

/// <summary>This assembly as another process: it reads the shipped rulesets in its own order and says what chambers come to.</summary>
internal static class Child
{
    private const int Chambers = 40;

    /// <summary>The entry point of the child.</summary>
    /// <param name="args">What decides the order of files, chambers and facts, and must decide nothing else.</param>
    public static int Main(string[] args)
    {
        var order = new Random(int.Parse(args[0], CultureInfo.InvariantCulture));
        Console.Out.WriteLine(CultureInfo.CurrentCulture.Name);
        Console.Out.WriteLine(TimeZoneInfo.Local.Id);
        Console.Out.WriteLine(Digest(order));
        return 0;
    }

    /// <summary>One digest of every line, sentence, grade, place and outcome under all shipped rulesets.</summary>
    public static string Digest(Random order)
    {
        string[] files = [.. Shipped.Files];
        order.Shuffle(files);
        var results = files.Select(Shipped.Read).ToDictionary(r => r.Name, r => Result(r, order));
        var all = string.Join('\n', results.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private static string Result(Ruleset ruleset, Random order)
    {
        var text = new StringBuilder($"{ruleset.Name} {ruleset.Hash}\n");
        var drawn = new SomeScorecards(ruleset, Shipped.Kinds, new Random(ruleset.Id.Sum(c => c)), order);
        foreach (var card in drawn.Ask(Chambers, ShippedConditions.Of).Cards.Select(c => c.Card)) Write(text, card);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Scorecard card)
    {
        text.Append($"{card.Id} {card.Total} {card.GradeByPoints} {card.Grade} {card.Class} {card.BarredBy} {card.Places}\n");
        foreach (var line in card.Card.Lines)
            text.Append($"{line.Indicator.Id} {line.Counted} {line.Raw} {line.Points} ")
                .AppendJoin(' ', line.Because.Select(b => b.Code())).Append('\n');
        foreach (var line in card.Card.Categories) text.Append($"{line.Category.Id} {line.Sum} {line.Points}\n");
        foreach (var line in card.Card.Deductions) text.Append($"{line.Deduction.Id} {line.Counted} {line.Points}\n");
        foreach (var limit in card.Limits)
            text.Append($"{limit.Limit.Id} {limit.IsMet} {limit.Finding.Sentence.Zh} {limit.Finding.Sentence.En}\n");
        foreach (var outcome in card.Outcomes)
            text.Append($"{outcome.Outcome.Id} {(int)outcome.Status} {outcome.Finding?.Sentence.Zh} {outcome.Finding?.Sentence.En}\n");
    }
}
