using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroPoints.Web.Tests;

/// <summary>The program is killed while it imports a table.</summary>
public sealed partial class CrashTests : IDisposable
{
    private const int Chambers = 600, PerChamber = 13;
    private const string GoOn = "导入“年度汇总表.csv”在中途停下了，接着导入";
    private static readonly string[] Columns = ["M1", "M2", "M3", "E1", "E2", "E4", "G2", "G3", "G4", "V2", "N2", "N3", "X1"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-crash-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_stays_and_one_press_on_what_home_says_writes_the_rest()
    {
        var (data, home, rest, written) = ("", "", "", 0);
        ServerProcess? second = null;
        Visitor again = null!;
        // The program may be done before it is killed; then a fresh one is.
        for (var tries = 0; tries < 5 && written is 0 or Chambers * PerChamber; tries++)
        {
            second?.Dispose();
            await KillOnTheWay(data = Path.Combine(_directory.FullName, $"data-{tries}"));
            again = new Visitor(await (second = new ServerProcess(data)).Address());
            await again.SignIn("经办人");
            home = (await again.Get("/desk")).Words;
            rest = GoesOn().Match(home) is { Success: true } found ? found.Groups[1].Value : "";
            written = rest.Length > 0 ? NumberAfter((await again.Get(rest)).Words, "已经记过 ") : 0;
        }
        using var running = second;
        Assert.InRange(written, 1, Chambers * PerChamber - 1);

        // Where the file is gone, the same is to be sent again.
        var (kept, away) = (Path.Combine(data, "derived", "uploads"), Path.Combine(data, "away"));
        Directory.Move(kept, away);
        foreach (var page in (string[])["/desk", "/imports"])
            Assert.Contains("再传一次同一文件", (await again.Get(page)).Words, StringComparison.Ordinal);
        Directory.Move(away, kept);

        Assert.Contains(rest, (await again.Get("/imports")).Words, StringComparison.Ordinal);
        Assert.Contains($"新记 {Chambers * PerChamber - written} 条", await Ended(again, await again.Submit(rest, "apply")),
            StringComparison.Ordinal);
        Assert.Equal(Chambers * PerChamber, NumberAfter((await again.Get(await Send(again))).Words, "已经记过 "));
        Assert.DoesNotContain("在中途停下了", (await again.Get("/desk")).Words, StringComparison.Ordinal);
    }

    /// <summary>Begins a county and its import, and kills the program on the way.</summary>
    private static async Task KillOnTheWay(string data)
    {
        using var server = new ServerProcess(data);
        var visitor = new Visitor(await server.Address());
        Assert.Equal("/desk", (await visitor.Submit(await server.FirstLink(), "set-password",
            ("password", RealServer.Password), ("again", RealServer.Password))).Location);
        Assert.Contains($"新登记 {Chambers} 家", (await visitor.Upload("/chambers/register", "table", "名册.csv", Register())).Words,
            StringComparison.Ordinal);
        var preview = await Send(visitor);
        var somebody = new Visitor(await server.Address());
        await somebody.SignIn("经办人");
        var importing = visitor.Submit(preview, "apply");
        // The first chambers of the table have their lines, the others have not.
        string list;
        while (!(list = (await somebody.Get("/imports")).Words).Contains("进行中（", StringComparison.Ordinal)
            && !list.Contains("已导入", StringComparison.Ordinal)) await Task.Delay(1);
        await server.Kill();
        await importing.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>What the answer says, or the page of the progress that it leads to, when that ends.</summary>
    private static async Task<string> Ended(Visitor visitor, Seen answer)
    {
        if (answer.Location is not { } progress) return answer.Words;
        Seen seen;
        while ((seen = await visitor.Get(progress)).Headers.ContainsKey("Refresh")) await Task.Delay(50);
        return seen.Words;
    }

    private static async Task<string> Send(Visitor visitor) => (await visitor.Upload("/imports", "upload", "年度汇总表.csv", Table(),
        ("shape", "annual"))).Location!;

    private static int NumberAfter(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' is not in {text}");
        return int.Parse(text[(at + words.Length)..].TakeWhile(char.IsAsciiDigit).ToArray(), CultureInfo.InvariantCulture);
    }

    private static byte[] Register() => Lines("商会名称,区划代码", i => $"第{i}镇商会,{YearTables.County}{i:000}");

    private static byte[] Table() => Lines($"商会编号,商会名称,{string.Join(',', Columns)}",
        i => $"{YearTables.County}{i:000},第{i}镇商会,{string.Join(',', Columns.Select(_ => 1 + i % 3))}");

    private static byte[] Lines(string heading, Func<int, string> line) => Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(1, Chambers).Select(i => line(i) + "\n").Prepend(heading + "\n")));

    [GeneratedRegex($"<a href=\"([^\"]+)\">{GoOn}")]
    private static partial Regex GoesOn();
}
