using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>What reading an activities file came to; a catalogue exactly where there is no error.</summary>
public sealed record ActivitiesReading(KindCatalogue? Catalogue, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads <c>activities.yaml</c>: what may be recorded, how it is measured, and who confirms it.</summary>
public static class ActivitiesFile
{
    private static ReadOnlySpan<byte> Header => "activities-version"u8;

    /// <summary>Whether a line of the file begins with its version, as in no other file; the rest may be full of errors.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes)
    {
        foreach (var line in bytes.Split((byte)'\n'))
            if (bytes[line].TrimStart("\uFEFF'\""u8).StartsWith(Header)) return true;
        return false;
    }

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
