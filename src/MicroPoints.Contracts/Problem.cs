namespace MicroPoints.Contracts;

/// <summary>Why a request was not done, after RFC 9457.</summary>
/// <param name="Type">An address that ends in the refusal's name.</param>
/// <param name="Title">The refusal in words, the same for every request refused so.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What, where, and what to do instead, for a person.</param>
/// <param name="Refusal">The refusal's name, such as <c>period-closed</c>.</param>
/// <param name="RequestId">The answer's <c>X-Request-Id</c>, which the server's log line of the request and its span bear too.</param>
/// <param name="Path">Where in the sent JSON, such as <c>$.count</c>.</param>
/// <param name="Lines">Every bad line of a batch.</param>
/// <param name="Diagnostics">Everything that was found in a ruleset file.</param>
/// <param name="Failures">Every test of a ruleset that failed, a sentence each.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string Refusal, string RequestId, string? Path = null,
    IReadOnlyList<ProblemLine>? Lines = null, IReadOnlyList<RulesetDiagnostic>? Diagnostics = null,
    IReadOnlyList<string>? Failures = null)
{
    public const string TypeBase = "https://micropoints.example/problems/";
    public const string MediaType = "application/problem+json";
}

/// <summary>One bad line of a batch.</summary>
/// <param name="Index">Its place among the lines sent, from 0.</param>
public sealed record ProblemLine(int Index, string Refusal, string Detail);
