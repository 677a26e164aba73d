using MicroPoints.Identity;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>The working-day calendar that was imported last.</summary>
public sealed class CalendarLibrary
{
    private static readonly StreamId Place = StreamId.OfRuleset(RulesetState.Calendar);
    private readonly StreamHost _streams;
    private readonly Lock _gate = new();
    private long _sequence;

    private CalendarLibrary(StreamHost streams) => _streams = streams;

    /// <summary>The calendar in force; null until one is imported.</summary>
    public WorkingCalendar? Current { get; private set; }

    /// <summary>Reads the calendar of a log.</summary>
    public static async ValueTask<CalendarLibrary> Open(StreamHost streams, CancellationToken cancel)
    {
        var library = new CalendarLibrary(streams);
        await library.Reload(cancel);
        return library;
    }

    /// <summary>Puts a calendar in force, whole, as the next version. The one in force again answers exists.</summary>
    public async ValueTask<Answer> Import(WorkingCalendar calendar, Actor by, CancellationToken cancel)
    {
        var state = await _streams.Load<RulesetState>(Place, cancel);
        var isInForce = state.Versions is [.., var last] && last.Bytes.Span.SequenceEqual(calendar.Bytes.Span);
        // Versions are numbers: an earlier calendar that comes again is a new one, and in force again.
        var version = (state.Versions.Count + (isInForce ? 0 : 1)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = await _streams.Run(Place, RegionCode.Nation, by,
            new PublishRuleset(new EntryId($"publish-{version}"), version, calendar.Bytes), cancel);
        if (answer is Answer.Refused { Reason: Refusal.ExistsWithDifferentContent }) return new Answer.Refused(
            Refusal.HeadMoved, "another calendar was imported meanwhile: look at it, and send yours again");
        await Reload(cancel);
        return answer;
    }

    /// <summary>Reads the calendar anew: another process may have imported one.</summary>
    public async ValueTask Reload(CancellationToken cancel)
    {
        var state = await _streams.Load<RulesetState>(Place, cancel);
        if (state.Versions is not [.., var last]) return;
        try
        {
            var read = WorkingCalendar.Read(last.Bytes.Span);
            lock (_gate)
            {
                // Two readings may end in either order; the later state stays.
                if (state.Head.Sequence > _sequence) (_sequence, Current) = (state.Head.Sequence, read);
            }
        }
        catch (FormatException e) { throw new StoreException($"{Place} holds no calendar in version {last.Version}: {e.Message}", e); }
    }
}
