using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>Reads numbers and days as people and spreadsheets write them.</summary>
internal static partial class CellNumbers
{
    /// <summary>Excel's day 1 is 1900-01-01; days at this serial and above are 1954 and later, which no count is.</summary>
    private const double SerialLeast = 20_000, SerialMost = 110_000;

    /// <summary>A number, also one stored as text, in full width, with a separator of thousands or with its unit behind it.</summary>
    public static decimal? Number(SheetCell cell, string? unit)
    {
        if (cell.Type == CellType.Number) return Exact(cell.Number!.Value);
        if (cell.Type != CellType.Text) return null;
        var text = NameText.Plain(cell.Text).Replace(" ", "", StringComparison.Ordinal);
        if (unit is not null && text.EndsWith(NameText.Plain(unit), StringComparison.Ordinal)) text = text[..^NameText.Plain(unit).Length];
        else if (text is [.., '次' or '件' or '场' or '户' or '项' or '个' or '起' or '家' or '人' or '分' or '元']) text = text[..^1];
        if (Thousands().IsMatch(text)) text = text.Replace(",", "", StringComparison.Ordinal);
        return text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A number of a cell in its shortest decimal writing: what was typed, not the nearest binary fraction.</summary>
    private static decimal? Exact(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 1e15
        && decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var exact)
            ? exact : null;

    /// <summary>A day, month, quarter or year; also a day whose cell lost its date format and shows Excel's number.</summary>
    public static On? On(SheetCell cell)
    {
        if (cell.Type == CellType.Day) return MicroPoints.On.Day(cell.Day!.Value);
        if (cell is { Type: CellType.Number, Number: >= SerialLeast and <= SerialMost and var serial } && serial == Math.Floor(serial))
            return MicroPoints.On.Day(DateOnly.FromDateTime(DateTime.FromOADate(serial)));
        var text = NameText.Plain(cell.Text).Trim();
        if (text.Split([' ', 'T']) is [var day, [_, _, ':', ..] or [_, ':', ..]]) text = day;
        if (Eight().Match(text) is { Success: true } eight) text = $"{eight.Groups[1]}-{eight.Groups[2]}-{eight.Groups[3]}";
        if (QuarterText().Match(text) is { Success: true } quarter)
            text = $"{quarter.Groups[1]}Q{"一二三四".IndexOf(quarter.Groups[2].Value, StringComparison.Ordinal) switch
            {
                >= 0 and var at => (at + 1).ToString(CultureInfo.InvariantCulture),
                _ => quarter.Groups[2].Value,
            }}";
        return MicroPoints.On.TryParse(Dashes(text), out var on) ? on : null;
    }

    /// <summary>2026年4月12日, 2026/4/12 and 2026.4.12 as 2026-04-12.</summary>
    private static string Dashes(string text)
    {
        text = text.TrimEnd('年', '月', '日', '号');
        var parts = text.Split('/', '.', '-', '年', '月');
        return parts.Length is 2 or 3 && parts[0].Length == 4 && parts.Skip(1).All(p => p.Length is 1 or 2)
            ? string.Join('-', parts.Select(p => p.PadLeft(2, '0'))) : text;
    }

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex("^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$")]
    private static partial Regex Eight();

    [GeneratedRegex("^(20[0-9]{2})年?第?([1-4一二三四])季度$")]
    private static partial Regex QuarterText();
}
