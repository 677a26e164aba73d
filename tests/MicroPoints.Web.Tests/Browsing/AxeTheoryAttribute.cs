namespace MicroPoints.Web.Tests;

/// <summary>A theory that needs axe-core; skipped where neither it nor npm, which brings it, is here.</summary>
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = Browser.HasAxe ? null : "npm is not here to bring axe-core";
}
