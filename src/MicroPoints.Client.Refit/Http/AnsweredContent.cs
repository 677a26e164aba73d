using System.Net;

namespace MicroPoints.Client.Refit;

/// <summary>An answer that was read to its end, on its way through Refit to <see cref="AnswerSerializer"/>, which needs its status
/// and headers as well as its body.</summary>
internal sealed class AnsweredContent(Answered answer, string? known) : HttpContent
{
    public Answered Answer => answer;

    /// <summary>The ETag that the request named.</summary>
    public string? Known => known;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(answer.Body).AsTask();

    /// <summary>Not told: of an answer without a body Refit would make a null, where "unchanged" is one.</summary>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
