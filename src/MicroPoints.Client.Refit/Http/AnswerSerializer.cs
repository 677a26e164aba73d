using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Writes bodies and reads answers as the plain client does, by the wire records' generated code.</summary>
internal sealed class AnswerSerializer : IHttpContentSerializer
{
    public HttpContent ToHttpContent<T>(T item)
    {
        // Files go as they are; their method names their type.
        if (item is byte[] file) return new ByteArrayContent(file);
        var type = Json.Wire.Options.GetTypeInfo(typeof(T));
        // What is left out is the record in which nothing is said.
        var json = JsonSerializer.SerializeToUtf8Bytes(item ?? type.CreateObject!(), type);
        return new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        content is AnsweredContent answered ? Task.FromResult((T?)Readings.Of(typeof(T), answered))
        : throw new InvalidOperationException(
            $"the answer did not come through {nameof(AnswerHandler)}: let {nameof(MicroPointsApis)} make the interface, or add it");

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
