using System.Diagnostics;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;
using MicroPoints.Streams;

namespace MicroPoints.Benchmarks;

/// <summary>Writes a year of a whole country into a journal: real entries, sealed and chained, appended like any others.</summary>
public static class GreatJournal
{
    private const int InFlightMax = 8192;
    private const long BytesPerEntry = 1000;

    /// <summary>Why the folder cannot take such a journal and the peers' copies of it; null where it can.</summary>
    public static string? RefuseFolder(string folder, int activities)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return free < activities * BytesPerEntry
            ? $"{folder} has {free >> 20} MB free, {activities * BytesPerEntry >> 20} MB are needed: choose another with --folder" : null;
    }

    public static async Task Write(string directory, Country country, Year year, int perFrame, Action<string> say)
    {
        var began = Stopwatch.GetTimestamp();
        await using var log = JournalEventLog.Open(directory);
        var workspace = await Desk.Over(log, BenchRules.Rules(), new LateClock(Year.Number));
        await Desk.Register(workspace, country);
        var heads = await Heads(log, country);
        var rules = workspace.Regions.For(RegionCode.Nation);
        await Append(log, country, year, perFrame, heads, rules);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        say($"  journal of {year.Activities} activities, {perFrame} a frame: {seconds:0.0} s; now closing");
    }

    private static async Task<Head[]> Heads(JournalEventLog log, Country country)
    {
        var cut = await log.Cut(RegionCode.Nation, CancellationToken.None);
        return [.. Enumerable.Range(0, country.Chambers).Select(n => cut.Find(StreamId.Of(country[n])))];
    }

    /// <summary>Chamber after chamber and again: what a chamber recorded lies scattered, as it does in life.</summary>
    private static async Task Append(JournalEventLog log, Country country, Year year, int perFrame, Head[] heads, Digest? rules)
    {
        var inFlight = new Queue<Task<AppendResult>>(InFlightMax);
        var stride = country.Chambers * perFrame;
        for (var from = 0; from < year.Activities; from += stride)
            for (var chamber = 0; chamber < country.Chambers && from + chamber < year.Activities; chamber++)
            {
                var stream = StreamId.Of(country[chamber]);
                var (before, entries) = (heads[chamber], new List<SealedEntry>(perFrame));
                for (var n = from + chamber; n < Math.Min(from + stride, year.Activities); n += country.Chambers)
                {
                    entries.Add(SealedEntry.Seal(stream, heads[chamber], Year.DraftOf(n, year[n], rules)));
                    heads[chamber] = entries[^1].Head;
                }
                inFlight.Enqueue(log.Append(stream, before, entries, CancellationToken.None).AsTask());
                if (inFlight.Count >= InFlightMax) await Appended(inFlight.Dequeue());
            }
        while (inFlight.TryDequeue(out var append)) await Appended(append);
    }

    private static async Task Appended(Task<AppendResult> append)
    {
        if (await append is not AppendResult.Appended) throw new InvalidOperationException("the log moved while it was being made");
    }
}
