using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Formulas as one decision of the Zen engine: an expression for each.</summary>
public static class ZenRules
{
    public static JsonObject Of(IReadOnlyList<Decidable> formulas)
    {
        var expressions = new JsonArray();
        for (var i = 0; i < formulas.Count; i++)
        {
            Add($"m{i}", formulas[i].Met);
            if (formulas[i].CanErr) Add($"p{i}", formulas[i].Possible);
        }
        return new JsonObject
        {
            ["nodes"] = new JsonArray(Node("in", "inputNode", null), Node("conditions", "expressionNode",
                new JsonObject { ["expressions"] = expressions }), Node("out", "outputNode", null)),
            ["edges"] = new JsonArray(Edge("in", "conditions"), Edge("conditions", "out")),
        };

        void Add(string key, Formula formula) =>
            expressions.Add(new JsonObject { ["id"] = key, ["key"] = key, ["value"] = Say(formula) });
    }

    private static JsonObject Node(string id, string type, JsonObject? content)
    {
        var node = new JsonObject
        {
            ["id"] = id,
            ["name"] = id,
            ["type"] = type,
            ["position"] = new JsonObject { ["x"] = 0, ["y"] = 0 },
        };
        if (content is not null) node["content"] = content;
        return node;
    }

    private static JsonObject Edge(string from, string to) =>
        new() { ["id"] = $"{from}-{to}", ["type"] = "edge", ["sourceId"] = from, ["targetId"] = to };

    private static string Say(Formula formula) => formula switch
    {
        Formula.Always always => always.Value ? "true" : "false",
        Formula.All all => $"({string.Join(" and ", all.Of.Select(Say))})",
        Formula.Any any => $"({string.Join(" or ", any.Of.Select(Say))})",
        Formula.Not not => $"(not {Say(not.Of)})",
        Formula.Some some => $"(sum([{string.Join(", ", some.Of.Select(f => $"({Say(f)} ? 1 : 0)"))}]) >= {some.N})",
        Formula.Compare compare => compare.Relation switch
        {
            Relation.AtLeast => Known(compare.Fact, $">= {compare.Bound}"),
            Relation.AtMost => Known(compare.Fact, $"<= {compare.Bound}"),
            Relation.Below => Known(compare.Fact, $"< {compare.Bound}"),
            _ => throw new InvalidOperationException("unknown relation"),
        },
        Formula.OneOf oneOf => Known(oneOf.Fact, $"in [{string.Join(", ", oneOf.Of.Select(Text))}]"),
        Formula.Holds holds => $"({string.Join(" or ", holds.AnyOf.Select(o => $"contains({FactSheet.NameOf(holds.Fact)}, {Text(o)})"))})",
        Formula.Known known => $"({FactSheet.NameOf(known.Fact)} != null)",
        _ => throw new InvalidOperationException("unknown formula"),
    };

    private static string Known(int fact, string relation) =>
        $"({FactSheet.NameOf(fact)} != null and {FactSheet.NameOf(fact)} {relation})";

    private static string Text(string text) => JsonSerializer.Serialize(text);
}
