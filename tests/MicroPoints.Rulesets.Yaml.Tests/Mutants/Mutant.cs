using System.Collections.Concurrent;
using System.Text;

namespace MicroPoints.Rulesets.Yaml.Tests.Mutants;

/// <summary>A small slip of the pen in a shipped file, and what must be said of it.</summary>
/// <param name="File">Under <c>rulesets/</c>, such as <c>vitality</c>, <c>vitality.test</c> or <c>activities</c>.</param>
/// <param name="Right">What stands there; its first occurrence is changed. Empty: the whole file.</param>
/// <param name="Wrong">What the slip makes of it; ▸ marks where the diagnostic must stand, and stands first where none does.</param>
/// <param name="Code">The code that must be reported there.</param>
/// <param name="Mended">What following the fix makes of the slip; null where it is not tried.</param>
/// <param name="Fix">Words that the fix must hold.</param>
/// <param name="Also">Other errors that the same slip cannot help.</param>
/// <param name="Where">Where the diagnostic must stand, if that is elsewhere: other text of the file, marked.</param>
internal sealed record Mutant(
    string File, string Right, string Wrong, string Code, string? Mended = null, string Fix = "", string Also = "",
    string Where = "")
{
    private const char Mark = '▸';
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>In a mutant this is a byte that is no UTF-8.</summary>
    public const char BadByte = '\uE000';

    public bool IsTests => File.EndsWith(".test", StringComparison.Ordinal);
    public bool IsActivities => File == "activities";

    /// <summary>The ruleset's name, which is its folder's.</summary>
    public string Ruleset => IsTests ? File[..^".test".Length] : File;

    /// <summary>Coverage is found in the ruleset, by what the tests leave out.</summary>
    public bool IsCoverage => string.CompareOrdinal(Code, "TEST019") >= 0 && Code.StartsWith("TEST", StringComparison.Ordinal);

    public string Original => Texts.GetOrAdd(File, f => System.IO.File.ReadAllText(PathOf(f)));

    public byte[] Bytes => ToBytes(Changed(Wrong).Replace(Mark.ToString(), "", StringComparison.Ordinal));

    public byte[]? MendedBytes => Mended is null ? null : ToBytes(Changed(Mended));

    /// <summary>Line and column, from 1.</summary>
    public (int Line, int Column) Place
    {
        get
        {
            var text = Changed(Wrong);
            var at = Where.Length == 0 ? Math.Max(0, text.IndexOf(Mark, StringComparison.Ordinal))
                : text.IndexOf(Where.Replace(Mark.ToString(), "", StringComparison.Ordinal), StringComparison.Ordinal)
                    + Where.IndexOf(Mark, StringComparison.Ordinal);
            return (text[..at].Count(c => c == '\n') + 1, at - (at == 0 ? -1 : text.LastIndexOf('\n', at - 1)));
        }
    }

    public static string PathOf(string file)
    {
        var folder = file.EndsWith(".test", StringComparison.Ordinal) ? file[..^".test".Length] : file;
        return Path.Combine(ShippedFiles.Folder, file == "activities" ? "" : folder, file + ".yaml");
    }

    /// <summary>Its file, its code and how the slip begins.</summary>
    public override string ToString() => $"{File} {Code}: {(Wrong.Length > 60 ? Wrong[..60] : Wrong).ReplaceLineEndings(" ")}";

    private string Changed(string replacement)
    {
        var original = Original;
        if (Right.Length == 0) return replacement;
        var at = original.IndexOf(Right, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"{File} does not hold '{Right}'")
            : original[..at] + replacement + original[(at + Right.Length)..];
    }

    private static byte[] ToBytes(string text) =>
        [.. text.Split(BadByte).SelectMany((part, i) => (byte[])[.. i == 0 ? [] : new byte[] { 0xFF }, .. Encoding.UTF8.GetBytes(part)])];
}

/// <summary>The files that the product ships.</summary>
internal static class ShippedFiles
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "rulesets", "activities.yaml")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no folder above holds rulesets/");
        return Path.Combine(folder, "rulesets");
    }
}
