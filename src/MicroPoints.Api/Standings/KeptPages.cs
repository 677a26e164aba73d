using System.Collections.Concurrent;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Pages of standings, kept while nothing is recorded: most who look see what others saw just before.</summary>
internal sealed class KeptPages
{
    private const int PagesMax = 5_000;

    private readonly ConcurrentDictionary<string, KeptPage> _pages = [];

    /// <summary>The page that was kept last, old or not.</summary>
    public KeptPage? Find(string question) => _pages.GetValueOrDefault(question);

    public KeptPage Keep(string question, KeptPage page)
    {
        if (_pages.Count >= PagesMax) _pages.Clear();
        return _pages[question] = page;
    }
}

/// <summary>One page, with what a question after one chamber's place beside it needs.</summary>
/// <param name="Changes">The workspace's count from before the page was worked out.</param>
/// <param name="ETag">Of the page without a chamber asked for.</param>
/// <param name="Body">The page as it is sent without one.</param>
/// <param name="Standings">What the page is of.</param>
internal sealed record KeptPage(
    long Changes, DateOnly Day, string ETag, StandingsPage Page, byte[] Body, StandingsList Standings)
{
    public bool IsOf(long changes, DateOnly day) => Changes == changes && Day == day;

    /// <summary>The page with any chamber of the standings beside it; null where it is not among them.</summary>
    public StandingsPage Asking(ChamberId chamber) => Page with
    {
        Asked = OrderedStandings.Of(Standings).Find(chamber) is { } own ? StandingsOut.Row(Standings.Ruleset, own) : null,
    };
}
