using System.Collections.Concurrent;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Pages of standings, kept while nothing is recorded: most who look see what others saw just before.</summary>
internal sealed class KeptPages
{
    /// <summary>Of all bodies together; a page's other parts take some times as much.</summary>
    private const long BytesMax = 32 << 20;

    private readonly ConcurrentDictionary<string, KeptPage> _pages = [];

    // What was sent, letter by letter, with the region that its sender reaches: most ask as others do, and it need not be read again.
    private readonly ConcurrentDictionary<(RegionCode Reach, string Sent), KeptPage> _asSent = [];

    private long _bytes;

    /// <summary>The page that was kept last, old or not.</summary>
    public KeptPage? Find(string question) => _pages.GetValueOrDefault(question);

    public void Keep(string question, KeptPage page)
    {
        MakeRoom(page.Body.Length + question.Length);
        _pages[question] = page;
    }

    /// <summary>The page that was last given for exactly this, old or not.</summary>
    public KeptPage? Find(Call call) => _asSent.GetValueOrDefault(AsSent(call));

    public void Keep(Call call, KeptPage page)
    {
        var key = AsSent(call);
        MakeRoom(key.Sent.Length);
        _asSent[key] = page;
    }

    /// <summary>Every keeping counts, also in place of an older page: so all is let go a little too soon, never too late.</summary>
    private void MakeRoom(int bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= BytesMax) return;
        Interlocked.Exchange(ref _bytes, bytes);
        _pages.Clear();
        _asSent.Clear();
    }

    private static (RegionCode Reach, string Sent) AsSent(Call call) => (call.Actor.Scope, call.Http.Request.QueryString.Value ?? "");
}

/// <summary>One page as it is sent, and what it is a page of.</summary>
/// <param name="changes">The workspace's count from before the page was worked out.</param>
/// <param name="etag">Of the page without a chamber asked for.</param>
/// <param name="body">The page as it is sent without one.</param>
internal sealed class KeptPage(long changes, DateOnly day, string etag, StandingsPage page, byte[] body, StandingsList list)
{
    // Pages that nobody asks for any more must not hold whole lists.
    private readonly WeakReference<IReadOnlyList<ListedStanding>> _rows = new(list.Rows);

    public string ETag => etag;
    public StandingsPage Page => page;
    public byte[] Body => body;

    public bool IsOf(long count, DateOnly today) => changes == count && day == today;

    /// <summary>Whether this is a page of a list's rows.</summary>
    public bool IsOf(StandingsList other) => _rows.TryGetTarget(out var rows) && ReferenceEquals(rows, other.Rows);
}
