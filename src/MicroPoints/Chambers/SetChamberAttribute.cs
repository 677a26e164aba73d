using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Sets a dated fact of a chamber that rules may read.</summary>
/// <param name="Value">Null takes the fact off from that day on: so a start that was too early is put right where nothing was known
/// before. Where generated data come from is never taken off.</param>
public sealed record SetChamberAttribute(EntryId Id, string Attribute, string? Value, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberAttributeSet(Attribute, Value ?? "", On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context)
    {
        if (Refuse(chamber, id, context) is { } refused) return refused;
        if (!EntryId.IsValid(Attribute) || Value is { Length: 0 or > Limits.NameLengthMax }
            || Value is null && Attribute == Chamber.Provenance)
            return Decision.Refuse(Refusal.SettingNotOfType, $"'{Attribute}' = '{Value}' is not an attribute with a value");
        if (PlainText.RefuseLine($"the value of '{Attribute}'", Value) is { } unfit) return unfit;
        if (On > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(On)} is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}
