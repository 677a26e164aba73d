using System.Diagnostics;

namespace MicroPoints.Rulesets.Yaml.Tests.Fresh;

/// <summary>All shipped rulesets in twenty processes that start from nothing, set to other languages, calendars and times.</summary>
public sealed class FreshProcessTests
{
    private const int AtOnce = 2;

    private static readonly (string Language, string Zone)[] Places =
    [
        ("en_US", "UTC"), ("zh_CN", "Asia/Shanghai"), ("zh_TW", "Asia/Taipei"), ("tr_TR", "Europe/Istanbul"), ("ar_SA", "Asia/Riyadh"),
        ("ar_EG", "Africa/Cairo"), ("th_TH", "Asia/Bangkok"), ("fa_IR", "Asia/Tehran"), ("he_IL", "Asia/Jerusalem"),
        ("hi_IN", "Asia/Kolkata"),
        ("de_DE", "Europe/Berlin"), ("fr_FR", "Antarctica/Troll"), ("ja_JP", "Asia/Tokyo"), ("sv_SE", "Europe/Stockholm"),
        ("pt_BR", "America/Sao_Paulo"), ("ru_RU", "Asia/Kamchatka"), ("ne_NP", "Asia/Kathmandu"), ("az_AZ", "Pacific/Kiritimati"),
        ("th_TH", "America/Los_Angeles"), ("tr_TR", "Etc/GMT+12"),
    ];

    [Fact]
    public async Task Twenty_fresh_processes_come_to_one_result_in_whatever_order_language_and_time_zone()
    {
        var said = new string[Places.Length][];
        await Parallel.ForAsync(0, Places.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, cancel) => said[i] = await Run(i, Places[i], cancel));
        // A machine that took no notice of its settings would prove nothing.
        Assert.Equal(Places.Select(p => p.Language.Replace('_', '-')), said.Select(s => s[0]));
        Assert.Equal(Places.Select(p => p.Zone), said.Select(s => s[1]));
        Assert.Single(said.Select(s => s[2]).Append(Child.Digest(new Random(-1))).Distinct());
        Assert.Equal(64, said[0][2].Length);
    }

    private static async Task<string[]> Run(int order, (string Language, string Zone) place, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, $"{order}"]) { RedirectStandardOutput = true };
        (start.Environment["LANG"], start.Environment["LC_ALL"], start.Environment["TZ"]) =
            (place.Language + ".UTF-8", place.Language + ".UTF-8", place.Zone);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        var said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.Equal(0, process.ExitCode);
        return said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
