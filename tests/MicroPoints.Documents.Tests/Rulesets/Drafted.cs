using System.Text;
using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>A draft made from a file, and read back as the rules verbs read it.</summary>
internal sealed class Drafted
{
    private static readonly string Folder = Imports.ImportDesk.Rules;

    public static KindCatalogue Kinds { get; } = YamlRules
        .ReadKinds(File.ReadAllBytes(Path.Combine(Folder, "activities.yaml")), "activities.yaml");

    private Drafted(RulesetDraft draft, WrittenDraft written) => (Draft, Written) = (draft, written);

    public RulesetDraft Draft { get; }
    public WrittenDraft Written { get; }
    public IReadOnlyList<OpenQuestion> Questions => Written.Questions;

    /// <summary>The ruleset as its file is read: without an error, or this throws.</summary>
    public Ruleset Ruleset => YamlRules.ReadRuleset(Encoding.UTF8.GetBytes(Written.Rules), "draft.yaml", NewKinds);

    public KindCatalogue NewKinds => YamlRules.ReadKinds(Encoding.UTF8.GetBytes(Written.Activities), "draft.activities.yaml");

    public static Drafted Of(byte[] file) => Of(RulesetDocuments.Read(file));

    public static Drafted Of(WrittenRules rules)
    {
        var answer = RulesetDrafting.Draft(rules, new DraftRequest("county", null, new DateOnly(2027, 1, 1)), Kinds);
        Assert.True(answer.Draft is not null, string.Join('\n', answer.Problems));
        return new Drafted(answer.Draft, YamlRules.Instance.Write(answer.Draft, Kinds));
    }

    /// <summary>The one line of a table of one line.</summary>
    public static (Indicator Line, Drafted Draft) Line(string title, string points, string standard)
    {
        var draft = Of(new WrittenDocument().Table("一级指标|二级指标|分值|评分标准", $"服务|{title}|{points}|{standard}").Bytes());
        return (Assert.Single(draft.Ruleset.Leaves), draft);
    }

    public Indicator this[string title] => Ruleset.AllIndicators.Single(i => i.Title.Zh == title);

    public string Decide(string line) => string.Join('\n', Questions.Where(q => q.Line == line).Select(q => q.Decide.Zh));
}
