using System.Text;
using MicroPoints.Activities;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>The shipped activities with kinds of a county's own behind them, and rules that count those.</summary>
internal static class KindsDesk
{
    public const string Trees = "  - id: tree.planted\n    title: { zh: 植树, en: Trees planted }\n    nature: event\n    measure: count\n";

    public static byte[] Next(string version, string added) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(RoundDesk.Bytes("activities.yaml"))
            .Replace("activities-version: '2026.1'", $"activities-version: '{version}'").TrimEnd() + "\n" + added);

    /// <summary>A county's own rules: a tree instead of a visit, a point each.</summary>
    public static byte[] Counting() =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(PublishingDesk.Own()).Replace("[ member.visited ]", "[ tree.planted ]"));

    public static RecordActivity Planted(string id, long count = 3) =>
        new(Sample.Id(id), new KindId("tree.planted"), On.Parse("2026-03-12"), new Measured.Count(count));

    public static Fact Fact(long count) => new(new KindId("tree.planted"), Nature.Event, On.Parse("2026-03-13"), null,
        new Measured.Count(count), null, null);

    public static ValueTask<KindsAnswer> PublishKinds(this Workspace workspace, byte[] bytes, Actor? by = null) =>
        new KindPublishing(workspace, YamlRules.Instance).Publish("activities.yaml", bytes, by ?? Sample.Country, CancellationToken.None);
}
