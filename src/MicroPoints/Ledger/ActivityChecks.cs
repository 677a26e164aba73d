using MicroPoints.Activities;

namespace MicroPoints.Ledger;

/// <summary>What an activity must be to be recorded, whatever any ruleset says of it.</summary>
public static class ActivityChecks
{
    /// <summary>Measure, key, part, reason and evidence against the kind.</summary>
    public static Decision? Content(RecordActivity activity, ActivityKind kind) =>
        Measure(activity.Measured, kind) ?? Key(activity, kind) ?? Part(activity, kind) ?? Words(activity, kind);

    /// <summary>On, expires and submitted against the kind and today.</summary>
    public static Decision? Dates(RecordActivity activity, ActivityKind kind, DateOnly today)
    {
        var on = activity.On;
        if (on.Last > today) return Decision.Refuse(Refusal.OnInFuture, on.Precision == Precision.Day
            ? $"on {on} is after today, {Calendar.Text(today)}: record it once it has happened"
            : $"on {on} stands for {Calendar.Text(on.Last)}, which is after today, {Calendar.Text(today)}: "
                + "give the day, or record it once the span is over");
        if (on.First < Limits.FirstDay) return Decision.Refuse(Refusal.OnTooEarly, $"on {on} is before {Calendar.Text(Limits.FirstDay)}");
        if (activity.Expires is { } expires)
        {
            if (kind.Nature == Nature.Event) return Decision.Refuse(Refusal.ExpiresNotOfKind,
                $"{kind.Id} is an event: only a state expires");
            if (expires <= on.Last) return Decision.Refuse(Refusal.ExpiresTooEarly,
                $"expires {Calendar.Text(expires)} is not after on {on}");
        }
        return activity.Submitted > today
            ? Decision.Refuse(Refusal.SubmittedInFuture,
                $"submitted {Calendar.Text(activity.Submitted.Value)} is after today, {Calendar.Text(today)}")
            : null;
    }

    private static Decision? Measure(Measured measured, ActivityKind kind)
    {
        if (measured.Type != kind.Measure)
            return Decision.Refuse(Refusal.MeasureNotOfKind, $"{kind.Id} takes {Fields(kind.Measure)}, not {Fields(measured.Type)}");
        return measured switch
        {
            Measured.Count { Times: < 1 or > Limits.CountMax } m =>
                Decision.Refuse(Refusal.CountOutOfRange, $"count {m.Times} is not 1–{Limits.CountMax}"),
            Measured.Quantity { Hundredths: < 1 or > Limits.QuantityHundredthsMax } m => Decision.Refuse(
                Refusal.QuantityOutOfRange,
                    $"quantity {new Points(m.Hundredths)} is not 0.01–{new Points(Limits.QuantityHundredthsMax)} {kind.Unit}"),
            Measured.Rate m when m.Satisfied < 0 || m.Satisfied > m.Answered || m.Answered > m.Asked
                || m.Asked is < 1 or > Limits.CountMax =>
                Decision.Refuse(Refusal.RateInconsistent,
                    $"0 ≤ satisfied {m.Satisfied} ≤ answered {m.Answered} ≤ asked {m.Asked}, asked 1–{Limits.CountMax}, does not hold"),
            Measured.Share m when m.Done is < 0 or > Limits.CountMax || m.Of is < 1 or > Limits.CountMax =>
                Decision.Refuse(Refusal.ShareInconsistent,
                    $"done {m.Done} of {m.Of}: done is 0–{Limits.CountMax} and of 1–{Limits.CountMax}"),
            Measured.Option m when !kind.HasOption(m.Id) => Decision.Refuse(
                Refusal.OptionUnknown,
                    $"'{m.Id}' is not an option of {kind.Id}: {string.Join(", ", kind.Options.Select(o => o.Id))}"
                + $"{(kind.Nature == Nature.State ? ", ended" : "")}"),
            Measured.Awarded m when m.Points.Hundredths is < -Limits.NumberMax or > Limits.NumberMax => Decision.Refuse(
                Refusal.PointsOutOfRange,
                $"points {m.Points} is not within {new Points(-Limits.NumberMax)} and {new Points(Limits.NumberMax)}"),
            _ => null,
        };
    }

    private static Decision? Key(RecordActivity activity, ActivityKind kind)
    {
        if (kind.Keyed && activity.Key is null)
            return Decision.Refuse(Refusal.KeyMissing, $"{kind.Id} needs a key: the project, village or case it is about");
        if (!kind.Keyed && activity.Key is not null) return Decision.Refuse(Refusal.KeyNotOfKind, $"{kind.Id} takes no key");
        if (activity.Key is { } key && !IsKey(key))
            return Decision.Refuse(Refusal.KeyInvalid,
                $"key '{key}' is not 1–{Limits.KeyLengthMax} letters, digits and . _ : - without spaces"
                + (PlainText.OtherFormIn(key) is >= 0 and var at ? $", of which character {at + 1} is to be typed in its usual form" : ""));
        return null;
    }

    private static Decision? Part(RecordActivity activity, ActivityKind kind)
    {
        if (activity.Part is not { } part) return null;
        if (!kind.MayBePart || kind.Nature == Nature.State) return Decision.Refuse(Refusal.PartNotOfKind,
            $"{kind.Id} cannot be split into parts");
        return part.IsValid ? null : Decision.Refuse(Refusal.PartInvalid, $"part {part} is not n/m with 1 ≤ n ≤ m ≤ {Limits.PartOfMax}");
    }

    private static Decision? Words(RecordActivity activity, ActivityKind kind)
    {
        if (kind.Measure == MeasureType.Points && string.IsNullOrWhiteSpace(activity.Reason))
            return Decision.Refuse(Refusal.ReasonMissing, $"{kind.Id} awards points: say why, in words the chamber may read");
        if (PlainText.RefuseLines("a reason", activity.Reason) is { } refused) return refused;
        var evidence = activity.Evidence ?? [];
        if (evidence.Count > Limits.EvidencePerActivityMax)
            return Decision.Refuse(Refusal.EvidenceTooMany, $"{evidence.Count} evidence digests: at most {Limits.EvidencePerActivityMax}");
        return evidence.Count < 2 || evidence.Distinct().Count() == evidence.Count
            ? null : Decision.Refuse(Refusal.EvidenceRepeated, "one evidence digest stands twice");
    }

    private static bool IsKey(string key) => key.Length is > 0 and <= Limits.KeyLengthMax && PlainText.OtherFormIn(key) < 0
        && key.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or ':' or '-');

    private static string Fields(MeasureType measure) => measure switch
    {
        MeasureType.Count => "count",
        MeasureType.Quantity => "quantity",
        MeasureType.Rate => "answered, satisfied and asked",
        MeasureType.Share => "done and of",
        MeasureType.Option => "option",
        MeasureType.Flag => "flag",
        MeasureType.Points => "points",
        _ => throw new InvalidOperationException("unknown measure"),
    };
}
