namespace MicroPoints.Cli.Tests.Program;

/// <summary>Commands that ran and whose answer is no: exit code 2, the refusal's name, and nothing recorded.</summary>
public sealed class RefusalTests
{
    private const string At = "activities record --chamber c-01 --on 2026-04-12 --kind ";

    [Theory]
    [InlineData("activities record --chamber c-09 --kind member.visited --on 2026-04-12 --count 1",
        "chamber-unknown", "c-09")]
    [InlineData("activities record --chamber c-01 --kind member.visited --on 2190-04-12 --count 1",
        "on-in-future", "2190-04-12")]
    [InlineData("activities record --chamber c-01 --kind member.visited --on 2190 --count 1",
        "on-in-future", "2190-12-31")]
    [InlineData(At + "member.visit --count 1", "kind-unknown", "near it: member.visited")]
    [InlineData(At + "nothing.like --count 1", "kind-unknown", "known are")]
    [InlineData(At + "member.visited", "measure-missing", "--count is missing")]
    [InlineData(At + "member.visited --points 3", "measure-missing", "--count is missing")]
    [InlineData(At + "member.visited --count 3 --points 3", "measure-not-of-kind", "not --points")]
    [InlineData(At + "member.visited --count 0", "count-out-of-range", "1–1000000")]
    [InlineData(At + "member.visited --count 999999999999", "count-out-of-range", "1–1000000")]
    [InlineData(At + "volunteer.served --quantity -1", "quantity-out-of-range", "小时")]
    [InlineData(At + "member.satisfaction --answered 30 --satisfied 31 --asked 40", "rate-inconsistent", "31")]
    [InlineData(At + "member.satisfaction --answered 50 --satisfied 31 --asked 40", "rate-inconsistent", "50")]
    [InlineData(At + "member.satisfaction --answered 0 --satisfied 0 --asked 0", "rate-inconsistent", "asked")]
    [InlineData(At + "pledge.signed --done 3 --of 0", "share-inconsistent", "of 0")]
    [InlineData(At + "project.brokered --option signed", "key-missing", "project")]
    [InlineData(At + "project.brokered --option nonsense --key a", "option-unknown", "signed, landed")]
    [InlineData(At + "member.visited --count 1 --key a", "key-not-of-kind", "takes no key")]
    [InlineData(At + "federation.awarded --points 1.5", "reason-missing", "say why")]
    [InlineData(At + "member.visited --count 1 --expires 2026-12-31", "expires-not-of-kind", "only a state expires")]
    [InlineData(At + "finance-rules.adopted --flag true --expires 2026-01-01", "expires-too-early", "2026-01-01")]
    [InlineData(At + "member.visited --count 1 --submitted 2190-01-01", "submitted-in-future", "2190-01-01")]
    [InlineData("activities reverse --chamber c-01 --target nope --reason 误", "entry-not-found", "nope")]
    [InlineData("activities reverse --chamber c-01 --target register --reason 误", "entry-is-no-activity", "register")]
    [InlineData("activities list c-09", "chamber-unknown", "c-09")]
    [InlineData("scorecard c-09", "chamber-unknown", "c-09")]
    [InlineData("scorecard c-01 --ruleset no", "nothing-adopted", "adopted: micro-points")]
    [InlineData("standings --period 2026Q3", "period-not-of-ruleset", "2026Q3")]
    [InlineData("chambers rename c-09 名 --on 2026-05-01", "chamber-unknown", "c-09")]
    [InlineData("chambers rename c-01 名 --on 2190-05-01", "on-in-future", "2190-05-01")]
    [InlineData("chambers dissolve c-09 --on 2026-05-01", "chamber-unknown", "c-09")]
    [InlineData("chambers merge c-01 --into c-01 --on 2026-05-01", "lineage-invalid", "c-01")]
    [InlineData("chambers merge c-01 c-09 --into c-02 --on 2026-05-01", "chamber-unknown", "c-09")]
    [InlineData("chambers split c-01 --into c-02=nope --on 2026-05-01", "entry-not-found", "nope")]
    [InlineData("round open t --scope 9901 --period 2026 --purpose annual",
        "ruleset-of-another-authority", "city-federation", "rehearsal")]
    [InlineData("round open t --scope 990101 --period 2026 --ruleset no", "nothing-adopted", "adopted: micro-points")]
    [InlineData("round open t --scope 990101 --period 2026Q1", "period-not-of-ruleset", "2026Q1")]
    [InlineData("round open t --scope 990101 --period 2026 --peer-group no", "peer-group-not-of-ruleset", "township")]
    [InlineData("chambers merge c-01 --into c-02 --on 2026-05-01 --state no.such=x", "kind-unknown", "no.such")]
    [InlineData("chambers merge c-01 --into c-02 --on 2026-05-01 --state member.visited=x", "kind-unknown", "carried")]
    [InlineData("round lock t", "round-unknown", "t")]
    [InlineData("rules not-applicable ZZ --scope 990101 --period 2026 --reason 无", "indicator-unknown", "ZZ")]
    [InlineData("rules not-applicable M1 --scope 990101 --period 2026 --reason 无", "indicator-always-applicable", "M1")]
    public async Task It_is_refused_by_name(string line, params string[] saying)
    {
        using var desk = await Desk.WithChambers();
        var journal = Digest.Of(await File.ReadAllBytesAsync(desk.Journal));
        (await desk.Run(line)).No(saying);
        Assert.Equal(journal, Digest.Of(await File.ReadAllBytesAsync(desk.Journal)));
    }

    [Theory]
    [InlineData("--key", "a b")]
    [InlineData("--key", "")]
    [InlineData("--key", " a")]
    public async Task A_key_has_no_spaces(string option, string value)
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run([.. (At + "project.brokered --option signed").Split(' '), option, value])).No("key-invalid");
    }

    [Fact]
    public async Task A_reason_has_at_most_two_thousand_characters()
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run($"{At}member.visited --count 1 --reason {new string('长', 2_001)}")).No("reason-too-long");
        await desk.Does($"{At}member.visited --count 1 --reason {new string('长', 2_000)}");
    }
}
