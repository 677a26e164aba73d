using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MicroPoints.Contracts;

namespace MicroPoints.Client;

/// <summary>The wire records as a client writes and reads them.</summary>
internal static class Json
{
    /// <summary>Reads members that it does not know, which a newer server may send; writes Chinese as itself.</summary>
    public static readonly WireJson Wire = new(new JsonSerializerOptions(WireJson.Default.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
