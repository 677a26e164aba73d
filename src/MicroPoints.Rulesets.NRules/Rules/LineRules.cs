using MicroPoints.Rulesets.NRules.Facts;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>The rules that bring every line from facts to points.</summary>
internal static class LineRules
{
    public static IEnumerable<IRuleDefinition> Of(LinePlan line)
    {
        yield return Raw(line);
        var id = line.Id;
        var ready = new Func<string, Rule>(name => Scoring($"{name} of {id}").When<Raw>(raw => raw.Line == id).When<Zeroed>(zeroed => true));
        if (line.Indicator.Overflow is not null)
            yield return ready("overflow").Then((Case chamber, Raw raw, Zeroed zeroed) => line.Overflow(chamber, raw, zeroed));
        yield return ready("points").Then((Case chamber, Raw raw, Zeroed zeroed) => line.Credit(chamber, raw, zeroed));
    }

    private static IRuleDefinition Raw(LinePlan line)
    {
        var (id, inside, sources) = (line.Id, line.Indicator.Indicators.Count, line.Sources);
        var rule = Scoring($"raw points of {id}");
        if (inside > 0) return rule.WhenAll<Credited>("lines", inside, one => one.Group == id).Then((IEnumerable<Credited> lines) => line.Sum(lines));
        if (line.IsTarget) return rule.WhenAll<Over>("overs", sources, one => one.To == id).Then((IEnumerable<Over> overs) => line.Receive(overs));
        return line.IsCompared
            ? rule.When<Compared>(compared => compared.Line == id)
                .Then((Case chamber, Compared compared) => line.Score(chamber, compared))
            : rule.Then((Case chamber) => line.Score(chamber, null));
    }

    public static Rule Scoring(string name) => new Rule(name).When<Case>(chamber => chamber.Stage == Stage.Points);
}
