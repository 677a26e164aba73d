using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>A draft and what is open of it, as people and programs read it.</summary>
internal static class DraftOutput
{
    public static void Print(Output output, string path, string activities, RulesetDraft draft, IReadOnlyList<OpenQuestion> questions)
    {
        if (output.IsJson) { Output.Object(json => Write(json, path, activities, draft, questions)); return; }
        Output.Line($"{path}：{draft.Rules.Title.Zh}，{draft.Rules.Categories.Count} 类 {draft.Rules.Leaves.Count()} 项指标，"
            + $"{draft.Rules.Deductions.Count} 项扣分，{draft.Rules.Limits.Count} 项否决，新拟 {draft.NewKinds.Count} 种积分事项（{activities}）");
        Output.Line($"待定 {questions.Count} 处，文件里也在每一行旁边写明 ({questions.Count} open questions, also beside their lines in the file)：");
        foreach (var (question, at) in questions.Select((q, i) => (q, i + 1)))
        {
            Output.Line($"{at}. {question.Where}{(question.Line is { } line ? $"  {line}" : "")}");
            Output.Line($"   原文 text：{question.Text}");
            Output.Line($"   暂按 assumed：{question.Assumed.Zh}");
            Output.Line($"   请定 decide：{question.Decide.Zh}");
        }
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, string path, string activities, RulesetDraft draft,
        IReadOnlyList<OpenQuestion> questions)
    {
        json.WriteString("file", path);
        json.WriteString("activities", activities);
        json.WriteString("title", draft.Rules.Title.Zh);
        json.WriteNumber("categories", draft.Rules.Categories.Count);
        json.WriteNumber("indicators", draft.Rules.Leaves.Count());
        json.WriteNumber("deductions", draft.Rules.Deductions.Count);
        json.WriteNumber("limits", draft.Rules.Limits.Count);
        json.WriteNumber("newKinds", draft.NewKinds.Count);
        json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            json.WriteStartObject();
            json.WriteString("where", question.Where);
            json.WriteString("line", question.Line);
            json.WriteString("text", question.Text);
            json.WriteString("assumed", question.Assumed.Zh);
            json.WriteString("assumedEn", question.Assumed.EnOrZh);
            json.WriteString("decide", question.Decide.Zh);
            json.WriteString("decideEn", question.Decide.EnOrZh);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
