using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroPoints.Api;

/// <summary>Says what is wrong with sent JSON in the sender's words: member and path, never a type of this program.</summary>
internal static partial class JsonFault
{
    public static ProblemAnswer Of(JsonException e)
    {
        var path = e.Path ?? "$";
        if (Unmapped().Match(e.Message) is { Success: true } unmapped)
            return At(Joined(path, unmapped.Groups["name"].Value), $"'{unmapped.Groups["name"].Value}' is not a member here: leave it out");
        if (Missing().Match(e.Message) is { Success: true } missing)
            return At(path, $"missing: {missing.Groups["names"].Value.Replace("'", "")}");
        if (Twice().Match(e.Message) is { Success: true } twice)
            return At(Joined(path, twice.Groups["name"].Value), $"'{twice.Groups["name"].Value}' stands twice: give it once");
        if (NotNull().IsMatch(e.Message)) return At(path, "null may not stand here: give it a value");
        if (NotOneOf().Match(e.Message) is { Success: true } word) return At(path, $"the value is not one of {word.Groups["words"].Value}");
        return At(path, e.InnerException is JsonException or null && e.LineNumber is { } line && !e.Message.Contains("converted")
            ? $"this is not JSON: line {line + 1}, byte {e.BytePositionInLine + 1}"
            : "the value is not of the type that stands here");
    }

    private static ProblemAnswer At(string path, string detail) => ProblemAnswer.Of(Fault.JsonInvalid, detail, path);

    private static string Joined(string path, string name) => path.EndsWith("." + name, StringComparison.Ordinal) ? path : $"{path}.{name}";

    [GeneratedRegex("^The JSON property '(?<name>[^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: (?<names>.*?)\.?$")]
    private static partial Regex Missing();

    [GeneratedRegex("doesn't allow (getting |setting )?null values")]
    private static partial Regex NotNull();

    [GeneratedRegex("^it is not one of (?<words>[a-z, -]+)")]
    private static partial Regex NotOneOf();

    [GeneratedRegex("^Duplicate property '(?<name>[^']*)'")]
    private static partial Regex Twice();
}
