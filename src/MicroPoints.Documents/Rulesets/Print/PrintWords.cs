using System.Globalization;
using System.Text;

namespace MicroPoints.Documents;

/// <summary>Words that every form of a print shares, in the languages that it is printed in.</summary>
internal sealed class PrintWords(PrintLanguage language)
{
    public static readonly Title Clause = new("依据", "Clause"), Confirmed = new("谁确认", "Confirmed by"), Evidence = new("佐证", "Evidence"),
        Id = new("编号", "Id"), Rule = new("规定", "Rule"), Switch = new("选项", "Setting"), Machine = new("文件原文", "As the file writes it"),
        Tests = new("规则测试", "Rule tests"), Kind = new("积分事项", "What is counted");

    /// <summary>A sentence in each language; once where both say the same.</summary>
    public IReadOnlyList<string> All(Title title) => [.. (language switch
    {
        PrintLanguage.Chinese => [title.Zh],
        PrintLanguage.English => [title.EnOrZh],
        _ => (string[])[title.Zh, title.EnOrZh],
    }).Distinct().Select(Clean)];

    /// <summary>A short text on one line.</summary>
    public string One(Title title) => string.Join(" / ", All(title));

    /// <summary>A heading: both languages after one another.</summary>
    public string Heading(Title title) => string.Join(' ', All(title));

    public string Colon => language == PrintLanguage.English ? ": " : "：";
    public string Semicolon => language == PrintLanguage.English ? "; " : "；";

    /// <summary>What a kind needs to be credited: who confirms its records, and by what.</summary>
    public string Serves(PrintedKind kind) =>
        $"{One(kind.Title)}{Colon}{One(kind.ConfirmedBy)}{Semicolon}{One(Evidence)}{Colon}{One(kind.Evidence)}";

    /// <summary>What would steer whatever shows it, or turn its order round, is written by its number.</summary>
    public static string Clean(string text)
    {
        if (PlainText.ControlIn(text) < 0) return text;
        var clean = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            if (PlainText.ControlIn([c]) < 0) clean.Append(c);
            else clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        return clean.ToString();
    }
}
