using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Scoring functions fit what they score, and their options and tiers make sense.</summary>
internal static class ScoreCheck
{
    public static void Run(Check check)
    {
        foreach (var indicator in check.Ruleset.AllIndicators.Where(i => i.Score is not null))
        {
            Fit(indicator, check);
            if (indicator.Score is Score.ByTier tiers) Tiers(tiers, check);
            if (OptionsOf(indicator.Score!) is { } options) Options(indicator, options, check);
        }
    }

    private static void Fit(Indicator indicator, Check check)
    {
        var kinds = indicator.Counts.Select(c => check.Kind(c.Kind)).OfType<ActivityKind>().ToList();
        switch (indicator.Score)
        {
            case Score.Flag:
                Need(k => k.Measure == MeasureType.Flag, "flag", "flags");
                break;
            case Score.Option or Score.Highest:
                Need(k => Choices.Of(k) is not null, "this function", "kinds with options");
                break;
            case Score.OncePerKey:
                Need(k => k is { Measure: MeasureType.Option, Keyed: true }, "once-per-key",
                    "keyed kinds with options");
                break;
            case Score.PerQuantity:
                Need(k => k.Measure == MeasureType.Quantity, "per-quantity", "quantities");
                break;
            case Score.InProportion:
                Need(IsPercent, "in-proportion", "rates and shares");
                break;
            case Score.Discretionary:
                Need(k => k.Measure == MeasureType.Points, "discretionary", "awarded points");
                break;
            case Score.ByTier tier:
                if (kinds.Any(IsPercent)) Need(IsPercent, "tier over a percent", "rates and shares alone");
                else if (tier.ParticipationAtLeast is not null) Need(k => k.Measure == MeasureType.Rate,
                    "participation-at-least", "rates");
                break;
            case Score.Checklist checklist:
                Items(indicator, checklist, check);
                break;
        }

        void Need(Func<ActivityKind, bool> fits, string function, string wanted)
        {
            foreach (var kind in kinds.Where(k => !fits(k)))
                check.Add(DiagnosticCodes.ScoreMisfit, indicator.Score!, [],
                    $"{function} scores {wanted}, and '{indicator.Id}' counts '{kind.Id}', a {Describe(kind)}",
                    "Count a kind that fits, or choose another scoring function.");
        }
    }

    private static bool IsPercent(ActivityKind kind) => kind.Measure is MeasureType.Rate or MeasureType.Share;

    private static string Describe(ActivityKind kind) =>
        $"{(kind.Keyed ? "keyed " : "")}{kind.Nature} of measure {kind.Measure}".ToLowerInvariant();

    private static void Items(Indicator indicator, Score.Checklist checklist, Check check)
    {
        foreach (var item in checklist.Items)
            if (check.Kind(item.Kind) is { Measure: not MeasureType.Flag } kind)
                check.Add(DiagnosticCodes.ScoreMisfit, item, [],
                    $"a checklist holds flags, and '{kind.Id}' is a {Describe(kind)}", "Name a kind of measure flag.");
        foreach (var counted in indicator.Counts.Where(c => checklist.Items.All(i => i.Kind != c.Kind)))
            check.Add(DiagnosticCodes.CountsUnused, counted, [],
                $"'{indicator.Id}' counts '{counted.Kind}', which its checklist does not hold",
                "Remove it, or add it to the items.");
    }

    private static IReadOnlyList<OptionPoints>? OptionsOf(Score score) => score switch
    {
        Score.Option s => s.Options,
        Score.Highest s => s.Options,
        Score.OncePerKey s => s.Options,
        _ => null,
    };

    private static void Options(Indicator indicator, IReadOnlyList<OptionPoints> options, Check check)
    {
        var kinds = indicator.Counts.Select(c => check.Kind(c.Kind)).ToList();
        // An unknown kind was reported; which options it has, nobody knows.
        if (kinds.Count == 0 || kinds.Contains(null)) return;
        var known = kinds.SelectMany(k => Choices.Of(k!) ?? []).Distinct().ToList();
        if (known.Count == 0) return;
        foreach (var option in options.Where(o => !known.Contains(o.Option) && o.Option != ActivityKind.Ended))
            check.Add(DiagnosticCodes.UnknownOption, option, [],
                $"no kind that '{indicator.Id}' counts has the option '{option.Option}'",
                Suggest.Among(option.Option, known));
    }

    private static void Tiers(Score.ByTier score, Check check)
    {
        for (var i = 1; i < score.Tiers.Count; i++)
        {
            var (higher, lower) = (score.Tiers[i - 1], score.Tiers[i]);
            if (higher.AtLeast == lower.AtLeast)
                check.Add(DiagnosticCodes.TierTwice, lower, ["at-least"], $"two tiers begin at {lower.AtLeast}",
                    "Keep one of them.");
            else if (higher.Points.Reference is null && lower.Points.Reference is null
                && higher.Points.Hundredths <= lower.Points.Hundredths)
                check.Add(DiagnosticCodes.TierRedundant, higher, ["points"],
                    $"the tier from {higher.AtLeast} gives no more than the {lower.Points} from {lower.AtLeast}",
                    "Remove it, or give it more.");
        }
    }
}
