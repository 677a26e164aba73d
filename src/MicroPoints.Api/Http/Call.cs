using System.Text.Json.Serialization.Metadata;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>One request as endpoints see it: who asks, of what workspace, and what was sent.</summary>
internal sealed class Call(HttpContext http, Workspace workspace, Actor? actor)
{
    public HttpContext Http { get; } = http;
    public Workspace Workspace { get; } = workspace;

    /// <summary>Who asks; the gate let nobody in without a key where one is needed.</summary>
    public Actor Actor => actor ?? throw new InvariantException("an open endpoint asked who calls");

    /// <summary>The same, for what must be said of every request; null where no key was sent or needed.</summary>
    public Actor? Caller => actor;

    /// <summary>Ends when the client goes away or the request takes too long.</summary>
    public CancellationToken Cancel => Http.RequestAborted;

    public static Call Of(HttpContext http) =>
        http.Features.Get<Call>() ?? throw new InvariantException("the gate is passed by every request");

    /// <summary>Reads the body strictly.</summary>
    public ValueTask<T> Body<T>(JsonTypeInfo<T> type, int bytesMax = Limits.BodyBytesMax) => JsonIn.Read(Http, type, bytesMax);

    /// <summary>The chamber in the address, where it exists and its seat is within the key's scope.</summary>
    /// <exception cref="ProblemException">A foreign chamber is as unknown as one that is nowhere.</exception>
    public ValueTask<ChamberId> Chamber() => Chamber(Route("chamber"));

    /// <inheritdoc cref="Chamber()"/>
    public async ValueTask<ChamberId> Chamber(string text)
    {
        if (ChamberId.IsValid(text) && new ChamberId(text) is var chamber
            && await Workspace.Seats.Of(chamber, Cancel) is { } seat && Actor.Scope.Contains(seat)) return chamber;
        throw new ProblemException(Refusal.ChamberUnknown, $"'{text}' is not on the register that this key reaches");
    }

    /// <summary>A region that was asked for; one outside the key's scope is as unknown as one that is nowhere.</summary>
    public RegionCode Region(string text, Func<string, Exception> invalid)
    {
        if (!RegionCode.IsValid(text)) throw invalid(text);
        var region = new RegionCode(text);
        return Actor.Scope.Contains(region) ? region
            : throw new ProblemException(Fault.RegionUnknown, $"region {text} is not one that this key reaches");
    }

    /// <summary>An entry's id in the address.</summary>
    public EntryId Entry()
    {
        var text = Route("id");
        return EntryId.IsValid(text) ? new EntryId(text)
            : throw new ProblemException(Refusal.EntryNotFound, $"'{text}' is not in this ledger");
    }

    public string Route(string name) => (string)Http.Request.RouteValues[name]!;
}
