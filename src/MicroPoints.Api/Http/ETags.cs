using System.Globalization;
using MicroPoints.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MicroPoints.Api;

/// <summary>ETags: a stream's is its head, a computed answer's is the digest of what it was computed from.</summary>
internal static class ETags
{
    public static string Of(Head head) => string.Create(CultureInfo.InvariantCulture, $"\"{head.Sequence}-{head.Hash}\"");

    /// <summary>Weak: the same inputs give the same answer, though the instant it names may differ.</summary>
    public static string OfInputs(Digest digest) => $"W/\"{digest}\"";

    /// <summary>Whether the client has this already.</summary>
    public static bool IsKnown(this Call call, string etag)
    {
        var known = Parse(call.Http.Request.Headers.IfNoneMatch, HeaderNames.IfNoneMatch);
        if (known is null) return false;
        var own = EntityTagHeaderValue.Parse(etag);
        return known.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own, useStrongComparison: false));
    }

    public static IResult NotModified(string etag) => new NotModifiedAnswer(etag);

    /// <summary>The head that a write expects; null where it expects none.</summary>
    public static Head? Expected(this Call call)
    {
        var sent = call.Http.Request.Headers.IfMatch;
        if (StringValues.IsNullOrEmpty(sent)) return null;
        return Parse(sent, HeaderNames.IfMatch) is [{ IsWeak: false } one] && ReadHead(one.Tag.AsSpan()) is { } head ? head
            : throw Invalid(HeaderNames.IfMatch, sent);
    }

    private static Head? ReadHead(ReadOnlySpan<char> tag)
    {
        tag = tag.Trim('"');
        var dash = tag.IndexOf('-');
        return dash > 0 && long.TryParse(tag[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && Digest.TryParse(tag[(dash + 1)..].ToString(), out var hash) ? new Head(sequence, hash) : null;
    }

    private static IList<EntityTagHeaderValue>? Parse(StringValues sent, string header)
    {
        if (StringValues.IsNullOrEmpty(sent)) return null;
        return EntityTagHeaderValue.TryParseStrictList([.. sent!], out var tags) ? tags : throw Invalid(header, sent);
    }

    private static ProblemException Invalid(string header, StringValues sent) =>
        new(Fault.EtagInvalid, $"{header}: {sent} is not an ETag as this server gave it: send one back as it came");

    private sealed class NotModifiedAnswer(string etag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            httpContext.Response.Headers.ETag = etag;
            return Task.CompletedTask;
        }
    }
}
