using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>Reads a request's body whole, within its limit, and strictly.</summary>
internal static class JsonIn
{
    public static async ValueTask<T> Read<T>(HttpContext http, JsonTypeInfo<T> type, int bytesMax)
    {
        var body = await Whole(http, bytesMax);
        // What could not be parsed is read all the same, so that the connection stays good for the next request.
        try { return Parse(body, type); }
        finally { http.Request.BodyReader.AdvanceTo(body.End); }
    }

    public static async ValueTask<byte[]> ReadBytes(HttpContext http, int bytesMax)
    {
        var body = await Whole(http, bytesMax);
        var bytes = body.ToArray();
        http.Request.BodyReader.AdvanceTo(body.End);
        return bytes;
    }

    private static async ValueTask<ReadOnlySequence<byte>> Whole(HttpContext http, int bytesMax)
    {
        if (http.Request.ContentLength > bytesMax) throw TooLarge(bytesMax);
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await Next(reader, http.RequestAborted);
            if (read.Buffer.Length > bytesMax)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge(bytesMax);
            }
            if (read.IsCompleted) return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async ValueTask<ReadResult> Next(PipeReader reader, CancellationToken aborted)
    {
        try { return await reader.ReadAsync(aborted); }
        // A chunk whose size no number holds is told as a failure of the connection, though its sender is still there.
        catch (IOException e) when (e is not BadHttpRequestException && !aborted.IsCancellationRequested)
        {
            throw new ProblemException(Fault.RequestInvalid, "the body breaks off: its chunks are not as HTTP/1.1 has them");
        }
    }

    private static T Parse<T>(ReadOnlySequence<byte> body, JsonTypeInfo<T> type)
    {
        if (body.IsEmpty) throw new ProblemException(Fault.JsonInvalid, "the body is empty: send one JSON object", "$");
        var json = body.IsSingleSegment ? new Utf8JsonReader(body.FirstSpan) : new Utf8JsonReader(body);
        var value = JsonSerializer.Deserialize(ref json, type)
            ?? throw new ProblemException(Fault.JsonInvalid, "the body is null: send one JSON object", "$");
        return !json.Read() ? value
            : throw new ProblemException(Fault.JsonInvalid, "something follows the JSON object: send one object alone", "$");
    }

    private static ProblemException TooLarge(int bytesMax) =>
        new(Fault.BodyTooLarge, $"the body is larger than {bytesMax} bytes: send less in one request");
}
