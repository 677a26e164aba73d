using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Writes enum values as kebab words, such as <c>would-record</c>; reads exactly those, no numbers and no capitals.</summary>
public sealed class KebabEnum<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words =
        Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    private static readonly Dictionary<string, T> Values = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    /// <summary>Every word, in order of value.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(v => Words[v])];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value) ? value
        : throw new JsonException($"it is not one of {string.Join(", ", All)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words[value]);
}
