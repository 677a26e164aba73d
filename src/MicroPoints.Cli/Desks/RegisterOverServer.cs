using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Documents;
using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Rows of the register for a server, judged before any of them is sent.</summary>
internal static class RegisterOverServer
{
    private static readonly Actor Anybody = new(new ActorId("preview"), Role.Approver, RegionCode.Nation);

    public static ChamberToPut Wanted(ChamberRow row) => new()
    {
        Name = row.Register.Name,
        Kind = row.Register.Kind,
        Seat = row.Register.Seat.Value,
        Serves = [.. row.Register.Serves.Select(r => r.Value)],
        Founded = row.Register.Founded,
        Attributes = row.RegisteredOn is { } day
            ? new Dictionary<string, string> { [Chamber.RegisteredOn] = Calendar.Text(day) } : null,
    };

    /// <summary>What a registered chamber has otherwise. A name too: importing never renames.</summary>
    public static string? Differs(ChamberDetails known, ChamberRow row)
    {
        var wanted = row.Register;
        return known.Name != wanted.Name ? Text("name", known.Name, wanted.Name)
            : known.Kind != wanted.Kind ? Text("kind", known.Kind, wanted.Kind)
            : known.Seat != wanted.Seat.Value ? Text("region", known.Seat, wanted.Seat.Value)
            : !known.Serves.Order(StringComparer.Ordinal).SequenceEqual(wanted.Serves.Select(r => r.Value).Order(StringComparer.Ordinal))
                ? Text("regions served", string.Join(' ', known.Serves), string.Join(' ', wanted.Serves))
            : known.Founded != wanted.Founded ? Text("founding day", Day(known.Founded), Day(wanted.Founded)) : null;

        string Text(string field, string was, string given) =>
            $"{Words.Kebab(nameof(Refusal.ExistsWithDifferentContent))}: {known.Id} is registered with the {field} '{was}', not '{given}'";
    }

    /// <summary>What the core would say of it as a new chamber: asked of an empty ledger here.</summary>
    public static async Task<string?> RefusedAsNew(ChamberRow row, KindCatalogue kinds, CancellationToken cancel)
    {
        var host = new ChamberHost(
            new MemoryEventLog(), new KindsInForce(kinds), TimeProvider.System, new RandomSalts(), new NoRulesInForce());
        return await host.Preview(row.Chamber, Anybody, row.Commands, cancel) is BatchAnswer.Refused no
            ? $"{Words.Kebab(no.Lines[0].Reason.ToString())}: {no.Lines[0].Detail}" : null;
    }

    private static string Day(DateOnly? day) => day is { } known ? Calendar.Text(known) : "";
}
