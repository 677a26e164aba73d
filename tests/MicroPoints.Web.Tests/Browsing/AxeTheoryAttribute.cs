namespace MicroPoints.Web.Tests;

/// <summary>A theory that needs axe-core; skipped where neither it nor npm, which brings it, is here.</summary>
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = File.Exists(Browser.AxeScript) || (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "npm"))) ? null : "npm is not here to bring axe-core";
}
