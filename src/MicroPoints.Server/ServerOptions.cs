using MicroPoints.Api;

namespace MicroPoints.Server;

/// <summary>Everything that may be set of a server; each line has a default but the data directory.</summary>
public sealed record ServerOptions
{
    /// <summary>The data directory.</summary>
    public required string Data { get; init; }

    /// <summary>Where it listens: this machine alone unless another address is named.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Makes the fictional county's data there first, or takes up those that are there.</summary>
    public bool Demo { get; init; }

    /// <summary>Shows the scorecards' summary on the first page, to anybody.</summary>
    public bool PublicPage { get; init; }

    /// <summary>Where traces and figures are sent by OTLP; null: nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How long requests under way may take to finish when the server stops.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    public ApiOptions Api { get; init; } = new();
}
