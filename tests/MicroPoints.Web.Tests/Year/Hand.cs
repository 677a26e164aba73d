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

    /// <summary>The same of a step that goes over all chambers: a busy machine shows its progress first.</summary>
    /// <param name="there">What is there when the step is done.</param>
    public async Task PressAndArrive(string button, string there, ILocator? within = null)
    {
        const string Ended = ".done ~ .actions a.button";
        await Press(button, within);
        await Page.Locator($"{there}, {Ended}").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 120_000 });
        if (Page.Url.Contains("/progress/", StringComparison.Ordinal)) await Page.Locator(Ended).First.ClickAsync();
    }

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
        // On a busy machine it is still being made: its progress says when it is there.
        while (answer is { Status: 200, Url: var at } && at.Contains("/progress/", StringComparison.Ordinal)
            && !at.EndsWith("/file", StringComparison.Ordinal))
        {
            await Task.Delay(500);
            var isThere = (await answer.TextAsync()).Contains($"{new Uri(at).AbsolutePath}/file", StringComparison.Ordinal);
            answer = await Page.Context.APIRequest.GetAsync(isThere ? $"{at}/file" : at);
        }
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }
}
