namespace MicroPoints.Rulesets.Yaml.Nodes;

/// <summary>Everything found wrong in one file, in the order of the file.</summary>
internal sealed class Findings(string file)
{
    private readonly HashSet<Diagnostic> _found = [];

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Diagnostic> InOrder =>
        [.. _found.OrderBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)];

    /// <summary>Nobody reads more than <see cref="Limits.DiagnosticsMax"/>; an error among the rest still
    /// counts.</summary>
    public void Add(DiagnosticCode code, Place at, string message, string fix)
    {
        HasErrors |= code.Severity == Severity.Error;
        if (_found.Count < Limits.DiagnosticsMax)
            _found.Add(new Diagnostic(code.Id, code.Severity, file, at.Line, at.Column, message, fix));
    }

    public void Add(DiagnosticCode code, YamlNode at, string message, string fix) => Add(code, at.At, message, fix);
}
