using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads <c>{ zh, en? }</c>.</summary>
internal static class Titles
{
    public static Title? Read(YamlNode node, string what, Findings findings)
    {
        if (Fields.Of(node, what, findings, "zh", "en") is not { } fields) return null;
        var zh = fields.RequiredNode("zh") is { } text ? Shapes.Text(text, fields.Named("zh"), findings,
            Limits.NameLengthMax) : null;
        var en = fields.Node("en") is { } english ? Shapes.Text(english, fields.Named("en"), findings,
            Limits.NameLengthMax) : null;
        if (zh is not null && !zh.Any(IsHan) && HasWord(zh))
            findings.Add(DiagnosticCodes.TitleNotChinese, fields.Node("zh")!, $"{fields.Named("zh")} '{zh}' is not Chinese",
                "Write the Chinese title in 'zh' and the English one in 'en'.");
        return zh is null ? null : new Title(zh, en);
    }

    /// <summary>A title, or plain text that stands for the Chinese.</summary>
    public static Title? ReadLoose(YamlNode node, string what, Findings findings) =>
        node is YamlScalar
            ? Shapes.Text(node, what, findings, Limits.NameLengthMax) is { } zh ? new Title(zh) : null
            : Read(node, what, findings);

    /// <summary>A sign such as 5A is Chinese enough; a word is not.</summary>
    private static bool HasWord(string text)
    {
        var letters = 0;
        foreach (var c in text)
            if ((letters = char.IsAsciiLetter(c) ? letters + 1 : 0) == 3) return true;
        return false;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3007';
}
