using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MicroPoints.Rulesets;

/// <summary>A value of the rule model as text that is the same exactly where the values mean the same.</summary>
/// <remarks>
/// Made from what a record keeps, so that a field added later is compared without anyone remembering it. Inside a line the order of
/// a list says nothing (conditions joined, options, kinds counted), so lists are put in order.
/// </remarks>
internal static class StructuralText
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        DateOnly day => Calendar.Text(day),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        Ids { Reference: { } reference } => "$" + reference,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of).Order(StringComparer.Ordinal))}]",
        _ when FieldsOf(value.GetType()) is { Length: > 0 } fields =>
            $"{value.GetType().Name}({string.Join(", ", fields.Select(f => Of(f.GetValue(value))))})",
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a text made here names a parameter or setting.</summary>
    public static bool Names(string text, string id)
    {
        var name = "$" + id;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (at + name.Length >= text.Length || text[at + name.Length] is ',' or ')' or ']' or ' ') return true;
        return text.Contains($"'{id}'", StringComparison.Ordinal);
    }

    private static FieldInfo[] FieldsOf(Type type) => Fields.GetOrAdd(type, static t => [.. KeptBy(t)]);

    private static IEnumerable<FieldInfo> KeptBy(Type? type)
    {
        if (type?.Namespace?.StartsWith(nameof(MicroPoints), StringComparison.Ordinal) != true || type.IsValueType) return [];
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return KeptBy(type.BaseType).Concat(type.GetFields(Own));
    }
}
