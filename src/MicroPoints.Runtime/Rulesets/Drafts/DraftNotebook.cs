using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Keeps what is open while a draft is made, and gives out ids that nothing else has.</summary>
internal sealed class DraftNotebook(WrittenRules rules)
{
    private readonly List<(string Where, string? Line, string Text, Title? Assumed, Title Decide)> _open = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public WrittenRules Rules => rules;

    /// <summary>The id itself where it is free, else the next free one made from it.</summary>
    public string Id(string wanted)
    {
        var id = wanted;
        for (var i = 2; !_ids.Add(id); i++) id = $"{wanted}-{i}";
        return id;
    }

    /// <param name="assumed">Null: the sentence of the line it is about.</param>
    public void Ask(string where, string? line, string text, Title? assumed, Title decide) =>
        _open.Add((where, line, RuleText.Short(text, 400), assumed, decide));

    public void Ask(CellPlace place, string? line, string text, Title? assumed, Title decide) =>
        Ask(rules.Where(place), line, text, assumed, decide);

    /// <summary>One question for each line, whatever is open of it; what was assumed is the line as the draft says it.</summary>
    public IReadOnlyList<OpenQuestion> Questions(IReadOnlyDictionary<string, Title> sentences) =>
        [.. _open.GroupBy(o => (o.Where, o.Line, Text: o.Line is null ? o.Text : "")).Select(g => new OpenQuestion(
            g.Key.Where, g.Key.Line, g.First().Text,
            g.Select(o => o.Assumed).FirstOrDefault(a => a is not null)
                ?? (g.Key.Line is { } line ? sentences.GetValueOrDefault(line) : null) ?? new Title("没有写入草案", "not in the draft"),
            new Title(string.Join("；", g.Select(o => o.Decide.Zh).Distinct()),
                string.Join("; ", g.Select(o => o.Decide.EnOrZh).Distinct()))))];
}
