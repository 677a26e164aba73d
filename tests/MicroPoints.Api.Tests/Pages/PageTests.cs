using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>The fictional county, as <c>--demo</c> serves it.</summary>
public sealed class DemoServer : TestServer
{
    internal override ServerOptions Options => base.Options with { Demo = true };
}

public sealed class PageTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task The_demos_page_shows_every_chamber_in_order_of_code_under_the_stamp()
    {
        var page = (await server.Get("/", null)).Is(200);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("程序生成，非真实数据", page.Text);
        var codes = System.Text.RegularExpressions.Regex.Matches(page.Text, "class=\"code\">(\\d+)<")
            .Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(15, codes.Count);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Contains("截至", page.Text);
    }

    [Fact]
    public async Task The_page_runs_no_script_and_takes_nothing_from_elsewhere()
    {
        var page = (await server.Get("/", null)).Is(200);
        Assert.Contains("default-src 'none'", page.Header("Content-Security-Policy"));
        Assert.DoesNotContain("<script", page.Text);
        Assert.DoesNotContain("style=", page.Text);
        Assert.Equal("text/css", (await server.Get("/public.css", null)).Is(200).MediaType);
    }

    [Fact]
    public async Task The_demos_key_lies_in_a_file_that_its_owner_alone_reads_and_stays_the_same()
    {
        var path = Path.Combine(server.Data, "demo.key");
        var secret = (await File.ReadAllTextAsync(path)).Trim();
        Assert.Equal("approver", (await server.SendWith(secret, HttpMethod.Get, "/api/v1/identity")).Is(200)["role"]);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        await server.Stop();
        await server.Start();
        Assert.Equal(secret, (await File.ReadAllTextAsync(path)).Trim());
    }

    [Fact]
    public async Task The_demo_is_stamped_in_every_answer_about_its_chambers()
    {
        foreach (var path in (string[])["/api/v1/standings?period=2026", "/api/v1/chambers", "/api/v1/coverage",
            "/api/v1/chambers/990101001", "/api/v1/chambers/990101001/ledger", "/api/v1/chambers/990101001/scorecard"])
            Assert.Equal("程序生成，非真实数据", (await server.Get(path)).Is(200)["stamp"]);
    }
}

public sealed class ClosedPageTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Without_leave_the_page_says_only_that_it_runs()
    {
        await server.Chamber();
        var page = (await server.Get("/", null)).Is(200);
        Assert.Contains("服务运行正常", page.Text);
        Assert.DoesNotContain("青石镇商会", page.Text);
    }
}
