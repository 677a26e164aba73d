using System.Globalization;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>One page of a chamber's records of a period, the latest first.</summary>
/// <param name="Number">From 1.</param>
/// <param name="All">How many there are on all pages.</param>
public sealed record RecordsShown(IReadOnlyList<FoundActivity> Items, int Number, int Pages, int All)
{
    /// <summary>The field of an address that names the page.</summary>
    public const string Asked = "records";

    /// <summary>So many that a page stays light.</summary>
    private const int OnAPage = 50;

    public static RecordsShown None { get; } = new([], 1, 1, 0);

    /// <param name="asked">Which page, as an address says it: the first where it says nothing of use, the last where it is past it.</param>
    public static async ValueTask<RecordsShown> Of(
        IActivitySearch search, ActivityQuery query, string? asked, CancellationToken cancel)
    {
        var all = new List<FoundActivity>();
        ActivityPosition? after = null;
        do
        {
            var found = await search.Find(query with { After = after, Limit = Limits.PageMax }, cancel);
            all.AddRange(found.Items);
            after = found.Next;
        }
        while (after is not null);
        all.Reverse();
        var pages = Math.Max(1, (all.Count + OnAPage - 1) / OnAPage);
        var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, pages) : 1;
        return new RecordsShown([.. all.Skip((number - 1) * OnAPage).Take(OnAPage)], number, pages, all.Count);
    }
}
