using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Compares two values field by field, so that a field added later is compared without anyone remembering it.</summary>
/// <remarks>Records are compared by what they are made of, lists in order, dictionaries by key; what is neither is compared by
/// its own equality. What is computed is left out, for it follows from what is kept.</remarks>
internal static class StructuralComparison
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public readonly record struct Difference(string Where, string First, string Second);

    public static Difference? FirstDifference(object first, object second) => Compare(first, second, "");

    private static Difference? Compare(object? first, object? second, string where)
    {
        if (ReferenceEquals(first, second)) return null;
        if (first is null || second is null) return Differ(first, second, where);
        if (first is Finding found && second is Finding again) return CompareWords(found, again, where.Length == 0 ? "" : where + ".");
        if (first is IDictionary one && second is IDictionary other) return CompareKeys(one, other, where);
        if (first is IEnumerable ones && second is IEnumerable others && first is not string) return CompareItems(ones, others, where);
        var fields = first.GetType() == second.GetType() ? FieldsOf(first.GetType()) : [];
        if (fields.Length == 0) return first.Equals(second) ? null : Differ(first, second, where);
        var inside = where.Length == 0 ? "" : where + ".";
        foreach (var field in fields)
            if (Compare(field.GetValue(first), field.GetValue(second), inside + NameOf(field)) is { } difference) return difference;
        return null;
    }

    /// <summary>A finding's words are made when first read; both engines must say the same, whoever was asked before.</summary>
    private static Difference? CompareWords(Finding first, Finding second, string inside) =>
        Compare(first.Condition, second.Condition, inside + nameof(Finding.Condition))
        ?? Compare(first.Verdict, second.Verdict, inside + nameof(Finding.Verdict))
        ?? Compare(first.Sentence, second.Sentence, inside + nameof(Finding.Sentence))
        ?? Compare(first.Inside, second.Inside, inside + nameof(Finding.Inside));

    private static Difference? CompareItems(IEnumerable first, IEnumerable second, string where)
    {
        var (ones, others) = (first.Cast<object?>().ToList(), second.Cast<object?>().ToList());
        for (var i = 0; i < Math.Min(ones.Count, others.Count); i++)
            if (!ReferenceEquals(ones[i], others[i]) && Compare(ones[i], others[i], $"{where}[{NameOf(ones[i]) ?? $"{i}"}]") is { } found)
                return found;
        return ones.Count == others.Count ? null : Differ(ones.Count, others.Count, where + ".Count");
    }

    private static Difference? CompareKeys(IDictionary first, IDictionary second, string where)
    {
        foreach (var key in first.Keys.Cast<object>().Union(second.Keys.Cast<object>()))
        {
            var (one, other) = (first.Contains(key) ? first[key] : null, second.Contains(key) ? second[key] : null);
            if (Compare(one, other, $"{where}[{key}]") is { } found) return found;
        }
        return first.Count == second.Count ? null : Differ(first.Count, second.Count, where + ".Count");
    }

    /// <summary>The id of what a line is about, or its own.</summary>
    private static string? NameOf(object? item)
    {
        if (item is null || FieldsOf(item.GetType()) is not { Length: > 0 } fields) return null;
        return IdOf(item) ?? fields.Select(f => f.GetValue(item) is { } about ? IdOf(about) : null).FirstOrDefault(id => id is not null);
    }

    private static string? IdOf(object value) =>
        FieldsOf(value.GetType()).FirstOrDefault(f => NameOf(f) == "Id")?.GetValue(value)?.ToString();

    private static Difference Differ(object? first, object? second, string where) => new(where, Text(first), Text(second));

    private static string Text(object? value) =>
        value switch { null => "nothing", Title title => title.EnOrZh, _ => value.ToString() ?? "" };

    /// <summary>Everything that an object of ours keeps; nothing for values that compare themselves, such as numbers and texts.</summary>
    private static FieldInfo[] FieldsOf(Type type) => Fields.GetOrAdd(type, static t => [.. KeptBy(t)]);

    private static IEnumerable<FieldInfo> KeptBy(Type? type)
    {
        if (type?.Namespace?.StartsWith(nameof(MicroPoints), StringComparison.Ordinal) != true || type.IsValueType) return [];
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return KeptBy(type.BaseType).Concat(type.GetFields(Own));
    }

    /// <summary>A property's name, where a field keeps one.</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', .. var rest] && rest.IndexOf('>') is > 0 and var end ? rest[..end] : field.Name;
}
