using System.Text.RegularExpressions;
using MicroPoints.Cli.Tests.County;

namespace MicroPoints.Cli.Tests.Remote;

/// <summary>A county's session on a directory and on a server: the same words, the same tables, the same JSON.</summary>
public sealed partial class SameAnswerTests
{
    private const string Activities = """
        chamber,id,kind,on,count
        c-01,v,member.visited,2026-03-01,12
        c-02,v,member.visited,2026-03-01,10
        c-03,v,member.visited,2026-03-01,1

        """;

    private const string Decide = "round decide trial --meeting 主席办公会 --on 2026-06-30 --minutes 1";
    private const string Later = "activities record --chamber c-02 --id r --on 2026-04-12 --kind ";

    private static readonly string Today = Calendar.Text(Calendar.DayOf(DateTimeOffset.UtcNow)),
        Through = Calendar.Text(Calendar.DayOf(DateTimeOffset.UtcNow).AddDays(60));

    /// <summary>What comes between the lock and the decision, of a second round.</summary>
    private static readonly string[] Ceremony =
    [
        "round open year --scope 990101 --period 2026", "round steps year", "round lock year", "round steps year --output json",
        $"round vet ask year --body 县税务局 --letter-on {Today}",
        $"round vet reply year --body 县税务局 --reply objection --on {Today} --chamber c-01",
        $"round vet reply year --body 县税务局 --reply objection --on {Today} --chamber c-01 --reason 欠税未缴 --output json",
        "round vet release year c-02 --body 县税务局 --reason 误", "round vet release year c-01 --body 县税务局 --reason 已补缴",
        $"round notice year --place 公告栏 --posted {Today} --working-days 3",
        $"round notice year --place 公告栏 --posted {Today} --confirm-last-day {Through}",
        $"round object year o-1 --on {Today} --who 某商会张三 --what 漏记走访 --chamber c-02", "round steps year",
        "activities record --chamber c-02 --id late --kind cooperation.matched --on 2026-04-13 --count 1",
        "round answer year o-1 --admit c-02:late --reason 经核查属实", "round answer year o-1 --admit c-02:late --reason 经核查属实 --output json",
        "round answer year o-9 --reject --reason 无", "round moved year", "round moved year --objection o-1 --output json",
        "round moved year --objection o-9",
        "round attach year sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --kind minutes --note 会议纪要",
        $"round use add year c-01 --grade A --body 县民政局 --for 购买服务 --on {Today}", "round use list year",
        "round use list year --output json", "round use withdraw year use-1 --reason 误登记",
        "round show year", "round show year --output json",
        "round open slip --scope 990101 --period 2026", "explain c-01 --round slip", "round abandon slip --reason 开错了年度",
        "round abandon slip --reason 开错了年度 --output json", "round lock slip", "round show slip", "round show slip --output json",
    ];

    /// <summary>Each line with the output that a person or, where it says so, a program gets.</summary>
    private static readonly string[] Session =
    [
        "chambers import bad.csv", "chambers import chambers.csv", "chambers import chambers.csv --output json",
        "chambers list --scope 990101 --as-of 2016-06-30",
        "rules adopt lenient.yaml --without-tests 试行 --scope 990101 --from 2026-01-01 --set party-limit=false",
        "rules adopt lenient.yaml --without-tests 试行 --scope 990101 --from 2026-01-01 --set party-limit=false --output json",
        "activities import bad-activities.csv", "activities import activities.csv --dry-run", "activities import activities.csv",
        "activities import activities.csv --output json",
        Later + "member.visited --count 3", Later + "member.visited --count 3 --output json", Later + "member.visited --count 4",
        Later + "member.visited --points 3",
        Later.Replace(" r ", " s ") + "member.satisfaction --answered 30 --satisfied 28 --asked 35",
        Later.Replace(" r ", " q ") + "volunteer.served --quantity 12.5 --reason 义诊",
        Later.Replace(" r ", " p ") + "project.brokered --option signed --key 新能源配件厂",
        "activities reverse --chamber c-02 --target r --reason 误记", "activities reverse --chamber c-02 --target r --id o --reason 误",
        "activities list c-02", "activities list c-02 --output json",
        "rules not-applicable X1 --scope 990101 --period 2026 --reason 全年未发生突发事件",
        "rules not-applicable M1 --scope 990101 --period 2026 --reason 不想",
        "standings --scope 990101", "standings --scope 990101 --period 2026Q3", "standings --scope 990101 --as-of 2026-03-31 --output json",
        "scorecard c-01", "scorecard c-02 --as-of 2026-04-12 --output json", "scorecard c-01 --ruleset no",
        "explain c-01", "explain c-02 --line M1 --as-of 2026-04-12 --output json", "explain c-01 --line no",
        "advice c-01", "advice c-02 --output json", "advice c-01 --period 2025", "advice c-01 --ruleset no",
        "what-if c-01 --with party.coverage:organisation --with member.visited=3", "what-if c-02 --with member.visited=2 --output json",
        "what-if c-03 --with member.visited --with member.visited=9999999999", "what-if c-01 --with member.visited:x",
        "round open trial --scope 990101 --period 2026", "round show trial --output json", "round lock trial --as-of 2026-06-30",
        "explain c-01 --round trial", "explain c-02 --round trial --line M1 --output json", "explain c-99 --round trial",
        Decide + " --select award-nomination:c-03:成效突出", Decide + " --pass-over award-nomination:c-01:上年已获",
        "round show trial", "round seal trial", "round seal trial --output json", "round show trial --output json",
        .. Ceremony,
        "activities late-window c-01 --period 2026 --through 2030-01-15 --reason 补录",
        "chambers merge c-02 --into c-01 --on 2026-07-01 --state party.coverage=instructor",
        "chambers split c-01 --into c-03=v --on 2026-07-02", "chambers dissolve c-03 --on 2026-08-01",
        "chambers list --scope 990101", "chambers list --output json", "activities list c-01", "standings --scope 990101 --output json",
    ];

    [Fact]
    public async Task Every_step_of_a_county_answers_the_same_on_a_directory_and_on_a_server()
    {
        var desk = new Desk().Write("chambers.csv", Desk.ChambersCsv).Write("activities.csv", Activities)
            .Write("lenient.yaml", Lenient.Yaml)
            .Write("bad.csv", "id,name,kind,region\nc-04,,township,990101103\nc-05,好镇商会,township,990101104\n")
            .Write("bad-activities.csv",
                "chamber,id,kind,on,count\nc-01,x,member.visited,2026-03-01,0\nc-02,v,member.visited,2026-03-01,9\n");
        await using var served = await ServedDesk.Of(desk, "rules adopt lenient.yaml --without-tests 试行 --scope 990102");
        await desk.Does("rules adopt lenient.yaml --without-tests 试行 --scope 990102");
        var differing = new List<string>();
        foreach (var line in Session)
        {
            var (here, there) = (await desk.Run(line), await served.Run(line.Split(' ')));
            if (Shape(here) != Shape(there)) differing.Add($"{line}\n--- here\n{Shape(here)}\n--- there\n{Shape(there)}");
        }
        Assert.True(differing.Count == 0, string.Join("\n\n", differing));
    }

    [Fact]
    public async Task A_ruleset_is_published_in_the_same_words()
    {
        const string Tests = "suite: micro-points lenient\ncases:\n  - name: Two visits\n    given: "
            + "[ { kind: member.visited, on: '2026-06-30', count: 2 } ]\n    then: { points: { M1: 1 }, only: [ M1 ] }\n";
        var desk = new Desk().Write("chambers.csv", Desk.ChambersCsv).Write("none.yaml", Lenient.Yaml)
            .Write("bad.yaml", Lenient.Yaml.Replace("period: year", "period: week")).Write("bad.test.yaml", Tests)
            .Write("fails.yaml", Lenient.Yaml).Write("fails.test.yaml", Tests.Replace("M1: 1", "M1: 9"))
            .Write("own.yaml", Lenient.Yaml).Write("own.test.yaml", Tests).Write("other.yaml", Lenient.Yaml + "# 改\n");
        await using var served = await ServedDesk.Of(desk, "chambers import chambers.csv",
            "keys add --role approver --scope 00 --id nation --key-file nation.key");
        await desk.Does("chambers import chambers.csv");
        foreach (var line in (string[])["none.yaml", "bad.yaml", "fails.yaml", "own.yaml", "own.yaml --output json", "own.yaml",
            "other.yaml --without-tests 改"])
        {
            var there = await served.Run([.. $"rules publish {line} --api-key @nation.key".Split(' ')]);
            // A directory's messages name the file, a server's do not know its name.
            Assert.Equal(Shape(await desk.Run($"rules publish {line}")).Replace("other.yaml", "the file"), Shape(there));
        }
        desk.Write("new.yaml", Lenient.Yaml.Replace("version: 'lenient'", "version: 'new'"));
        foreach (var verb in (string[])["publish new.yaml", "adopt new.yaml --scope 990101"])
            (await served.Run([.. $"rules {verb} --without-tests 试行".Split(' ')])).No("not-an-authority");
        (await served.Run("rules", "adopt", "own.yaml", "--scope", "990101", "--impact", "2026")).No("nothing-to-replay");
        (await served.Run($"{Later}member.visited --count 1".Split(' '))).Fine();
        Assert.Contains("已附影响测算 impact attached: micro-points@2026.1 → 2026，sha256 ",
            (await served.Run("rules", "adopt", "own.yaml", "--scope", "990101", "--impact", "2026")).Fine().Out);
        desk.Write("gbk.yaml", "");
        await File.WriteAllBytesAsync(desk.PathOf("gbk.yaml"), [0xbb, 0xfd, 0xb7, 0xd6]);
        (await served.Run("rules", "publish", "gbk.yaml", "--api-key", "@nation.key")).No("gbk.yaml is not UTF-8");
    }

    [Fact]
    public async Task A_chamber_that_is_nowhere_is_unknown_in_both()
    {
        await using var served = await ServedDesk.Of(new Desk().Write("chambers.csv", Desk.ChambersCsv), "chambers import chambers.csv");
        foreach (var line in (string[])["scorecard c-99", "advice c-99", "what-if c-99 --with member.visited", "activities list c-99",
            Later.Replace("c-02", "c-99") + "member.visited --count 1"])
            (await served.Run(line.Split(' '))).No("chamber-unknown", "c-99");
    }

    [Fact]
    public async Task A_stopped_server_ends_well_and_its_directory_holds_what_it_acknowledged()
    {
        await using var served = await ServedDesk.Of(new Desk().Write("chambers.csv", Desk.ChambersCsv), "chambers import chambers.csv");
        (await served.Run((Later + "member.visited --count 3").Split(' '))).Fine();
        Assert.Equal(0, await served.Stop());
        Assert.Contains("未重复登记", (await served.Desk.Does(Later + "member.visited --count 3 --data served")).Out);
        await served.Desk.Does("verify --data served");
        (await served.Run("standings")).CouldNotRun("no answer from the server", "run the same again");
    }

    /// <summary>Instants, and hashes over them, differ; so does where a proof lies, and who is named as having written.</summary>
    private static string Shape(Ran ran) => $"{ran.Code}\n{Known().Replace(ran.Out, "$1")}\n{Known().Replace(ran.Error, "$1")}";

    [GeneratedRegex(@"[0-9a-f]{12,64}|""scope"":""\d+""|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)|(核验包 proof )\S+?(?=，)")]
    private static partial Regex Known();
}
