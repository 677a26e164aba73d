namespace MicroPoints.Cli.Terminal;

/// <summary>The codes a process ends with.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Wrong usage, a file that is not there, a store in use.</summary>
    public const int CouldNotRun = 1;

    /// <summary>It ran, and the answer is no.</summary>
    public const int No = 2;
}

/// <summary>Ends a verb with a message and a code; never a stack trace.</summary>
internal sealed class CliFailure(int exitCode, string message, IReadOnlyList<string>? details = null) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
    public IReadOnlyList<string> Details { get; } = details ?? [];

    public static CliFailure CouldNotRun(string message) => new(Terminal.ExitCode.CouldNotRun, message);
    public static CliFailure No(string message, IReadOnlyList<string>? details = null) =>
        new(Terminal.ExitCode.No, message, details);
    public static CliFailure Refused(Refusal reason, string detail) => No($"{Words.Kebab(reason.ToString())}: {detail}");
}
