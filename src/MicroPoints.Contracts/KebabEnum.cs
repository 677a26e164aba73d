using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Writes enum values as kebab words, such as <c>would-record</c>; numbers are not read.</summary>
public sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
