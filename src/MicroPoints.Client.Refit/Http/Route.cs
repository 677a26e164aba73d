namespace MicroPoints.Client.Refit;

/// <summary>Where the API lies, and the headers that name a head.</summary>
internal static class Route
{
    public const string Api = "/api/v1";

    /// <summary>What a write expects the head to be.</summary>
    public const string Expected = "If-Match";

    /// <summary>What a reader has already.</summary>
    public const string Known = "If-None-Match";
}
