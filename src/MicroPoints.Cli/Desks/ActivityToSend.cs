using MicroPoints.Activities;
using MicroPoints.Api;
using MicroPoints.Contracts;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Writes an activity as the wire has it.</summary>
internal static class ActivityToSend
{
    public static ActivityToRecord Of(RecordActivity activity)
    {
        var sent = new ActivityToRecord
        {
            Id = activity.Id.Value,
            Kind = activity.Kind.Value,
            On = activity.On.ToString(),
            Expires = activity.Expires,
            Submitted = activity.Submitted,
            Key = activity.Key,
            Part = activity.Part?.ToString(),
            Reason = activity.Reason,
            Evidence = activity.Evidence is { Count: > 0 } evidence ? [.. evidence.Select(e => $"sha256:{e}")] : null,
        };
        switch (activity.Measured)
        {
            case Measured.Count m: sent.Count = m.Times; break;
            case Measured.Quantity m: sent.Quantity = WireNumber.Of(m.Hundredths); break;
            case Measured.Rate m: (sent.Answered, sent.Satisfied, sent.Asked) = (m.Answered, m.Satisfied, m.Asked); break;
            case Measured.Share m: (sent.Done, sent.Of) = (m.Done, m.Of); break;
            case Measured.Option m: sent.Option = m.Id; break;
            case Measured.Flag m: sent.Flag = m.Value; break;
            case Measured.Awarded m: sent.Points = WireNumber.Of(m.Points); break;
            default: throw new InvalidOperationException("unknown measure");
        }
        return sent;
    }
}
