using System.Diagnostics;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>One chromium for all tests of this process: the headless shell where it is there, at half the cost.</summary>
internal static class Browser
{
    private static readonly string[] Places =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly Lazy<Task<IBrowser>> Only = new(Start);
    private static readonly Lazy<Task<string>> AxeCore = new(ReadAxe);

    private static string Cache =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "micropoints", "axe");

    public static string AxeScript => Path.Combine(Cache, "node_modules", "axe-core", "axe.min.js");

    /// <summary>Whether axe-core is here, or npm, which brings it.</summary>
    public static bool HasAxe => File.Exists(AxeScript) || (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "npm")));

    public static Task<IBrowser> Get() => Only.Value;

    /// <summary>The script of axe-core, which looks for what keeps people from using a page.</summary>
    public static Task<string> Axe() => AxeCore.Value;

    private static async Task<IBrowser> Start()
    {
        var program = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            "these tests need chromium: 'apt-get install -y chromium fonts-noto-cjk' as root");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    private static async Task<string> ReadAxe()
    {
        if (!File.Exists(AxeScript))
        {
            Directory.CreateDirectory(Cache);
            using var npm = Process.Start("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", Cache, "axe-core@4"]);
            await npm.WaitForExitAsync();
        }
        return File.Exists(AxeScript) ? await File.ReadAllTextAsync(AxeScript) : throw new InvalidOperationException(
            "these tests need axe-core: install Node.js with npm, so that 'npm install axe-core' works");
    }
}
