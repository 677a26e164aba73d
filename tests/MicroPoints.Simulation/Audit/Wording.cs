using System.Security.Cryptography;

namespace MicroPoints.Simulation;

/// <summary>What a command or an entry says, in words that are equal where the contents are.</summary>
internal static class Wording
{
    public static string Of(LedgerCommand command) => command switch
    {
        RecordActivity a => Recorded(a.Kind, a.On, a.Measured, a.Key, a.Submitted, a.Reason),
        ReverseActivity r => Reversed(r.Target, r.Reason),
        ChangeChamber { Change: RegisterChamber r } => Registered(r.Name, r.Kind, r.Seat),
        _ => throw new InvalidOperationException($"nobody sends {command.GetType().Name}"),
    };

    public static string Of(SealedEntry entry) => entry.Body switch
    {
        ActivityRecorded a => Recorded(a.Fact.Kind, a.Fact.On, a.Fact.Measured, a.Fact.Key, a.Submitted, entry.Reason?.Text),
        ActivityReversed r => Reversed(r.Target, entry.Reason?.Text),
        ChamberRegistered r => Registered(r.Name, r.Kind, r.Seat),
        _ => Of(entry.Body),
    };

    /// <summary>Any other entry, by its canonical bytes.</summary>
    public static string Of(Entry body)
    {
        var writer = new CanonicalWriter();
        body.Write(writer);
        return $"{body.TypeName} {Convert.ToHexStringLower(SHA256.HashData(writer.Written))}";
    }

    public static string Of(Measured measured) => measured switch
    {
        Measured.Count m => $"count {m.Times}",
        Measured.Quantity m => $"quantity {m.Hundredths}",
        Measured.Option m => $"option {m.Id}",
        _ => throw new InvalidOperationException($"nobody sends {measured.Type}"),
    };

    private static string Recorded(KindId kind, On on, Measured measured, string? key, DateOnly? submitted, string? reason) =>
        $"recorded {kind} on {on}: {Of(measured)}, key {key}, submitted {submitted?.DayNumber}, because {reason}";

    private static string Reversed(EntryId target, string? reason) => $"reversed {target} because {reason}";

    private static string Registered(string name, string kind, RegionCode seat) => $"registered {name}, {kind}, in {seat}";
}
