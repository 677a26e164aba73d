namespace MicroPoints.Rulesets.Yaml;

public enum Severity
{
    /// <summary>The file cannot be used.</summary>
    Error = 1,

    /// <summary>The file can be used; its author probably meant something else.</summary>
    Warning = 2,

    /// <summary>Nothing is wrong; something worth knowing.</summary>
    Info = 3,
}

/// <summary>One thing that is wrong in a file: where, what, and what to write instead.</summary>
/// <param name="Code">Stable, from <see cref="DiagnosticCodes"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Message">What is wrong, one sentence without its full stop.</param>
/// <param name="Fix">What to write instead, a full sentence.</param>
public sealed record Diagnostic(
    string Code, Severity Severity, string File, int Line, int Column, string Message, string Fix)
{
    public bool IsError => Severity == Severity.Error;
    public bool IsWarning => Severity == Severity.Warning;

    public string SeverityWord => Severity.Word();

    public override string ToString() =>
        FormattableString.Invariant(
            $"{File}:{Line}:{Column}: {SeverityWord} {Code}: {Message}. {Fix}");
}

/// <summary>A kind of diagnostic. Codes are never renumbered or reused.</summary>
public sealed record DiagnosticCode(string Id, Severity Severity, string Summary)
{
    public string SeverityWord => Severity.Word();
}

internal static class Severities
{
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new InvalidOperationException("unknown severity"),
    };
}
