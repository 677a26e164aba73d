using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Writing;

/// <summary>Kinds of activities as a file writes them.</summary>
internal static class KindText
{
    public static string Of(ActivityKind kind) => Flow.Map(
        ("id", kind.Id.Value), ("title", Flow.Title(kind.Title)), ("nature", Flow.Word(kind.Nature)), ("measure", Flow.Word(kind.Measure)),
        ("unit", kind.Unit is { } unit ? Flow.Text(unit) : null),
        ("options", kind.Options.Count == 0 ? null
            : Flow.List(kind.Options.Select(o => Flow.Map(("id", Flow.Text(o.Id)), ("title", Flow.Title(o.Title)))))),
        ("keyed", Flow.Flag(kind.Keyed)),
        ("when-missing", kind.Nature == Nature.State && !kind.Keyed ? Flow.Text(kind.WhenMissing ?? "unknown") : null),
        ("expires-after", kind.ExpiresAfter?.ToString()),
        ("confirmed-by", kind.ConfirmedBy is { } by ? Flow.Title(by) : null), ("evidence", Flow.Texts(kind.Evidence)));
}
