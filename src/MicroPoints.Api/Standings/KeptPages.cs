using System.Collections.Concurrent;
using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>Pages of standings, kept while nothing is recorded: most who look see what others saw just before.</summary>
internal sealed class KeptPages
{
    private const int PagesMax = 5_000;

    private readonly ConcurrentDictionary<string, KeptPage> _pages = [];

    public KeptPage? Find(string question, long changes, DateOnly day) =>
        _pages.TryGetValue(question, out var kept) && kept.Changes == changes && kept.Day == day ? kept : null;

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
/// <param name="RowOf">The row of any chamber of the standings; null where it is not among them.</param>
internal sealed record KeptPage(
    long Changes, DateOnly Day, string ETag, StandingsPage Page, byte[] Body, Func<ChamberId, StandingRow?> RowOf);
