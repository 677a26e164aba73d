using System.Text;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests;

/// <summary>New kinds of activity, published in one of two servers of one PostgreSQL database, count in both without a restart.</summary>
public sealed class PublishedKindsTests(TwoServers two) : IClassFixture<TwoServers>
{
    private static readonly Actor Country = new(new ActorId("country"), Role.Approver, RegionCode.Nation);

    private static byte[] Changed(string file, params (string Was, string Now)[] changes) => Encoding.UTF8.GetBytes(
        changes.Aggregate(File.ReadAllText(Path.Combine(ShippedFiles.Folder, file)), (text, c) => text.Replace(c.Was, c.Now)));

    private static string Planted(string id) => $$"""{"id":"{{id}}","kind":"tree.planted","on":"2026-03-12","count":3}""";

    [Fact]
    public async Task A_kind_is_published_recorded_counted_and_scored_in_both_while_they_run()
    {
        var (a, b) = (await two.A.Chamber(), await two.A.Chamber());
        (await two.A.Record(a, Planted("t-0"))).IsProblem(422, "kind-unknown");
        var kinds = new KindPublishing(two.A.Running.Workspace, YamlRules.Instance);
        Assert.IsType<Answer.Recorded>((await kinds.Publish("activities.yaml", Changed("activities.yaml",
            ("activities-version: '2026.1'\nkinds:\n", "activities-version: '2026.2'\nkinds:\n  - { id: tree.planted, title: { zh: 植树 }, "
                + "nature: event, measure: count, unit: 棵 }\n")), Country, default)).Answer);
        (await two.A.Record(a, Planted("t-1"))).Is(201);
        await TwoServers.Until(async () => (await two.B.Record(b, Planted("t-1"))).Status == 201, "the other server never takes it over");

        var rules = new RulePublishing(two.B.Running.Workspace, YamlRules.Instance);
        Assert.IsType<Answer.Recorded>((await rules.Publish(new RulesetToPublish("own.yaml", Changed("micro-points/micro-points.yaml",
            ("ruleset: micro-points", "ruleset: county-points"), ("[ member.visited ]", "[ tree.planted ]")), null, "试行"),
            Country, default)).Answer);
        (await two.A.Post("/api/v1/adoptions", """
            {"id":"adopt-own","region":"990101","ruleset":"county-points","version":"2026.1","from":"2026-01-01"}
            """, Role.Approver)).Is(201);
        foreach (var server in two.Both)
            foreach (var chamber in (string[])[a, b])
                await TwoServers.Until(async () => await PointsOf(server, chamber) == "1.5", $"{chamber} has no points for its trees");

        // What a start reads is what was published last.
        await two.A.Stop();
        await two.A.Start();
        Assert.IsType<Answer.Recorded>(await two.A.Running.Workspace.Chambers.Run(new ChamberId(a), Country,
            new RecordActivity(new EntryId("t-2"), new KindId("tree.planted"), On.Parse("2026-03-13"), new Measured.Count(1)), default));
    }

    private static async Task<string?> PointsOf(TestServer server, string chamber)
    {
        var card = await server.Get($"/api/v1/chambers/{chamber}/scorecard?period=2026&ruleset=county-points");
        return card.Status != 200 ? null
            : card.Json["lines"]!.AsArray().Single(l => l!["id"]!.ToString() == "M1")!["points"]!.ToString();
    }
}
