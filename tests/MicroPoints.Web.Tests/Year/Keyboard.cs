using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Somebody who has no mouse: goes from one thing to the next with Tab and presses keys there.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int TabsMax = 200;

    /// <summary>Goes on with Tab until the thing has the focus, and sees that the focus shows.</summary>
    public async Task To(ILocator what)
    {
        await what.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var tabs = 0; tabs < TabsMax; tabs++)
        {
            if (await what.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                Assert.NotEqual("none", await what.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{what} is not reached with Tab");
    }

    public async Task Press(ILocator what)
    {
        await To(what);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public async Task Toggle(ILocator what)
    {
        await To(what);
        await page.Keyboard.PressAsync("Space");
    }

    public async Task Type(ILocator what, string text)
    {
        await To(what);
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes down a list to an entry.</summary>
    public async Task Choose(ILocator what, string entry)
    {
        await To(what);
        for (var steps = 0; steps < TabsMax; steps++)
        {
            if (await what.EvaluateAsync<string>("e => e.value") == entry) return;
            await page.Keyboard.PressAsync("ArrowDown");
        }
        Assert.Fail($"{entry} is not reached in {what}");
    }

    public async Task Give(ILocator what, string name, byte[] file)
    {
        await To(what);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;

    public ILocator Field(string id) => page.Locator($"#{id}");
}
