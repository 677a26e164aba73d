using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>Reads <c>then</c>; every id in it must exist, so that no expectation is empty by a slip.</summary>
internal static class ExpectedReader
{
    private static readonly string[] Headings =
        ["points", "categories", "deductions", "total", "grade", "class", "rank", "limits", "outcomes", "eligible",
            "because"];

    private static readonly string[] BecauseCodes = [.. Enum.GetValues<Because>().Select(b => b.Code())];

    public static Expected? Read(Fields testCase, RuleTestContext context)
    {
        if (Fields.Of(testCase.RequiredNode("then"), $"'then' of {testCase.What}", context.Findings,
            [.. Headings, "only", "any-one-removed"])
            is not { } then) return null;
        if (then.Mapping.Entries.Count == 0)
            context.Findings.Add(DiagnosticCodes.NothingExpected, then.Mapping, $"{testCase.What} expects nothing",
                "Write what the ruleset must make of it.");
        return new Expected
        {
            Points = PointsBy(then, "points", NameOf.Indicator, context),
            Categories = PointsBy(then, "categories", NameOf.Category, context),
            Deductions = PointsBy(then, "deductions", NameOf.Deduction, context),
            Total = Number(then, "total", context),
            Grade = Named(then, "grade", NameOf.Grade, context),
            Class = Named(then, "class", NameOf.Class, context),
            Rank = then.Node("rank") is { } rank ? (int?)Shapes.Whole(rank, then.Named("rank"), 1, Limits.CountMax,
                context.Findings) : null,
            Limits = Ids(then, "limits", NameOf.Limit, context),
            Outcomes = Ids(then, "outcomes", NameOf.Outcome, context),
            Eligible = Ids(then, "eligible", NameOf.Outcome, context),
            Because = Because(then, context),
            Only = Only(then, context),
            AnyOneRemoved = Fields.Of(then.Node("any-one-removed"), then.Named("any-one-removed"), context.Findings,
                "grade", "lowest-total") is { } removed
                ? new AnyOneRemoved(Named(removed, "grade", NameOf.Grade, context),
                Number(removed, "lowest-total", context)) : null,
        };
    }

    private static Points? Number(Fields then, string key, RuleTestContext context) =>
        then.Node(key) is { } node ? Shapes.Number(node, then.Named(key), context.Findings) : null;

    private static string? Named(Fields then, string key, NameOf of, RuleTestContext context)
    {
        if (then.Text(key) is not { } id) return null;
        return id == Expected.None || context.Knows(of, id, then.Node(key)!) ? id : null;
    }

    private static Dictionary<string, Points> PointsBy(Fields then, string key, NameOf of, RuleTestContext context)
    {
        var points = new Dictionary<string, Points>(StringComparer.Ordinal);
        foreach (var (id, value) in then.Entries(key))
            if (context.Knows(of, id.Text, id) && Shapes.Number(value, $"'{id.Text}' in {then.Named(key)}",
                context.Findings) is { } number)
                points[id.Text] = number;
        return points;
    }

    private static List<string>? Ids(Fields then, string key, NameOf of, RuleTestContext context)
    {
        if (then.Node(key) is not { } node) return null;
        var ids = then.Texts(key);
        return [.. ids.Where(id => context.Knows(of, id, node))];
    }

    private static Dictionary<string, IReadOnlyList<string>> Because(Fields then, RuleTestContext context)
    {
        var because = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (then.Node("because") is not { } node || Shapes.Mapping(node, then.Named("because"),
            context.Findings) is not { } mapping) return because;
        foreach (var (id, value) in mapping.Entries)
        {
            if (!IsLine(id.Text, context)) context.Knows(NameOf.Indicator, id.Text, id);
            var items = value is YamlList list ? list.Items : [value];
            because[id.Text] = [.. items.Select(i => Code(i, context)).OfType<string>()];
        }
        return because;
    }

    private static string? Code(YamlNode item, RuleTestContext context)
    {
        if (Shapes.Text(item, "a code of 'because'", context.Findings) is not { } code || BecauseCodes.Contains(code))
            return (item as YamlScalar)?.Text;
        context.Findings.Add(DiagnosticCodes.UnknownWord, item, $"no line is explained by '{code}'",
            Suggest.Among(code, BecauseCodes));
        return null;
    }

    private static List<string>? Only(Fields then, RuleTestContext context)
    {
        if (then.Node("only") is not { } node) return null;
        var only = then.Texts("only");
        foreach (var id in only.Where(i => !Headings.Contains(i) && !IsLine(i, context)))
            context.Findings.Add(DiagnosticCodes.UnknownWord, node,
                $"'only' names '{id}', which is no line of the ruleset", Suggest.Among(id,
                [.. Headings, .. context.Known(NameOf.Indicator) ?? [], .. context.Known(NameOf.Category) ?? []]));
        return [.. only];
    }

    private static bool IsLine(string id, RuleTestContext context) => context.Ruleset is null
        || new[] { NameOf.Indicator, NameOf.Category, NameOf.Deduction, NameOf.Limit, NameOf.Outcome }.Any(of =>
        context.Known(of)!.Contains(id));
}
