using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>What reading an activities file came to; a catalogue exactly where there is no error.</summary>
public sealed record ActivitiesReading(KindCatalogue? Catalogue, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads <c>activities.yaml</c>: what may be recorded, how it is measured, and who confirms it.</summary>
public static class ActivitiesFile
{
    /// <param name="bytes">The file as it is stored; the catalogue's hash is theirs.</param>
    /// <param name="fileName">For diagnostics only.</param>
    public static ActivitiesReading Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        var findings = new Findings(fileName);
        var catalogue = YamlDocument.Read(bytes, findings) is { } root
            ? KindReader.Catalogue(root, Digest.Of(bytes), findings)
            : null;
        return new ActivitiesReading(findings.HasErrors ? null : catalogue, findings.InOrder);
    }
}
