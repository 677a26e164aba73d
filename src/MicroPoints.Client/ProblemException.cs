using MicroPoints.Contracts;

namespace MicroPoints.Client;

/// <summary>The server answered with a problem, or something between answered in its place.</summary>
/// <remarks>The message holds the refusal's name, its detail and the request id, and never the key or what was sent.</remarks>
public sealed class ProblemException(Problem problem)
    : Exception($"{problem.Refusal}: {problem.Detail}{(problem.RequestId.Length > 0 ? $" (request {problem.RequestId})" : "")}")
{
    /// <summary>Everything the server said.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>The refusal's name, such as <c>chamber-unknown</c>.</summary>
    public string Refusal => Problem.Refusal;

    /// <summary>The HTTP status.</summary>
    public int Status => Problem.Status;
}
