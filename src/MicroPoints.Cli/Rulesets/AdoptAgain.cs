using System.Globalization;

namespace MicroPoints.Cli;

/// <summary>Decides the same once more where it was undone meanwhile.</summary>
/// <remarks>
/// Ids follow from what is decided, so that a retry is recognised. Whoever adopts what was adopted before and ended since, or ends it once
/// more, means a new decision: it gets the next id.
/// </remarks>
internal static class AdoptAgain
{
    public static async Task<Written> Until(string id, Func<string, Task<Written>> decide, Func<Task<bool>> stands) =>
        await Until(id, decide, entry => entry, stands);

    public static async Task<T> Until<T>(string id, Func<string, Task<T>> decide, Func<T, Written> entry, Func<Task<bool>> stands)
    {
        for (var time = 1; ; time++)
        {
            var done = await decide(time == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{time}"));
            if (!entry(done).IsReplay || await stands()) return done;
        }
    }
}
