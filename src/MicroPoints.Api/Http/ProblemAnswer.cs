using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>An answer that says why nothing was done.</summary>
internal sealed record ProblemAnswer(
    int Status, string Name, string Detail, string? Path = null, IReadOnlyList<ProblemLine>? Lines = null) : IResult
{
    /// <summary>Everything that was found in a ruleset file.</summary>
    public IReadOnlyList<RulesetDiagnostic>? Diagnostics { get; init; }

    /// <summary>Every test of a ruleset that failed.</summary>
    public IReadOnlyList<string>? Failures { get; init; }

    public static ProblemAnswer Of(Fault fault, string detail, string? path = null) =>
        new(Statuses.Of(fault), Statuses.Name(fault), detail, path);

    public static ProblemAnswer Of(Refusal refusal, string detail, string? path = null) =>
        new(Statuses.Of(refusal), Statuses.Name(refusal), detail, path);

    public static ProblemAnswer Of(Answer.Refused refused) => Of(refused.Reason, refused.Detail);

    public ProblemLine AsLine(int index) => new(index, Name, Path is null ? Detail : $"{Path}: {Detail}");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new Problem(
            Problem.TypeBase + Name, Statuses.Title(Name), Status, Detail, Name, httpContext.TraceIdentifier, Path, Lines,
            Diagnostics, Failures);
        return JsonOut.Write(httpContext, Status, problem, WireJson.Default.Problem, Problem.MediaType);
    }
}

/// <summary>Ends a request with a problem, from wherever it was found.</summary>
internal sealed class ProblemException(ProblemAnswer answer) : Exception(answer.Detail)
{
    public ProblemException(Fault fault, string detail, string? path = null) : this(ProblemAnswer.Of(fault, detail, path)) { }
    public ProblemException(Refusal refusal, string detail) : this(ProblemAnswer.Of(refusal, detail)) { }

    public ProblemAnswer Answer { get; } = answer;
}
