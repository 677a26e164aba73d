using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Imports;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>What both kinds of table are imported with.</summary>
internal static class ImportOptions
{
    public static readonly Argument<string> File = new("file") { Description = "an Excel workbook (.xlsx) or a CSV in UTF-8 or GBK" };
    public static readonly Option<Period> Period = Common.Typed(
        "--period", "what the numbers are for: 2026, 2026Q3 or 2025-2026", "PERIOD", MicroPoints.Period.Parse, required: true);
    public static readonly Option<DateOnly> On = Common.Typed(
        "--on", "the day they stand for [default: the whole period where it is over, else today]", "DAY", Common.Day);
    public static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "only chambers of this region [default: all there are]", "CODE", text => new RegionCode(text));
    public static readonly Option<string?> Sheet = new("--sheet") { Description = "the sheet's name [default: the first with a heading]" };
    public static readonly Option<int?> Header = Common.Typed<int?>("--header-row", "the heading's row [default: it is found]",
        "ROW", text =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row)
        && row is > 0 and <= Limits.TableRowsMax ? row : throw new FormatException($"'{text}' is not a row's number, from 1"));
    public static readonly Option<string[]> Map = new("--map")
    {
        Description = "a column that its heading does not tell: its heading or letter, to an indicator or kind; C=- leaves it out",
        HelpName = "COLUMN=M1",
        AllowMultipleArgumentsPerToken = true,
    };
    public static readonly Option<string[]> Chamber = new("--chamber")
    {
        Description = "a chamber that the table calls by another name",
        HelpName = "NAME=ID",
        AllowMultipleArgumentsPerToken = true,
    };
    public static readonly Option<bool> Preview = new("--preview")
    { Description = "only say what would be recorded, and how points would move" };

    public static Option[] All => [Period, On, Scope, Sheet, Header, Map, Chamber, Preview, Common.By];

    public static ImportRequest Read(ParseResult parsed, TableShape shape) => new(
        Path.GetFileName(parsed.GetValue(File)!), shape, parsed.GetValue(Period),
        parsed.GetResult(Scope) is null ? RegionCode.Nation : parsed.GetValue(Scope))
    {
        On = parsed.GetResult(On) is null ? null : parsed.GetValue(On),
        Sheet = parsed.GetValue(Sheet),
        HeaderRow = parsed.GetValue(Header),
        Columns = Pairs(parsed.GetValue(Map), "--map", "COLUMN=M1").ToDictionary(p => p.Left, p => p.Right),
        Chambers = Pairs(parsed.GetValue(Chamber), "--chamber", "NAME=ID").ToDictionary(p => p.Left, p => ChamberId.IsValid(p.Right)
            ? new ChamberId(p.Right) : throw CliFailure.CouldNotRun($"--chamber '{p.Left}={p.Right}': '{p.Right}' is not a chamber's id")),
    };

    private static List<(string Left, string Right)> Pairs(string[]? given, string option, string shape)
    {
        var pairs = new List<(string Left, string Right)>();
        foreach (var text in given ?? [])
        {
            var at = text.LastIndexOf('=');
            if (at <= 0 || at == text.Length - 1) throw CliFailure.CouldNotRun($"{option} '{text}' is not {shape}");
            if (pairs.Any(p => p.Left == text[..at])) throw CliFailure.CouldNotRun($"{option} names '{text[..at]}' twice");
            pairs.Add((text[..at], text[(at + 1)..]));
        }
        return pairs;
    }
}
