using System.Runtime.CompilerServices;

namespace MicroPoints.Client;

/// <summary>Walks the pages of a list.</summary>
internal static class Paging
{
    /// <summary>Items a page where the caller reads them all: the most that the server gives.</summary>
    public const int All = 500;

    public static async IAsyncEnumerable<TItem> Walk<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> read, Func<TPage, IReadOnlyList<TItem>> items, Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        string? cursor = null;
        do
        {
            var page = await read(cursor, cancel).ConfigureAwait(false);
            foreach (var item in items(page)) yield return item;
            cursor = next(page);
        }
        while (cursor is not null);
    }
}
