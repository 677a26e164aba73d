using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads <c>score</c>: exactly one scoring function, and beside it only the modifiers it takes.</summary>
internal static class ScoreReader
{
    private const string Participation = "participation-at-least";
    private const string AcrossPeriods = "once-across-periods";

    private static readonly string[] Functions =
    [
        "flag", "option", "per-count", "per-period", "per-quantity", "from-full", "in-proportion", "tier", "highest",
        "once-per-key",
        "discretionary", "against-peers", "checklist",
    ];

    public static Score? Read(YamlNode node, string what, RulesetContext context)
    {
        if (Fields.Of(node, what, context.Findings, [.. Functions, Participation,
            AcrossPeriods]) is not { } score) return null;
        var written = Functions.Where(score.Has).ToList();
        if (written.Count != 1)
        {
            context.Findings.Add(DiagnosticCodes.ScoreFunctions, node,
                written.Count == 0 ? $"{what} holds no scoring function"
                    : $"{what} holds {string.Join(" and ", written)}",
                $"Write exactly one of: {string.Join(", ", Functions)}.");
            return null;
        }
        CheckModifiers(score, written[0]);
        return Function(score, written[0], context) is { } read ? context.Places.Keep(read, node) : null;
    }

    private static void CheckModifiers(Fields score, string function)
    {
        if (score.Has(Participation) && function is not ("tier" or "in-proportion")) Misfit(Participation,
            "tier or in-proportion");
        if (score.Has(AcrossPeriods) && function != "once-per-key") Misfit(AcrossPeriods, "once-per-key");

        void Misfit(string modifier, string takes) => score.Findings.Add(DiagnosticCodes.ModifierMisfit,
            score.At(modifier),
            $"{score.What}: {function} takes no '{modifier}'", $"Remove it, or write {takes}.");
    }

    private static Score? Function(Fields score, string function, RulesetContext context)
    {
        var node = score.Node(function)!;
        var what = $"'{function}' in {score.What}";
        return function switch
        {
            "flag" => context.Number(node, what) is { } points ? new Score.Flag(points) : null,
            "per-count" => context.Number(node, what) is { } points ? new Score.PerCount(points) : null,
            "in-proportion" => context.Number(node, what) is { } points
                ? new Score.InProportion(points, context.Number(score, Participation)) : null,
            "option" => ScoreParts.Options(node, what, context) is { } options ? new Score.Option(options) : null,
            "highest" => ScoreParts.Options(node, what, context) is { } options ? new Score.Highest(options) : null,
            "once-per-key" => ScoreParts.Options(node, what, context) is { } options
                ? new Score.OncePerKey(options, score.Flag(AcrossPeriods)) : null,
            "tier" => ScoreParts.Tiers(node, what, context) is { } tiers
                ? new Score.ByTier(tiers, context.Number(score, Participation)) : null,
            "checklist" => ScoreParts.Checklist(node, what, context),
            _ => Several(function, node, what, context),
        };
    }

    /// <summary>The functions that are given by several numbers.</summary>
    private static Score? Several(string function, YamlNode node, string what, RulesetContext context)
    {
        IReadOnlyList<string> keys = function switch
        {
            "per-period" => ["points", "each"],
            "per-quantity" => ["points", "every", "rounding"],
            "from-full" => ["points", "minus"],
            "discretionary" => ["from", "to"],
            "against-peers" => ["points", "base", "fallback"],
            _ => throw new InvalidOperationException("unknown scoring function"),
        };
        if (Fields.Of(node, what, context.Findings, keys) is not { } fields) return null;
        var first = context.RequiredNumber(fields, keys[0]);
        switch (function)
        {
            case "per-period":
                var each = fields.RequiredWord("each", ("month", PeriodPart.Month), ("quarter", PeriodPart.Quarter));
                return first is null || each is null ? null : new Score.PerPeriod(first.Value, each.Value);
            case "per-quantity":
                var every = context.RequiredNumber(fields, "every");
                return first is null || every is null ? null
                    : new Score.PerQuantity(first.Value, every.Value, ScoreParts.RoundingOf(fields));
            case "against-peers":
                var least = context.Number(fields, "base") ?? new Number(0);
                return first is null ? null : new Score.AgainstPeers(first.Value, least,
                    context.Number(fields, "fallback") ?? least);
            default:
                var second = context.RequiredNumber(fields, keys[1]);
                if (first is null || second is null) return null;
                return function == "from-full" ? new Score.FromFull(first.Value, second.Value)
                    : new Score.Discretionary(first.Value, second.Value);
        }
    }
}
