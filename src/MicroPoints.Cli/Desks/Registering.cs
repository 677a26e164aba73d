using MicroPoints.Chambers;
using MicroPoints.Documents;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>What registering a row of a table means.</summary>
internal static class Registering
{
    public static List<LedgerCommand> Commands(ChamberRow row)
    {
        var commands = new List<LedgerCommand> { new ChangeChamber(row.Register) };
        if (row.RegisteredOn is { } day)
            commands.Add(new ChangeChamber(new SetChamberAttribute(
                new EntryId($"registered-on-{Calendar.Text(day)}"), Chamber.RegisteredOn, Calendar.Text(day), day)));
        return commands;
    }
}
