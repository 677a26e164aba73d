using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Runtime.Demo;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>Every command of a plan as text, digested in order.</summary>
internal static class CommandText
{
    public static string DigestOf(DemoPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var step in plan.Steps)
        {
            Add(Calendar.Text(step.At));
            foreach (var batch in step.Batches)
                foreach (var command in batch.Commands) Add($"{batch.Chamber} {Of(command)}");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }

    private static string Of(LedgerCommand command) => command switch
    {
        ReverseActivity r => $"reverse {r.Id} {r.Target} {r.Reason}",
        RecordActivity a =>
            $"record {a.Id} {a.Kind} {a.On} {Of(a.Measured)} {DayOf(a.Submitted)} {a.Key} {a.Part} {a.Reason}",
        ChangeChamber { Change: RegisterChamber r } =>
            $"register {r.Id} {r.Name} {r.Kind} {r.Seat} {string.Join(' ', r.Serves)} {DayOf(r.Founded)}",
        ChangeChamber { Change: SetChamberAttribute s } => $"set {s.Id} {s.Attribute} {s.Value} {DayOf(s.On)}",
        _ => throw new InvalidOperationException($"the demo sends no {command.GetType().Name}"),
    };

    private static string Of(Measured measured) => measured switch
    {
        Measured.Rate r => string.Create(CultureInfo.InvariantCulture, $"{r.Answered}/{r.Satisfied}/{r.Asked}"),
        Measured.Share s => string.Create(CultureInfo.InvariantCulture, $"{s.Done}/{s.Of}"),
        _ => $"{measured.Type} {new Points(measured.NumberHundredths)} {measured.Choice}",
    };

    private static string DayOf(DateOnly? day) => day is { } known ? Calendar.Text(known) : "-";
}
