using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>How a server is named and answered for on the command line.</summary>
internal static class ServerAccess
{
    public static Uri Address(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address is { Query: "", Fragment: "", UserInfo: "" } ? address
        : throw CliFailure.CouldNotRun($"--server '{text}' is not an address such as http://127.0.0.1:5080");

    public static string Key(ParseResult parsed)
    {
        var given = parsed.GetValue(Place.ApiKey) ?? Environment.GetEnvironmentVariable(Place.KeyVariable);
        if (string.IsNullOrWhiteSpace(given)) throw CliFailure.CouldNotRun(
            $"a server asks for a key: name a file that holds it with --api-key @FILE, or set {Place.KeyVariable}");
        var key = given[0] == '@' ? System.Text.Encoding.UTF8.GetString(Common.ReadFile(given[1..])).Trim() : given;
        // What is wrong is said without showing it.
        return key.StartsWith("mp_", StringComparison.Ordinal) && key.All(c => char.IsAsciiLetterOrDigit(c) || "._:-".Contains(c))
            ? key : throw CliFailure.CouldNotRun(
                "the API key is none: one begins with mp_ and has no blanks; @FILE names a file that holds it");
    }

    public static T Accepted<T>(Sent<T> sent) => sent is Sent<T>.Refused refused ? throw Failure(refused.Problem) : sent.ValueOrThrow();

    /// <summary>The server ran it and says no; anything else is no answer to what was asked.</summary>
    public static bool IsRefusal(ProblemException e) => e.Status is 400 or 403 or 404 or 409 or 412 or 413 or 422;

    public static CliFailure Failure(Problem problem) => CliFailure.No($"{problem.Refusal}: {problem.Detail}");

    public static CliFailure Failure(ProblemException e) => IsRefusal(e) ? Failure(e.Problem) : CliFailure.CouldNotRun(e.Message);
}
