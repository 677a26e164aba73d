using System.Globalization;
using System.Text;
using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Checks;
using MicroPoints.Rulesets.Yaml.Writing;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>Writes a draft: a ruleset file with what is open in comments beside its lines, and the activities file
/// it is checked by.</summary>
internal static class DraftWriter
{
    private const string Mark = "待定：";

    public static WrittenDraft Write(RulesetDraft draft, KindCatalogue known)
    {
        draft = draft with { Rules = AdviceCheck.Heeded(draft.Rules, k => known.Find(k) ?? draft.NewKinds.FirstOrDefault(n => n.Id == k)) };
        var activities = Activities(draft, known);
        var rules = Rules(draft);
        return new WrittenDraft(rules, activities, [.. draft.Questions, .. Faults(rules, activities)]);
    }

    private static string Rules(RulesetDraft draft)
    {
        var beside = new HashSet<string>(draft.Rules.Categories.Select(c => c.Id).Concat(draft.Rules.AllIndicators.Select(i => i.Id))
            .Concat(draft.Rules.Deductions.Select(d => d.Id)).Concat(draft.Rules.Limits.Select(l => l.Id))
                .Concat(draft.Rules.Grades.Select(g => g.Id)));
        var byLine = draft.Questions.Where(q => q.Line is not null && beside.Contains(q.Line)).ToLookup(q => q.Line!);
        var text = new StringBuilder("# 草案，不能用于评价。每处“待定”定好以后删去那一行注释。\n");
        text.Append(CultureInfo.InvariantCulture,
            $"# A draft with {draft.Questions.Count} open question(s): decide each 待定 and remove its comment.\n");
        text.Append("# 文号和日期写在 sources，施行期限写在 adoptable，适用对象写在 applies-to，等次写在 grades，限制写在 limits，并列写在 ranking，结果运用写在 outcomes。\n");
        foreach (var question in draft.Questions.Where(q => q.Line is null || !beside.Contains(q.Line)))
            text.Append("# ").Append(Remark(question)).Append('\n');
        return text + RulesetWriter.Write(draft.Rules, id => byLine[id].Select(Remark));
    }

    private static string Activities(RulesetDraft draft, KindCatalogue known)
    {
        var text = new StringBuilder("# 积分事项目录，末尾是草案新拟的事项；定好以后移入正式的目录。The kinds drafted stand last.\n");
        text.Append("activities-version: ").Append(Flow.Quoted($"{known.Version}-draft")).Append("\nkinds:\n");
        foreach (var kind in known.Kinds) text.Append("  - ").Append(KindText.Of(kind)).Append('\n');
        foreach (var kind in draft.NewKinds)
            text.Append("  # ").Append(Mark).Append("新拟的事项，请确认怎样计量、谁来确认\n  - ").Append(KindText.Of(kind)).Append('\n');
        return text.ToString();
    }

    /// <summary>Each error that is left is a question too, so that nobody finds it later.</summary>
    private static IEnumerable<OpenQuestion> Faults(string rules, string activities)
    {
        var kinds = ActivitiesFile.Read(Encoding.UTF8.GetBytes(activities), "activities.yaml");
        var found = kinds.Catalogue is { } catalogue
            ? RulesetFile.Read(Encoding.UTF8.GetBytes(rules), "draft.yaml", catalogue).Diagnostics : kinds.Diagnostics;
        return found.Where(d => d.IsError).Select(d => new OpenQuestion(
            string.Create(CultureInfo.InvariantCulture, $"{d.File}:{d.Line}"), null, $"{d.Code}: {d.Message}",
            new Title("草案这一处读不通", "the draft cannot be read here"), new Title(d.Fix, d.Fix)));
    }

    private static string Remark(OpenQuestion question) =>
        Plain($"{Mark}{question.Where}：“{question.Text}”；暂按：{question.Assumed.Zh}；请定：{question.Decide.Zh}");

    /// <summary>Whatever a document holds, a comment stays one line of plain characters.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' ? ' ' : c));
}
