using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MicroPoints.Runtime;

/// <summary>What the shell counts and times, for whoever listens. No id, name or reason is in it.</summary>
public static class Telemetry
{
    public const string Name = "MicroPoints";

    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Recorded = Meter.CreateCounter<long>(
        "micropoints.entries.recorded", "{entry}", "Entries appended to chamber ledgers.");
    private static readonly Counter<long> Existed = Meter.CreateCounter<long>(
        "micropoints.entries.existed", "{entry}", "Sendings that were recognised as sent before.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "micropoints.refusals", "{refusal}", "Refused lines, by refusal.");
    private static readonly Histogram<double> Append = Meter.CreateHistogram<double>(
        "micropoints.append.duration", "s", "From a command's arrival at its chamber until it is durable.");
    private static readonly Histogram<int> Batch = Meter.CreateHistogram<int>(
        "micropoints.batch.size", "{command}", "Commands that one chamber is given together.");
    private static readonly Histogram<double> Fold = Meter.CreateHistogram<double>(
        "micropoints.fold.duration", "s", "Loading a chamber's fold, which is then kept at hand.");
    private static readonly Histogram<long> FoldEntries = Meter.CreateHistogram<long>(
        "micropoints.fold.entries", "{entry}", "Entries of the ledger whose fold was loaded.");
    private static readonly Histogram<double> Round = Meter.CreateHistogram<double>(
        "micropoints.round.duration", "s", "A round's step, by phase.");
    private static readonly Histogram<double> Standings = Meter.CreateHistogram<double>(
        "micropoints.standings.duration", "s", "Computing the scorecards of a scope.");
    private static readonly Histogram<int> Group = Meter.CreateHistogram<int>(
        "micropoints.group.size", "{append}", "Appends in one durable write.");
    private static readonly Histogram<int> GroupBytes = Meter.CreateHistogram<int>(
        "micropoints.group.bytes", "By", "Bytes of one durable write.");
    private static readonly Histogram<double> Flush = Meter.CreateHistogram<double>(
        "micropoints.group.flush.duration", "s", "From the end of a group's write until the disk says that it is there.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "micropoints.readmodel.lag", "s", "From an append until questions find it.");

    /// <summary>The span of commands that one chamber is given together; null, and nothing allocated, where nobody listens.</summary>
    public static Activity? StartCommands(int commands)
    {
        Batch.Record(commands);
        return !Source.HasListeners() ? null
            : Source.StartActivity(commands == 1 ? "command" : "batch")?.SetTag("micropoints.commands", commands);
    }

    /// <summary>The span and the time of a round's step, such as <c>lock</c>, until it is disposed of; nothing is allocated where
    /// nobody listens.</summary>
    public static RoundPhase StartRound(string phase) => new(
        phase, Source.HasListeners() ? Source.StartActivity($"round {phase}") : null, Stopwatch.GetTimestamp());

    /// <summary>A round's step under way.</summary>
    public readonly struct RoundPhase(string phase, Activity? span, long started) : IDisposable
    {
        public Activity? Span => span;

        public void Dispose()
        {
            span?.Dispose();
            Round.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("phase", phase));
        }
    }

    /// <summary>A chamber's fold was loaded; one that has no entries is none.</summary>
    public static void CountFold(long entries, long started)
    {
        if (entries == 0) return;
        Fold.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        FoldEntries.Record(entries);
    }

    /// <summary>Counts what a batch came to.</summary>
    public static void Count(BatchAnswer answer, long started, Activity? span = null)
    {
        span?.SetTag("micropoints.answer", answer is BatchAnswer.Refused no ? no.Lines[0].Reason.ToString() : "accepted");
        if (answer is BatchAnswer.Refused refused)
        {
            if (!Refused.Enabled) return;
            foreach (var line in refused.Lines)
                Refused.Add(1, new KeyValuePair<string, object?>("refusal", line.Reason.ToString()));
            return;
        }
        if (Append.Enabled) Append.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        if (!Recorded.Enabled && !Existed.Enabled) return;
        foreach (var line in ((BatchAnswer.Accepted)answer).Lines)
            if (line is Answer.Recorded recorded) Recorded.Add(recorded.Entries.Count);
            else Existed.Add(1);
    }

    public static void CountStandings(long started) => Standings.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>For stores: one durable write, once it is on the disk and before anybody is told.</summary>
    public static void CountGroup(int appends, int bytes, TimeSpan flush)
    {
        Group.Record(appends);
        GroupBytes.Record(bytes);
        Flush.Record(flush.TotalSeconds);
    }

    /// <summary>For read models: how long what was taken in had waited.</summary>
    public static void CountLag(TimeSpan waited) => Lag.Record(waited.TotalSeconds);
}
