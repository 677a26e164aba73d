using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>From the printed text alone an official can say of every line which clause gives it, and who confirms it.</summary>
public sealed class OfficialReadingTests
{
    private static readonly string Published = Path.Combine(
        Path.GetDirectoryName(ImportDesk.Rules)!, "tests", "MicroPoints.Rulesets.Yaml.Tests", "Published");

    /// <summary>What the sheet says where the kinds' file names nobody: a blank would read as if nobody had to.</summary>
    private const string NotSaid = "未写明";

    /// <summary>What the product ships, and rulesets after published tables that it was not built on.</summary>
    public static TheoryData<string> Names =>
    [
        .. Directory.GetDirectories(ImportDesk.Rules).Concat(Directory.GetDirectories(Published))
            .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Names))]
    public void Every_line_says_which_clause_gives_it_and_who_confirms_it(string name)
    {
        var source = Source(name);
        var sheet = new PrintedSheet(TextPrint.Write(RulesPrint.Of(source), PrintLanguage.Chinese));
        foreach (var (id, cite, reads) in Lines(source))
        {
            var answer = sheet.Answer(id);
            var document = source.Ruleset.Sources.Single(s => s.Id == cite.Source);
            Assert.Equal(PrintedSheet.Bare(document.Title.Zh), answer.Document);
            Assert.Equal(PrintedSheet.Bare(cite.Clause), answer.Clause);
            if (reads.Count > 0)
                Assert.Equal(reads.Select(r => PrintedSheet.Bare(r.What + r.By)).Order(StringComparer.Ordinal),
                    answer.Confirmed.Select(r => r.What + r.By).Order(StringComparer.Ordinal));
            else Assert.Matches("^(由以上结果计算得出，不另行确认|所含各项分别确认|同.+)$", Assert.Single(answer.Confirmed).By);
        }
    }

    [Theory]
    [InlineData("city-investment-2024", "Z5", "2024年度全市招商引资考核结果公示", "指标5", "省激励奖补资金申报成功 市财政局")]
    [InlineData("city-investment-2024", "Z6", "2024年度全市招商引资考核结果公示", "指标6", "弄虚作假项目 市纪委监委")]
    [InlineData("town-investment-sheet", "D3", "各镇（场）、县直单位招商引资绩效管理项目评分标准表", "扣分项目第三项", "少报一个月报表 县统计局")]
    [InlineData("distinguished-club", "G9", "俱乐部绩效看板：杰出俱乐部计划的目标和等级", "Goals", "两个培训期各有四名干部受训 区")]
    [InlineData("distinguished-club", "below-20", "俱乐部绩效看板：杰出俱乐部计划的目标和等级", "Membership", "会员总数 登记商会的工商联")]
    public void A_table_that_the_product_was_not_built_on_answers_too(
        string name, string id, string document, string clause, string confirmed)
    {
        var print = RulesPrint.Of(Source(name));
        var answer = new PrintedSheet(TextPrint.Write(print, PrintLanguage.Chinese)).Answer(id);
        Assert.Equal((document, clause), (answer.Document, answer.Clause));
        Assert.Contains(confirmed, answer.Confirmed.Select(c => $"{c.What} {c.By}"));
    }

    /// <summary>Each line with its clause, and what it reads with who confirms that: from the ruleset, not from the print.</summary>
    private static IEnumerable<(string Id, Cite Cite, IReadOnlyList<(string What, string By)> Reads)> Lines(RulesetSource source)
    {
        var ruleset = source.Ruleset;
        return
        [
            .. ruleset.Categories.Select(c => (c.Id, c.Cite, Of())),
            .. ruleset.AllIndicators.Select(i => (i.Id, i.Cite, Of(i.CountedKinds))),
            .. ruleset.Deductions.Select(d => (d.Id, d.Cite, Of(
                [.. d.Counts.Select(c => c.Kind), .. d.While is { } state ? (KindId[])[state.State] : []]))),
            .. ruleset.Limits.Select(l => (l.Id, l.Cite, Read(l.When))),
            .. ruleset.Grades.Select(g => (g.Id, g.Cite, Of())),
            .. ruleset.Classes.Select(c => (c.Id, c.Cite, Read(c.When))),
            .. ruleset.Outcomes.Select(o => (o.Id, o.Cite, Read(o.When))),
        ];

        IReadOnlyList<(string, string)> Of(IEnumerable<KindId>? kinds = null) =>
            [.. (kinds ?? []).Distinct().Select(k => source.Kinds[k]).Select(k => (k.Title.Zh, k.ConfirmedBy?.Zh ?? NotSaid))];

        IReadOnlyList<(string, string)> Read(Condition? when) =>
        [
            .. Of(when?.SelfAndBelow.SelectMany(c => c is Condition.SilentFor { Kinds: { Reference: { } list } }
                ? ruleset.Settings.Single(s => s.Id == list).Default.List.Select(k => new KindId(k)) : c.KindsNamed)),
            .. ruleset.Attributes.Where(a => when?.SelfAndBelow.Any(c => Reads(c, a.Id)) == true)
                .Select(a => (a.Title.Zh, "登记商会的工商联")),
        ];
    }

    private static bool Reads(Condition condition, string attribute) => condition switch
    {
        Condition.Compare { Subject: Subject.Attribute } c => c.Id == attribute,
        Condition.AttributeIs c => c.Attribute == attribute,
        Condition.AttributeDay c => c.Attribute == attribute,
        Condition.AttributeMissing c => c.Attribute == attribute,
        _ => false,
    };

    private static RulesetSource Source(string name)
    {
        var shipped = Path.Combine(ImportDesk.Rules, name);
        var folder = Directory.Exists(shipped) ? shipped : Path.Combine(Published, name);
        var kinds = folder == shipped ? ImportDesk.Rules : folder;
        var catalogue = YamlRules.ReadKinds(File.ReadAllBytes(Path.Combine(kinds, "activities.yaml")), "activities.yaml");
        var ruleset = YamlRules.ReadRuleset(File.ReadAllBytes(Path.Combine(folder, name + ".yaml")), name, catalogue);
        return new RulesetSource(ruleset, new Values(ruleset, new Dictionary<string, SettingValue>()), catalogue);
    }
}
