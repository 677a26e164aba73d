using System.Text.Json;
using MicroPoints.Cli.Tests.County;

namespace MicroPoints.Cli.Tests.Program;

/// <summary><c>--output json</c>: one document on standard output on success, nothing there otherwise.</summary>
public sealed class JsonTests
{
    private static readonly string[] Year =
    [
        "chambers import chambers.csv", "chambers list", "chambers rename c-03 新红枫商会 --on 2026-03-01",
        "activities import activities.csv", "activities import activities.csv --dry-run",
        "activities record --chamber c-01 --id r --kind member.visited --on 2026-04-12 --count 3",
        "activities reverse --chamber c-01 --target r --reason 误记", "activities list c-01",
        "activities find --scope 990101 --kind member.visited --reversed",
        "import table table.csv --period 2026 --preview", "import table table.csv --period 2026", "import list",
        "template table --period 2026 --out t.xlsx", "template department --kind member.visited --period 2026 --out l.xlsx",
        "export chambers --out c.xlsx", "export activities --period 2026 --out a.xlsx", "export standings --out s.xlsx",
        "export scorecard c-01 --out k.xlsx", "export coverage --period 2026 --out v.xlsx",
        "standings", "scorecard c-01", "rules check lenient.yaml", "rules explain lenient.yaml M4",
        "rules test shipped.yaml",
        "rules adopt lenient.yaml --without-tests 试行 --scope 990101",
        "rules diff shipped.yaml lenient.yaml", "rules impact shipped.yaml lenient.yaml --scope 990101 --periods 2",
        "rules annual --scope 990101", "rules annual micro-points --scope 990101",
        "rules not-applicable X1 --scope 990101 --period 2026 --reason 无",
        "round open trial --scope 990101 --period 2026", "round lock trial", "round show trial", "export round trial --out r.xlsx",
        "round decide trial --meeting 办公会 --on 2026-06-30 --minutes 1", "round seal trial",
        "round replay data/proofs/trial.zip",
        "chambers merge c-02 --into c-01 --on 2026-06-30", "chambers split c-01 --into c-03=v --on 2026-07-01",
        "chambers dissolve c-03 --on 2026-08-01", "calendar import holidays.csv", "calendar show", "calendar show 2026",
        "keys add --role reader --scope 990101 --id board", "keys list", "keys revoke board --reason 换人",
        "verify", "rebuild",
    ];

    [Fact]
    public async Task Every_verb_answers_with_one_document()
    {
        using var desk = (await Lenient.Desk()).Write("shipped.yaml", await File.ReadAllBytesAsync(Repository.Ruleset))
            .Write("shipped.test.yaml", "suite: micro-points 2026.1\ncases: []\n")
            .Write("table.csv", "商会,M2\nc-01,3\n").Write("holidays.csv", "date,kind,name\n2026-10-01,holiday,国庆节\n");
        foreach (var line in Year)
            Assert.Equal(JsonValueKind.Object, (await desk.Does($"{line} --output json")).Json.ValueKind);
    }

    [Theory]
    [InlineData("standings --output yaml", 1)]
    [InlineData("scorecard c-99 --output json", 2)]
    [InlineData("standings --data nowhere --output json", 1)]
    [InlineData("activities import missing.csv --output json", 1)]
    [InlineData("activities import chambers.csv --output json", 2)]
    public async Task A_failure_leaves_standard_output_empty(string line, int code)
    {
        using var desk = await Desk.WithChambers();
        var ran = await desk.Run(line);
        _ = code == 1 ? ran.CouldNotRun() : ran.No();
    }
}
