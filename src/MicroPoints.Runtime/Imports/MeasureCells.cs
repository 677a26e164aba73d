using System.Globalization;
using System.Text.RegularExpressions;
using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>What one cell says in a kind's measure: an amount, nothing, or something that cannot be read.</summary>
/// <param name="Measured">Null where it says that there was nothing.</param>
/// <param name="Key">What it is about, for a keyed kind.</param>
/// <param name="Why">Words beside awarded points.</param>
internal sealed record Measurement(Measured? Measured, string? Key = null, string? Why = null);

/// <summary>Reads a cell in the measure of its column's kind; what it cannot read it names, with what to write instead.</summary>
internal static partial class MeasureCells
{
    private static readonly HashSet<string> Yes = ["是", "有", "√", "✓", "✔", "1", "true", "yes", "y", "对"];
    private static readonly HashSet<string> No = ["否", "无", "没有", "×", "✗", "✘", "0", "false", "no", "n", "x"];
    private static readonly HashSet<string> Nothing = ["无", "没有", "-", "—", "——", "–", "/", "0", "零", "none"];

    /// <summary>A whole measure in one cell. A keyed kind may list several, such as <c>新厂=签约；冷库=落地</c>.</summary>
    public static (IReadOnlyList<Measurement> Read, Title? Problem) Read(SheetCell cell, ActivityKind kind)
    {
        if (Unreadable(cell, kind) is { } unreadable) return ([], unreadable);
        if (kind.Keyed) return Keyed(cell, kind);
        var (one, problem) = One(cell, kind);
        return one is null ? ([], problem) : ([one], null);
    }

    /// <summary>One measure, of a kind with or without a key.</summary>
    public static (Measurement? Read, Title? Problem) One(SheetCell cell, ActivityKind kind)
    {
        var plain = NameText.Plain(cell.Text).Trim();
        if (OptionOf(plain, kind) is { } option) return Of(new Measured.Option(option.Id));
        if (kind.Measure == MeasureType.Flag) return Flag(plain, kind);
        if (kind.Measure == MeasureType.Option && plain is "已结束" or ActivityKind.Ended && kind.Nature == Nature.State)
            return Of(new Measured.Option(ActivityKind.Ended));
        if (Nothing.Contains(plain.ToLowerInvariant())
            || cell is { Type: CellType.Number, Number: 0 }) return (new Measurement(null), null);
        return kind.Measure switch
        {
            MeasureType.Count => Count(cell, kind),
            MeasureType.Quantity => Quantity(cell, kind),
            MeasureType.Points => Points(cell, kind),
            MeasureType.Rate => Rate(plain, kind),
            MeasureType.Share => Share(plain, kind),
            MeasureType.Option => (null, Bad(cell, $"请填{Options(kind)}", $"write one of {OptionsEn(kind)}")),
            _ => throw new InvariantException("unknown measure"),
        };
    }

    /// <summary>By id or title, or by one of several words that a title names, such as 落地 for 开工或落地.</summary>
    private static KindOption? OptionOf(string plain, ActivityKind kind)
    {
        var key = NameText.Key(plain);
        if (key.Length == 0) return null;
        var whole = kind.Options.FirstOrDefault(o => o.Id == plain || NameText.Key(o.Title.Zh) == key
            || o.Title.En is { } en && NameText.Key(en) == key);
        return whole ?? (kind.Options.Where(o => o.Title.Zh.Split('或', '、', '（', '）').Any(w => NameText.Key(w) == key)).ToList()
            is [var only] ? only : null);
    }

    /// <summary>One number of a rate or share that has a column for each.</summary>
    public static (long? Number, Title? Problem) Part(SheetCell cell, ActivityKind kind)
    {
        if (Unreadable(cell, kind) is { } unreadable) return (null, unreadable);
        return CellNumbers.Number(cell, kind.Unit) is { } number && number == Math.Floor(number) && number is >= 0 and <= Limits.CountMax
            ? ((long)number, null)
            : (null, Bad(cell, $"请填 0–{Limits.CountMax} 的整数", $"write a whole number 0–{Limits.CountMax}"));
    }

    private static Title? Unreadable(SheetCell cell, ActivityKind kind) => cell.Type switch
    {
        CellType.Error => Bad(cell, "公式出错，请改正公式或直接填数", "its formula fails: correct it or write the value"),
        CellType.Formula => new Title("公式还没有算出结果，请用 Excel 或 WPS 打开并保存一次，或直接填数",
            "its formula was never computed: open and save the file in Excel or WPS, or write the value"),
        CellType.Day when kind.Measure is MeasureType.Share or MeasureType.Rate => new Title(
            $"表格软件把这里当成了日期（{cell.Text}），请把单元格格式设为“文本”再填，如 85/100",
            $"the spreadsheet took this for a date ({cell.Text}): format the cell as text and write for example 85/100"),
        CellType.Day => new Title($"这里应填{WhatZh(kind)}，却是日期 {cell.Text}", $"this is the date {cell.Text}, not {WhatEn(kind)}"),
        _ => null,
    };

    private static (IReadOnlyList<Measurement>, Title?) Keyed(SheetCell cell, ActivityKind kind)
    {
        var plain = NameText.Plain(cell.Text).Trim();
        if (Nothing.Contains(plain.ToLowerInvariant())
            || cell is { Type: CellType.Number, Number: 0 }) return ([new Measurement(null)], null);
        var read = new List<Measurement>();
        foreach (var item in Items().Split(plain).Select(i => i.Trim()).Where(i => i.Length > 0))
        {
            var at = item.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = at > 0 ? (item[..at].Trim(), item[(at + 1)..].Trim()) : (item, kind.Measure == MeasureType.Count ? "1" : "");
            if (at <= 0 && decimal.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || value.Length == 0
                || KeyProblem(key) is not null)
                return ([], Bad(cell, KeyedHint(kind), KeyedHintEn(kind)));
            var (one, problem) = One(new SheetCell(cell.Row, cell.Column, CellType.Text, value), kind);
            if (problem is not null) return ([], problem);
            if (one!.Measured is null) continue;
            if (read.Any(r => r.Key == key)) return ([], Bad(cell, $"“{key}”写了两次，请只留一次", $"'{key}' stands twice: leave one"));
            read.Add(one with { Key = key });
        }
        return (read.Count > 0 ? read : [new Measurement(null)], null);
    }

    /// <summary>Why a text is no key; null where it is one.</summary>
    public static Title? KeyProblem(string key) => key.Length is > 0 and <= Limits.KeyLengthMax && PlainText.OtherFormIn(key) < 0
        && key.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or ':' or '-') ? null
        : new Title($"“{Cut(key)}”不能作对象名：只用文字、数字和 . _ : -，不超过 {Limits.KeyLengthMax} 个字，不留空格",
            $"'{Cut(key)}' is no key: letters, digits and . _ : - without spaces, at most {Limits.KeyLengthMax}");

    private static (Measurement?, Title?) Count(SheetCell cell, ActivityKind kind) =>
        CellNumbers.Number(cell, kind.Unit) is { } number && number == Math.Floor(number) && number is >= 1 and <= Limits.CountMax
            ? Of(new Measured.Count((long)number))
            : (null, Bad(cell, $"请填整数（{kind.Unit ?? "次"}），如 12", "write a whole number such as 12"));

    private static (Measurement?, Title?) Quantity(SheetCell cell, ActivityKind kind) =>
        CellNumbers.Number(cell, kind.Unit) is { } number
            && Hundredths(number) is >= 1 and <= Limits.QuantityHundredthsMax and var hundredths
            ? Of(new Measured.Quantity(hundredths))
            : (null, Bad(cell, $"请以{kind.Unit ?? "单位"}为单位填数，最多两位小数，如 12.5",
                $"write a number of {kind.Unit ?? "units"} with at most two decimals, such as 12.5"));

    private static (Measurement?, Title?) Points(SheetCell cell, ActivityKind kind)
    {
        var match = WithReason().Match(NameText.Plain(cell.Text).Trim());
        var number = match.Success ? match.Groups[1].Value : cell.Text;
        var why = match.Success ? match.Groups[2].Value.Trim() : null;
        var type = match.Success ? CellType.Text : cell.Type;
        return CellNumbers.Number(cell with { Text = number, Type = type }, kind.Unit ?? "分") is { } points
            && Hundredths(points) is { } hundredths && Math.Abs(hundredths) <= Limits.NumberMax
            ? (new Measurement(new Measured.Awarded(new Points(hundredths)), Why: why), null)
            : (null, Bad(cell, "请填分值和理由，如 3（承办全县现场会）", "write points and why, such as 3 (hosted the county meeting)"));
    }

    private static (Measurement?, Title?) Rate(string plain, ActivityKind kind) =>
        Slashes().Match(plain) is { Success: true } m && m.Groups[3].Success && Whole(m, 1) is { } satisfied && Whole(m, 2) is { } answered
        && Whole(m, 3) is { } asked && satisfied <= answered && answered <= asked && asked > 0
            ? Of(new Measured.Rate(answered, satisfied, asked))
            : (null, new Title($"“{Cut(plain)}”读不懂：请填 满意/参评/应评 三个人数，如 85/90/100，满意不多于参评，参评不多于应评",
                $"'{Cut(plain)}': write satisfied/answered/asked such as 85/90/100, none greater than the next"));

    private static (Measurement?, Title?) Share(string plain, ActivityKind kind) =>
        Slashes().Match(plain) is { Success: true } m && !m.Groups[3].Success && Whole(m, 1) is { } done && Whole(m, 2) is > 0 and { } of
            ? Of(new Measured.Share(done, of))
            : (null, new Title($"“{Cut(plain)}”读不懂：请填 完成/应完成 两个数，如 85/100；百分数不知道分母，不能用",
                $"'{Cut(plain)}': write done/of such as 85/100; a percent alone does not tell of how many"));

    private static (Measurement?, Title?) Flag(string plain, ActivityKind kind) =>
        Yes.Contains(plain.ToLowerInvariant()) ? Of(new Measured.Flag(true))
        : No.Contains(plain.ToLowerInvariant()) ? Of(new Measured.Flag(false))
        : Nothing.Contains(plain) ? (new Measurement(null), null)
        : (null, new Title($"“{Cut(plain)}”读不懂：请填 是 或 否", $"'{Cut(plain)}': write 是 (yes) or 否 (no)"));

    private static long? Whole(Match match, int group) =>
        long.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n <= Limits.CountMax ? n : null;

    private static long? Hundredths(decimal number) =>
        Math.Abs(number) < 100_000_000_000m && number * 100 == Math.Floor(number * 100) ? (long)(number * 100) : null;

    private static (Measurement?, Title?) Of(Measured measured) => (new Measurement(measured), null);

    private static Title Bad(SheetCell cell, string zh, string en) =>
        new($"“{Cut(cell.Text)}”读不懂：{zh}", $"'{Cut(cell.Text)}' cannot be read: {en}");

    private static string Options(ActivityKind kind) => string.Join("、", kind.Options.Select(o => o.Title.Zh));
    private static string OptionsEn(ActivityKind kind) => string.Join(", ", kind.Options.Select(o => o.Id));

    /// <summary>How the cells of a kind are filled, in a few words.</summary>
    public static Title Hint(ActivityKind kind) => kind switch
    {
        { Keyed: true } => new Title(KeyedHint(kind), KeyedHintEn(kind)),
        { Measure: MeasureType.Count } => new Title(kind.Unit ?? "次", "whole number"),
        { Measure: MeasureType.Quantity } => new Title($"{kind.Unit}（可两位小数）", "number"),
        { Measure: MeasureType.Rate } => new Title("满意/参评/应评", "satisfied/answered/asked"),
        { Measure: MeasureType.Share } => new Title("完成/应完成，如 85/100", "done/of, such as 85/100"),
        { Measure: MeasureType.Option } => new Title("选填", "choose"),
        { Measure: MeasureType.Flag } => new Title("是 / 否", "yes / no"),
        _ => new Title("分值（理由）", "points (why)"),
    };

    private static string KeyedHint(ActivityKind kind) => kind.Measure == MeasureType.Option
        ? $"按“名称=选项”填，多个用分号隔开，如 甲={kind.Options[0].Title.Zh}；选项有{Options(kind)}"
        : "填名称，多个用分号隔开，如 青山村；白水村";

    private static string KeyedHintEn(ActivityKind kind) => kind.Measure == MeasureType.Option
        ? $"write name=option, several with semicolons; options: {OptionsEn(kind)}"
        : "write names, several with semicolons";

    private static string WhatZh(ActivityKind kind) => kind.Measure is MeasureType.Option ? "选项"
        : kind.Measure is MeasureType.Flag ? "是或否" : "数字";
    private static string WhatEn(ActivityKind kind) => kind.Measure is MeasureType.Option or MeasureType.Flag ? "a choice" : "a number";

    public static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;

    [GeneratedRegex("[;,、\n]")]
    private static partial Regex Items();

    [GeneratedRegex(@"^(-?[0-9.]+)\s*分?\s*\((.+)\)$", RegexOptions.Singleline)]
    private static partial Regex WithReason();

    [GeneratedRegex(@"^\s*([0-9]{1,8})\s*/\s*([0-9]{1,8})\s*(?:/\s*([0-9]{1,8})\s*)?$")]
    private static partial Regex Slashes();
}
