using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>Finds the kinds that a line of a document counts, or drafts one.</summary>
internal sealed class KindMatch(KindCatalogue known, DraftNotebook notebook)
{
    private const double Likely = 0.4;
    private readonly List<ActivityKind> _drafted = [];

    public IReadOnlyList<ActivityKind> Drafted => _drafted;

    /// <summary>The known kinds and those drafted so far.</summary>
    public KindCatalogue Catalogue => new(known.Version, known.Hash, [.. known.Kinds, .. _drafted]);

    /// <summary>The kinds of a line; where they are not surely the ones meant, that is asked.</summary>
    public IReadOnlyList<ActivityKind> For(WrittenLine line, string id, string title, ReadStandard standard, ScorePhrase phrase)
    {
        if (standard.Kinds is { } named && Named(named) is { Count: > 0 } kinds && FitAll(kinds, phrase)) return kinds;
        // Each part is a thing of its own, which no title of the whole can name.
        if (phrase is ScorePhrase.Parts parts)
            return [.. parts.Of.Select(p => Draft(line, id, $"{title}：{p.Label}", phrase, null))];
        var words = standard.Kinds ?? title;
        var (best, score) = Best(words, k => KindFit.Fits(k, phrase)
            && (phrase is not ScorePhrase.FromFull full || IsFault(k) && !full.ForMissing));
        if (best is not null && score >= 1) return [best];
        if (best is not null && score >= Likely)
        {
            notebook.Ask(line.Place, id, line.Whole, null, new Title(
                $"请确认计的就是积分事项{best.Title.QuotedZh}", $"confirm that it counts '{best.Title.EnOrZh}'"));
            return [best];
        }
        return [Draft(line, id, phrase is ScorePhrase.FromFull from ? $"{words}：{(from.ForMissing ? "少做的次数" : "扣分情形")}" : words,
            phrase, standard.Unit)];
    }

    /// <summary>A kind of which nobody wants more: nothing that is good to have done may ever take points.</summary>
    public static bool IsFault(ActivityKind kind) => ((string[])["违", "投诉", "未", "失实", "失信", "异常", "处罚", "罚款", "事件", "事故", "不"])
        .Any(w => kind.Title.Zh.Contains(w, StringComparison.Ordinal));

    public ActivityKind Draft(WrittenLine line, string id, string title, ScorePhrase phrase, string? unit)
    {
        var kind = KindFit.Draft(new KindId(FreeId(id)), new Title(RuleText.Short(title, Limits.NameLengthMax)), phrase, unit,
            line.Confirmed.Length == 0 ? null : new Title(RuleText.Short(line.Confirmed, Limits.NameLengthMax)),
            [.. line.Evidence.SelectMany(e => e.Split(['、', '；', ';', '，', '\n'])).Select(e => RuleText.Short(e.TrimStart('$'), 60))
                .Where(e => e.Length > 0).Distinct().Take(20)]);
        _drafted.Add(kind);
        notebook.Ask(line.Place, id, line.Whole, null, new Title(
            $"没有合适的积分事项，新拟了{kind.Title.QuotedZh}：请确认怎样计量、谁来确认",
            $"no known kind fits, so '{kind.Title.Zh}' was drafted: confirm how it is measured and who confirms it"));
        return kind;
    }

    /// <summary>The kinds that a printed 办法 names, each by its whole title.</summary>
    public IReadOnlyList<ActivityKind>? Named(string names)
    {
        if (names.Length == 0) return [];
        // A title that has quotation marks stands in quotation marks itself, with single ones inside.
        names = RuleText.SingleQuoted(names);
        foreach (var kind in known.Kinds)
        {
            var title = RuleText.SingleQuoted(RuleText.Plain(kind.Title.Zh));
            if (!names.StartsWith(title, StringComparison.Ordinal)) continue;
            if (names.Length == title.Length) return [kind];
            if (names[title.Length] == '、' && Named(names[(title.Length + 1)..]) is { } rest) return [kind, .. rest];
        }
        return null;
    }

    /// <summary>The kind whose title is nearest; 1 where it is the same.</summary>
    public (ActivityKind? Kind, double Score) Best(string words, Func<ActivityKind, bool> fits)
    {
        var key = NameText.Key(RuleText.Plain(words));
        return known.Kinds.Where(fits).Select(k => ((ActivityKind?)k, Score: Near(key, NameText.Key(RuleText.Plain(k.Title.Zh)))))
            .OrderByDescending(k => k.Score).FirstOrDefault();
    }

    private static bool FitAll(IReadOnlyList<ActivityKind> kinds, ScorePhrase phrase) => phrase is ScorePhrase.Options options
        ? kinds.All(k => k.Measure == MeasureType.Option) && options.Of.All(o => KindFit.OptionOf(kinds, o.Label) is not null)
        : kinds.All(k => KindFit.Fits(k, phrase));

    /// <summary>How many pairs of neighbouring characters two names share, of all they have; one inside the other is near.</summary>
    private static double Near(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 2 || b.Length < 2) return 0;
        if (Math.Min(a.Length, b.Length) >= 3 && (a.Contains(b) || b.Contains(a))) return 0.6;
        var (ofA, ofB) = (Pairs(a), Pairs(b));
        return Math.Min(0.99, 2.0 * ofA.Intersect(ofB).Count() / (ofA.Count + ofB.Count));
    }

    private static HashSet<string> Pairs(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];

    private string FreeId(string line)
    {
        var wanted = $"draft.{line.ToLowerInvariant()}";
        if (wanted.Length > Limits.IdLengthMax - 4) wanted = wanted[..(Limits.IdLengthMax - 4)];
        var id = wanted;
        for (var i = 2; known.Find(new KindId(id)) is not null || _drafted.Any(k => k.Id.Value == id); i++) id = $"{wanted}-{i}";
        return id;
    }
}
