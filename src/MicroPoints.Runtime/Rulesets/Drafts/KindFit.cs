using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>Which kinds a way of scoring can count, and what a kind that is drafted for it is like.</summary>
internal static class KindFit
{
    public static bool Fits(ActivityKind kind, ScorePhrase phrase) => phrase switch
    {
        ScorePhrase.Flag => kind.Measure == MeasureType.Flag,
        ScorePhrase.PerCount or ScorePhrase.PerPeriod or ScorePhrase.FromFull or ScorePhrase.AgainstPeers =>
            kind.Measure == MeasureType.Count,
        ScorePhrase.PerQuantity => kind.Measure == MeasureType.Quantity,
        ScorePhrase.InProportion p => kind.Measure == MeasureType.Rate || kind.Measure == MeasureType.Share && p.Participation is null,
        ScorePhrase.Tiers { IsPercent: false, Participation: null } => kind.Measure is MeasureType.Count or MeasureType.Quantity,
        ScorePhrase.Tiers p => kind.Measure == MeasureType.Rate || kind.Measure == MeasureType.Share && p.Participation is null,
        ScorePhrase.Options p => kind.Measure == MeasureType.Option && (p.Way != OptionWay.OncePerKey || kind.Keyed)
            && (p.Way != OptionWay.State || kind.Nature == Nature.State)
                && p.Of.All(o => o.Points == Points.Zero || OptionOf([kind], o.Label) is not null),
        ScorePhrase.Discretionary => kind.Measure == MeasureType.Points,
        ScorePhrase.Checklist or ScorePhrase.Parts => kind.Measure == MeasureType.Flag,
        _ => false,
    };

    /// <summary>The option that a label means: the same words, else the one that holds them or that they hold.</summary>
    public static string? OptionOf(IReadOnlyList<ActivityKind> kinds, string label)
    {
        var options = kinds.SelectMany(k => k.Options).Select(o => (o.Id, Words: NameText.Key(RuleText.Plain(o.Title.Zh)))).ToList();
        var key = NameText.Key(RuleText.Plain(label));
        if (key.Length == 0) return null;
        return options.FirstOrDefault(o => o.Words == key).Id
            ?? (options.Where(o => (o.Words.Contains(key) || key.Contains(o.Words)) && IsDenied(o.Words) == IsDenied(key))
                .ToList() is [var only] ? only.Id : null);
    }

    /// <summary>不合格 holds 合格 and means the opposite.</summary>
    private static bool IsDenied(string words) => words[0] is '不' or '未' or '无' or '没' or '非';

    public static ActivityKind Draft(KindId id, Title title, ScorePhrase phrase, string? unit, Title? confirmedBy,
        IReadOnlyList<string> evidence)
    {
        var (nature, measure) = phrase switch
        {
            ScorePhrase.Flag or ScorePhrase.Checklist or ScorePhrase.Parts => (Nature.State, MeasureType.Flag),
            ScorePhrase.PerQuantity => (Nature.Event, MeasureType.Quantity),
            ScorePhrase.InProportion { Participation: not null } or ScorePhrase.Tiers { Participation: not null } =>
                (Nature.Event, MeasureType.Rate),
            ScorePhrase.InProportion or ScorePhrase.Tiers { IsPercent: true } =>
                (Nature.Event, IsSurvey(title.Zh) ? MeasureType.Rate : MeasureType.Share),
            ScorePhrase.Options { Way: OptionWay.Each or OptionWay.OncePerKey } => (Nature.Event, MeasureType.Option),
            ScorePhrase.Options => (Nature.State, MeasureType.Option),
            ScorePhrase.Discretionary => (Nature.Event, MeasureType.Points),
            _ => (Nature.Event, MeasureType.Count),
        };
        var options = phrase is ScorePhrase.Options of
            ? of.Of.Select((o, i) => new KindOption($"o{i + 1}", new Title(RuleText.Short(o.Label, 60)))).ToList() : [];
        return new ActivityKind(id, title, nature, measure, measure switch
        {
            MeasureType.Count => unit ?? "次",
            MeasureType.Quantity => unit ?? "个",
            _ => null,
        }, options, phrase is ScorePhrase.Options { Way: OptionWay.OncePerKey }, null, null, confirmedBy, evidence);
    }

    private static bool IsSurvey(string title) => title.Contains("满意", StringComparison.Ordinal)
        || title.Contains("测评", StringComparison.Ordinal);
}
