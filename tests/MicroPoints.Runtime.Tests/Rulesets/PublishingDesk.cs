using System.Text;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>The shipped rules, a county's own made of them, and what publishes them.</summary>
internal static class PublishingDesk
{
    public const string County = "county-points";

    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Visits credit one point each instead of a half; an id and a version of its own.</summary>
    public static byte[] Own(string version = "2026.1", string value = "1") => Encoding.UTF8.GetBytes(Shipped
        .Replace("ruleset: micro-points", $"ruleset: {County}").Replace("version: '2026.1'", $"version: '{version}'")
        .Replace("value: 0.5", $"value: {value}"));

    /// <summary>The next version of the shipped rules, with other points for a visit.</summary>
    public static byte[] Next(string value) => Encoding.UTF8.GetBytes(
        Shipped.Replace("version: '2026.1'", "version: '2026.2'").Replace("value: 0.5", $"value: {value}"));

    public static string Shipped => Encoding.UTF8.GetString(RoundDesk.Bytes("micro-points/micro-points.yaml"));

    /// <summary>One test that passes, or one that does not.</summary>
    public static byte[] Tests(bool passing) => Encoding.UTF8.GetBytes($$"""
        suite: {{County}} 2026.1
        cases:
          - name: Two visits credit two points
            given: [ { kind: member.visited, on: '2026-06-30', count: 2 } ]
            then: { points: { M1: {{(passing ? 2 : 3)}} }, only: [ M1 ] }
        """);

    public static ValueTask<PublishAnswer> Publish(this Workspace workspace, byte[] bytes, byte[]? tests = null, string? without = null,
        Actor? by = null) => new RulePublishing(workspace, YamlRules.Instance).Publish(new RulesetToPublish(
            "own.yaml", bytes, tests, without), by ?? Sample.Country, Never);

    public static async Task<Ruleset> Published(this Workspace workspace, byte[] bytes)
    {
        var answer = await workspace.Publish(bytes, without: "first try");
        Assert.IsNotType<Answer.Refused>(answer.Answer);
        return answer.Ruleset!;
    }

    public static async Task<Answer> Adopt(this Workspace workspace, Ruleset ruleset, RegionCode region, string id,
        string from = "2026-01-01", Actor? by = null) => await workspace.Adopt(region, new AdoptRuleset(Sample.Id(id), ruleset,
            DateOnly.ParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            new Dictionary<string, SettingValue>()), by ?? Sample.Country, Never);
}
