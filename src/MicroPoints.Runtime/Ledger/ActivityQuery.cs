using System.Globalization;
using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>Which activities are asked for: those that meet everything that is given. Ranges are half-open.</summary>
/// <param name="Scope">Only chambers seated in this region.</param>
public sealed record ActivityQuery(RegionCode Scope)
{
    public KindId? Kind { get; init; }
    public ChamberId? Chamber { get; init; }

    /// <summary>The first day that an activity may stand for.</summary>
    public DateOnly? OnFrom { get; init; }

    /// <summary>The first day that it may no longer stand for.</summary>
    public DateOnly? OnUntil { get; init; }

    public DateTimeOffset? RecordedFrom { get; init; }
    public DateTimeOffset? RecordedUntil { get; init; }
    public ActorId? By { get; init; }
    public string? Key { get; init; }

    /// <summary>Also those that were taken back.</summary>
    public bool IncludeReversed { get; init; }

    /// <summary>Where the page before ended.</summary>
    public ActivityPosition? After { get; init; }

    /// <summary>What is wrong with it, so that nothing could ever be found; null where something could.</summary>
    public string? Problem(KindCatalogue kinds) =>
        Kind is { } kind && kinds.Find(kind) is null ? $"'{kind}' is not an activity kind of activities {kinds.Version}"
        : OnUntil <= OnFrom ? $"no day is from {Calendar.Text(OnFrom.Value)} until {Calendar.Text(OnUntil.Value)}: "
            + "until is the first day that no longer counts"
        : RecordedUntil <= RecordedFrom ? $"no instant is from {Calendar.Text(RecordedFrom.Value)} until "
            + $"{Calendar.Text(RecordedUntil.Value)}: until is the first that no longer counts"
        : null;

    /// <summary>Items on the page, 1–<see cref="Limits.PageMax"/>.</summary>
    public int Limit { get; init; } = Limits.PageMax;
}

/// <summary>Where an activity stands among those of all chambers.</summary>
public readonly record struct ActivityPosition(DateTimeOffset Recorded, ChamberId Chamber, long Sequence)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out ActivityPosition position)
    {
        position = default;
        if (text?.Split('/') is not [var recorded, var chamber, var sequence]) return false;
        if (!Calendar.TryParseInstant(recorded, out var instant) || !ChamberId.IsValid(chamber)) return false;
        if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        position = new ActivityPosition(instant, new ChamberId(chamber), number);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Calendar.Text(Recorded)}/{Chamber}/{Sequence}");
}
