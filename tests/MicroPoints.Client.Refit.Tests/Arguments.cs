using System.Reflection;

namespace MicroPoints.Client.Refit.Tests;

/// <summary>Makes something up for a parameter, such as stretches escaping and formatting.</summary>
internal static class Arguments
{
    /// <param name="withEverything">Also what may be left out.</param>
    public static object? For(ParameterInfo parameter, bool withEverything) =>
        parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : parameter.HasDefaultValue && !withEverything ? parameter.DefaultValue
        : Of(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, parameter.Name!);

    private static object Of(Type type, string name) =>
        type == typeof(string) ? $"{name} 1/2?&=#%+,:;ä会"
        : type == typeof(int) || type == typeof(long) ? Convert.ChangeType(2026, type)
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 1)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 1, 7, 8, 9, 123, TimeSpan.FromHours(8))
        : type == typeof(byte[]) ? "ruleset: 积分\n"u8.ToArray()
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : Filled(type);

    /// <summary>A record by its longest constructor, or by its properties.</summary>
    private static object Filled(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => For(p, true))]);
        foreach (var property in type.GetProperties().Where(p => p.PropertyType == typeof(string) || p.PropertyType.IsEnum))
            if (property.GetSetMethod() is not null) property.SetValue(made, Of(property.PropertyType, property.Name));
        return made;
    }
}
