using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The fictional county with all that a year leaves behind: a sealed round with an objection and a use, two rehearsals.</summary>
public sealed class SealedServer : IAsyncLifetime
{
    public static readonly ChamberId Chamber = new("990101001");

    public DeskServer Desk { get; } = new();

    public async Task InitializeAsync()
    {
        await Desk.InitializeAsync();
        await SealedYear.In(Desk);
        var (rounds, round) = (Desk.Workspace.Rounds, await Desk.Workspace.Rounds.Load(SealedYear.Round, default));
        var given = round.Sealed!.Grades.First(g => g.Grade is not null);
        Recorded(await rounds.Use(SealedYear.Round, new EntryId("use-1"), new RoundResultUsed(given.Chamber, null, given.Grade,
            "县政协办公室", "评先评优", Desk.Workspace.Today, null), null, SealedYear.By, default));
        foreach (var id in (string[])["trial-x", "trial-y"])
        {
            Recorded(await rounds.Open(new RoundId(id), round.Opened! with { Purpose = RoundPurpose.Rehearsal }, SealedYear.By, default));
            Desk.Now = Desk.Now.AddMinutes(1);
        }
        Recorded(await Desk.Workspace.Chambers.Run(Chamber, SealedYear.By, new OpenLateWindow(
            new EntryId("late-window"), Period.Year(2026), Desk.Workspace.Today, "核查"), default));
    }

    public Task DisposeAsync() => Desk.DisposeAsync();

    /// <summary>Pages of the county, those of its rounds among them.</summary>
    public static IEnumerable<(string Name, string Path)> Pages =>
    [
        .. EveryPageTests.Pages.Where(p => p.Path is not ("/" or "/sign-in")),
        ("sealed-round", $"/rounds/{SealedYear.Round}"), ("sealed-uses", $"/rounds/{SealedYear.Round}/uses"),
        ("sealed-withdraw", $"/rounds/{SealedYear.Round}/uses/use-1/withdraw"), ("trial-round", "/rounds/trial-y"),
        ("trial-abandon", "/rounds/trial-y/abandon"),
    ];

    /// <summary>What a page says and is titled, piece by piece; what is inside a table or list of records begins with a bar.</summary>
    /// <param name="without">What is left out.</param>
    public static Task<string[]> Words(IPage page, string without = ".nothing") => page.EvaluateAsync<string[]>("""
        without => {
            document.querySelectorAll(without).forEach(e => e.remove());
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), said = [document.title];
            while (walker.nextNode()) {
                const text = walker.currentNode.textContent.trim();
                if (text) said.push((walker.currentNode.parentElement.closest('td, th, .timeline') ? '|' : '') + text);
            }
            return said;
        }
        """, without);

    private static void Recorded(Answer answer) => Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
}
