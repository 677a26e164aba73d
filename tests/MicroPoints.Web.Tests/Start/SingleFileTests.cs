using System.Net;
using System.Runtime.Versioning;
using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Store.Embedded;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Web.Tests;

/// <summary>The built program, started as a person starts it.</summary>
[SupportedOSPlatform("linux")]
[Collection(SingleFileRuns.Name)]
public sealed class SingleFileTests(SingleFile single) : IDisposable
{
    private const int PagesAre = 200, SignInIsAsked = 302;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task What_is_handed_over_is_one_file_with_a_page_to_read()
    {
        Assert.Equal(["MicroPoints", "使用说明.txt", "演示.sh"], Names(single.Built));
        var page = await File.ReadAllBytesAsync(Path.Combine(single.Built, "使用说明.txt"));
        Assert.Equal([0xEF, 0xBB, 0xBF], page[..3]);
        Assert.Equal(page.Count(b => b == '\n'), page.Count(b => b == '\r'));
    }

    [Fact]
    public async Task A_double_click_opens_the_link_of_the_first_start_and_a_second_one_opens_the_same()
    {
        var (folder, from) = (single.Unpacked(), single.Empty());
        using var first = new Clicked(folder, from);
        var link = await first.Link();
        Assert.Matches("^http://127.0.0.1:50[89][0-9]/set-password/", link);
        Assert.Equal(PagesAre, await Status(link));
        Assert.Contains(link, first.Said, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "data", "format")), "the data lie beside the program");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "data.address")));
        Assert.Equal(["bin", "opened"], Names(from));

        using (var second = new Clicked(folder, single.Empty()))
        {
            Assert.Equal(0, await second.Ended());
            Assert.Equal([link], second.Opened);
        }
        Assert.Equal(0, await first.Close());
        Assert.True(File.Exists(Path.Combine(folder, "data", "derived", "checkpoint")), "closing the window closes the store");
        Assert.False(File.Exists(Path.Combine(folder, "data.address")));
    }

    [Fact]
    public async Task Two_folders_run_beside_each_other_and_what_a_killed_one_left_misleads_nobody()
    {
        var (folder, other) = (single.Unpacked(), single.Unpacked());
        using var killed = new Clicked(folder, single.Empty());
        var stale = await killed.Link();
        await killed.Kill();
        using var beside = new Clicked(other, single.Empty());
        var theirs = new Uri(await beside.Link());
        await File.WriteAllTextAsync(Path.Combine(folder, "data.address"), $"{theirs.GetLeftPart(UriPartial.Authority)}\n{theirs}\n");
        using var again = new Clicked(folder, single.Empty());
        var ours = new Uri(await again.Link());
        Assert.NotEqual(theirs.Port, ours.Port);
        Assert.NotEqual(stale, ours.ToString());
        Assert.Equal(PagesAre, await Status(ours.ToString()));
        await SetPassword(ours.ToString());
        // What ships with the program is inside it: rulesets for the desk, the calendar for the first steps.
        foreach (var page in (string[])["/start", "/rules"])
            Assert.Equal((page, PagesAre), (page, await Status(new Uri(ours, page).ToString())));
    }

    [Fact]
    public async Task A_demo_is_kept_apart_and_its_link_signs_in()
    {
        var folder = single.Unpacked();
        using var demo = new Clicked(folder, single.Empty(), "--desk", "--demo");
        Assert.Contains("/demo/", await demo.Link(), StringComparison.Ordinal);
        Assert.Equal(SignInIsAsked, await Status(demo.Opened[0]));
        Assert.StartsWith("程序生成，非真实数据", demo.Said, StringComparison.Ordinal);
        Assert.Equal(["MicroPoints", "demo", "demo.address"], Names(folder));
    }

    [Fact]
    public async Task Whoever_wants_no_browser_gets_the_link_in_words()
    {
        using var quiet = new Clicked(single.Unpacked(), single.Empty(), "--desk", "--no-browser");
        await quiet.Until(() => quiet.Said.Contains("Ctrl+C", StringComparison.Ordinal));
        Assert.Contains("/set-password/", quiet.Said, StringComparison.Ordinal);
        Assert.Equal(0, await quiet.Close());
        Assert.Empty(quiet.Opened);
    }

    [Fact]
    public async Task A_backup_of_a_killed_program_dropped_onto_a_new_one_has_every_head()
    {
        var (folder, second) = (single.Unpacked(), single.Empty());
        await MakeData(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "micropoints.json"), $$"""{"backupTo":"{{second}}"}""");
        string zip;
        using (var first = new Clicked(folder, single.Empty()))
        {
            Assert.EndsWith("/desk", await first.Link(), StringComparison.Ordinal);
            await first.Until(() => Directory.EnumerateFiles(second, "*.zip").Any());
            zip = Directory.GetFiles(second, "*.zip").Single();
            await first.Kill();
        }
        var heads = JournalVerify.Run(Path.Combine(folder, "data")).Heads;
        Assert.NotEmpty(heads);

        var anew = single.Unpacked();
        using (var restored = new Clicked(anew, single.Empty(), zip))
        {
            Assert.Equal(SignInIsAsked, await Status(await restored.Link()));
            Assert.Equal(0, await restored.Close());
        }
        Assert.Equal(heads.ToString(), JournalVerify.Run(Path.Combine(anew, "data")).Heads.ToString());

        using var again = new Clicked(anew, single.Empty(), zip);
        Assert.Equal(1, await again.Ended());
        Assert.Contains("已经有数据", again.Said, StringComparison.Ordinal);
        Assert.Equal(heads.ToString(), JournalVerify.Run(Path.Combine(anew, "data")).Heads.ToString());
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_backup_leaves_no_half_file_under_its_name()
    {
        var (folder, second) = (single.Unpacked(), single.Empty());
        var data = Path.Combine(folder, "data");
        await MakeData(data);
        var large = new byte[96 << 20];
        new Random(20260305).NextBytes(large);
        Directory.CreateDirectory(Path.Combine(data, "proofs"));
        await File.WriteAllBytesAsync(Path.Combine(data, "proofs", "large.zip"), large);
        string[] arguments = ["--desk", "--backup-to", second];
        using (var first = new Clicked(folder, single.Empty(), arguments))
        {
            await first.Until(() => Directory.EnumerateFiles(second, "*.zip.new").Any());
            await first.Kill();
        }
        Assert.EndsWith(".zip.new", Assert.Single(Directory.GetFiles(second)), StringComparison.Ordinal);

        using (var next = new Clicked(folder, single.Empty(), arguments))
            await next.Until(() => Directory.EnumerateFiles(second, "*.zip").Any());
        var whole = Assert.Single(Directory.GetFiles(second));
        Assert.Equal(JournalVerify.Run(data).Entries, JournalRestore.Run(whole, single.Empty()).Entries);
    }

    [Fact]
    public void Where_nothing_can_be_kept_the_start_says_where_to_move_the_folder()
    {
        var said = Assert.Throws<ConfigurationException>(() => new DeskPlace("/proc/MicroPoints/data").Prepare()).Message;
        Assert.Contains("移到“文档”", said, StringComparison.Ordinal);
        Assert.Contains("/proc/MicroPoints/data", said, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private async Task<int> Status(string link)
    {
        using var answer = await _http.GetAsync(link);
        return (int)answer.StatusCode;
    }

    private async Task SetPassword(string link)
    {
        const string token = "__RequestVerificationToken", password = RealServer.Password;
        var written = (await _http.GetStringAsync(link)).Split($"name=\"{token}\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [token] = WebUtility.HtmlDecode(written),
            ["_handler"] = "set-password",
            ["password"] = password,
            ["again"] = password,
        });
        using var answer = await _http.PostAsync(link, form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>A county's data with somebody who has set a password: no start after that records anything.</summary>
    private static async Task MakeData(string data)
    {
        await using var server = await Hosting.Start(new ServerOptions { Data = data, Listen = new IPEndPoint(IPAddress.Loopback, 0) },
            TextWriter.Null, e => throw e, default);
        var secret = server.Link.Split('/')[^1];
        var signIns = server.Services.GetRequiredService<SignIns>();
        Assert.IsType<SignInAnswer.Fine>(await signIns.SetByLink(secret, RealServer.Password, default));
    }
}
