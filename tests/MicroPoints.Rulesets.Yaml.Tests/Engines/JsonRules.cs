using System.Text.Json.Nodes;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Formulas as rules of json-rules-engine.</summary>
/// <remarks>It has no "so many of": rules of higher priority count into a fact that others read.</remarks>
public sealed class JsonRules
{
    private const int LowestPriority = 1;

    private readonly List<(JsonObject Rule, int Level)> _rules = [];
    private readonly JsonArray _counters = [];
    private int _levels;

    public static JsonObject Of(IReadOnlyList<Decidable> formulas)
    {
        var rules = new JsonRules();
        for (var i = 0; i < formulas.Count; i++)
        {
            rules.Add($"m{i}", formulas[i].Met);
            if (formulas[i].CanErr) rules.Add($"p{i}", formulas[i].Possible);
        }
        // What a rule counts must be counted before any rule that reads it runs.
        foreach (var (rule, level) in rules._rules) rule["priority"] = LowestPriority + rules._levels - level;
        return new JsonObject { ["rules"] = new JsonArray([.. rules._rules.Select(r => r.Rule)]), ["counters"] = rules._counters };
    }

    private void Add(string type, Formula formula)
    {
        var (condition, level) = Say(formula);
        Add(new JsonObject { ["type"] = type }, condition, level);
    }

    private void Add(JsonObject happening, JsonObject condition, int level)
    {
        _levels = Math.Max(_levels, level);
        _rules.Add((new JsonObject { ["conditions"] = All(condition), ["event"] = happening }, level));
    }

    /// <summary>The condition, and after how many rounds of counting it can be asked.</summary>
    private (JsonObject Condition, int Level) Say(Formula formula) => formula switch
    {
        Formula.All all => Say("all", all.Of),
        Formula.Any any => Say("any", any.Of),
        Formula.Not not => Deny(Say(not.Of)),
        Formula.Some some => Count(some),
        Formula.Holds holds => (new JsonObject
        {
            ["any"] = new JsonArray([.. holds.AnyOf.Select(o => Leaf(FactSheet.NameOf(holds.Fact), "contains", o))]),
        }, 0),
        Formula.Compare compare => (Leaf(FactSheet.NameOf(compare.Fact), compare.Relation switch
        {
            Relation.AtLeast => "greaterThanInclusive",
            Relation.AtMost => "lessThanInclusive",
            Relation.Below => "lessThan",
            _ => throw new InvalidOperationException("unknown relation"),
        }, compare.Bound), 0),
        Formula.OneOf oneOf => (Leaf(FactSheet.NameOf(oneOf.Fact), "in", new JsonArray([.. oneOf.Of.Select(o => JsonValue.Create(o))])), 0),
        Formula.Known known => (Leaf(FactSheet.NameOf(known.Fact), "notEqual", null), 0),
        Formula.Always always => (Leaf("always", "equal", always.Value), 0),
        _ => throw new InvalidOperationException("unknown formula"),
    };

    private static (JsonObject Condition, int Level) Deny((JsonObject Condition, int Level) inside) =>
        (new JsonObject { ["not"] = inside.Condition }, inside.Level);

    private (JsonObject Condition, int Level) Say(string join, IReadOnlyList<Formula> of)
    {
        var inside = of.Select(Say).ToList();
        return (new JsonObject { [join] = new JsonArray([.. inside.Select(i => i.Condition)]) }, inside.Max(i => i.Level));
    }

    private (JsonObject Condition, int Level) Count(Formula.Some some)
    {
        var inside = some.Of.Select(Say).ToList();
        var (counter, level) = ($"c{_counters.Count}", inside.Max(i => i.Level));
        _counters.Add(counter);
        foreach (var (condition, own) in inside)
            Add(new JsonObject { ["type"] = "count", ["params"] = new JsonObject { ["counter"] = counter } }, condition, own);
        return (Leaf(counter, "greaterThanInclusive", some.N), level + 1);
    }

    private static JsonObject All(JsonObject condition) => new() { ["all"] = new JsonArray(condition) };

    private static JsonObject Leaf(string fact, string relation, JsonNode? value) =>
        new() { ["fact"] = fact, ["operator"] = relation, ["value"] = value };
}
