using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads sources and citations; a line without its own citation has that of the line it stands in.</summary>
internal static class CiteReader
{
    public static IReadOnlyList<Source> Sources(Fields file)
    {
        var sources = new List<Source>();
        foreach (var (key, value) in file.Entries("sources"))
        {
            if (Fields.Of(value, $"source '{key.Text}'", file.Findings, "title", "publisher",
                "date") is not { } fields) continue;
            var title = fields.RequiredTitle();
            var publisher = fields.RequiredText("publisher");
            var date = Date(fields);
            if (title is not null && publisher is not null && date is not null)
                sources.Add(new Source(key.Text, title, publisher, date.Value.Last) { Precision = date.Value.Precision });
        }
        return sources;
    }

    /// <summary>The day of publication; of some documents only the month or year is known, which then stands for its
    /// last day.</summary>
    private static On? Date(Fields source)
    {
        if (source.Node("date") is YamlScalar { Plain: false, Text.Length: 4 or 7 } text
            && On.TryParse(text.Text, out var on)) return on;
        return source.RequiredDay("date") is { } day ? On.Day(day) : null;
    }

    /// <summary>The citation written in a mapping.</summary>
    public static Cite? Own(Fields line, YamlMapping? sources)
    {
        if (Fields.Of(line.Node("cite"), $"'cite' of {line.What}", line.Findings, "source",
            "clause") is not { } fields) return null;
        var source = fields.RequiredText("source");
        var clause = fields.RequiredText("clause");
        if (source is null || clause is null) return null;
        if (sources?.Find(source) is null)
            line.Findings.Add(DiagnosticCodes.UnknownSource, fields.At("source"),
                $"{line.What} cites the source '{source}', which is not listed",
                Suggest.Among(source, sources?.Entries.Select(e => e.Key.Text) ?? []));
        return new Cite(source, clause);
    }
}

/// <summary>The citation in force at a line; null where nothing around it has one.</summary>
internal sealed record Citing(Cite? Inherited, YamlMapping? Sources)
{
    public static readonly Cite None = new("", "");

    /// <summary>Inside a line: what it cites itself, else what is inherited.</summary>
    public Citing Within(Fields line) => CiteReader.Own(line, Sources) is { } own ? this with { Inherited = own }
        : this;

    /// <summary>The line's effective citation. A line that has none is reported, unless what it cites is itself
    /// wrong.</summary>
    public Cite For(Fields line)
    {
        if (Inherited is not null) return Inherited;
        if (!line.Has("cite"))
            line.Findings.Add(DiagnosticCodes.CiteMissing, line.Mapping,
                $"{line.What} cites nothing and inherits nothing",
                "Write 'cite: { source, clause }' here or at the head of the ruleset.");
        return None;
    }
}
