namespace MicroPoints.Cli.Tests.Rulesets;

/// <summary>The next activities file is published like a ruleset, and counts from then on.</summary>
public sealed class PublishActivitiesTests
{
    private const string Trees = "  - id: tree.planted\n    title: { zh: 植树, en: Trees planted }\n    nature: event\n    measure: count\n";

    private static readonly string Shipped = File.ReadAllText(Path.Combine(Repository.Root, "rulesets", "activities.yaml"));

    private static string Next(string version, string added = Trees) =>
        Shipped.Replace("activities-version: '2026.1'", $"activities-version: '{version}'").TrimEnd() + "\n" + added;

    private static string Own => File.ReadAllText(Repository.Ruleset).Replace("ruleset: micro-points", "ruleset: county-points")
        .Replace("[ member.visited ]", "[ tree.planted ]");

    [Fact]
    public async Task A_new_kind_is_published_recorded_and_counted()
    {
        using var desk = (await Desk.WithChambers()).Write("county-kinds.yaml", Next("2026.2")).Write("own.yaml", Own);
        (await desk.Run("activities record --chamber c-01 --kind tree.planted --on 2026-03-12 --count 3")).No("kind-unknown");
        Assert.Contains("新增 1 种事项（植树 tree.planted）、0 个选项", (await desk.Does("rules publish county-kinds.yaml")).Out,
            StringComparison.Ordinal);
        await desk.Does("activities record --chamber c-01 --kind tree.planted --on 2026-03-12 --count 3");
        await desk.Does("rules adopt own.yaml --without-tests 试行 --scope 990101 --from 2026-01-01");
        var json = (await desk.Does("scorecard c-01 --ruleset county-points --period 2026 --output json")).Json;
        Assert.Equal("1.5", json.GetProperty("lines").EnumerateArray().First(l => l.GetProperty("id").GetString() == "M1")
            .GetProperty("points").ToString());
        await desk.Does("verify");
    }

    [Fact]
    public async Task Meant_for_a_server_it_is_not_published_into_a_directory_here()
    {
        using var desk = new Desk().Write("county-kinds.yaml", Next("2026.2"));
        (await desk.Run("rules publish county-kinds.yaml --server http://127.0.0.1:1 --api-key mp_none_0"))
            .CouldNotRun("works on a data directory, not on a server");
        Assert.False(Directory.Exists(desk.PathOf("data")));
    }

    [Fact]
    public async Task The_same_again_exists_and_says_what_was_new()
    {
        using var desk = (await Desk.WithChambers()).Write("kinds.yaml", Next("2026.2"));
        await desk.Does("rules publish kinds.yaml");
        Assert.Contains("已有记录", (await desk.Does("rules publish kinds.yaml")).Out, StringComparison.Ordinal);
        var again = (await desk.Does("rules publish kinds.yaml --output json")).Json;
        Assert.Equal(("exists", "tree.planted"), (again.GetProperty("answer").GetString(), again.GetProperty("newKinds")[0].GetString()));
        desk.Write("kinds.yaml", Next("2026.2") + "# one more remark\n");
        (await desk.Run("rules publish kinds.yaml")).No("ruleset-version-exists", "another version");
    }

    [Fact]
    public async Task Everything_that_is_taken_away_is_told_at_once_and_nothing_is_published()
    {
        using var desk = (await Desk.WithChambers()).Write("kinds.yaml", Next("2026.2").Replace("unit: 户次", "unit: 次")
            .Replace("id: policy-session.held", "id: policy-session.hosted"));
        (await desk.Run("rules publish kinds.yaml")).No("activities-not-successor: 2 problem(s)", "'member.visited' changes its unit",
            "'policy-session.held' is gone");
        (await desk.Run("activities record --chamber c-01 --kind tree.planted --on 2026-03-12 --count 3")).No("kind-unknown");
        desk.Write("kinds.yaml", "activities-version: '2026.2'\nkinds:\n  - { id: x }\n");
        (await desk.Run("rules publish kinds.yaml")).No("activities-unreadable", "YAML021");
        desk.Write("kinds.yaml", Next("2026.2"));
        (await desk.Run("rules publish kinds.yaml --without-tests 急")).CouldNotRun("leave --without-tests away");
    }
}
