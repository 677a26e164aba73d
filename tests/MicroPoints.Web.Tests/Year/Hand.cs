using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A person's hand on the mouse: every click, choice and file is counted; typing is not.</summary>
internal sealed class Hand(IPage page)
{
    public IPage Page { get; set; } = page;
    public int Clicks { get; private set; }

    /// <summary>Opens what was printed, as a click on it would.</summary>
    public async Task Open(string link)
    {
        Clicks++;
        Assert.Equal(200, (await Page.GotoAsync(link))!.Status);
    }

    public Task Press(string button, ILocator? within = null) =>
        Click((within ?? Page.Locator("main")).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public Task Follow(string link, ILocator? within = null) =>
        Click((within ?? Page.Locator("main")).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    public Task Go(string entry) => Click(Page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }));

    public Task Click(ILocator what)
    {
        Clicks++;
        return what.ClickAsync();
    }

    public Task Choose(string select, string label)
    {
        Clicks++;
        return Page.Locator(select).SelectOptionAsync(new SelectOptionValue { Label = label });
    }

    public Task Give(string name, byte[] file)
    {
        Clicks++;
        return Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
    }

    /// <summary>What a click on a link or button brings as a file.</summary>
    public async Task<byte[]> Download(string link)
    {
        Clicks++;
        var path = await Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.GetAttributeAsync("href");
        var answer = await Page.Context.APIRequest.GetAsync(new Uri(new Uri(Page.Url), path!).ToString());
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }
}
