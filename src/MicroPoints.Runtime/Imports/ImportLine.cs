using System.Globalization;

namespace MicroPoints.Runtime;

/// <summary>The id of an activity that an import recorded: which import, which place of which table, and the how-manieth there.</summary>
/// <remarks>
/// It is how an import is found again in the ledgers, and how the next version of a table finds what it corrects. The number tells
/// apart what was recorded in one place after the other, so that an id is never needed twice.
/// </remarks>
internal sealed record ImportLine(ImportId Import, string Slot, string Item, int Number)
{
    private const int SlotChars = 16, ItemChars = 8;

    public EntryId Id => new(string.Create(CultureInfo.InvariantCulture, $"{Import}.{Slot}.{Item}.{Number}"));

    public static string SlotOf(string slot) => Digest.OfText(slot).ToString()[..SlotChars];
    public static string ItemOf(string item) => Digest.OfText(item).ToString()[..ItemChars];

    /// <summary>Null for the id of anything else.</summary>
    public static ImportLine? Of(EntryId id)
    {
        if (id.Value.Split('.') is not [var import, { Length: SlotChars } slot, { Length: ItemChars } item, var number]) return null;
        return import.StartsWith("imp-", StringComparison.Ordinal) && ImportId.IsValid(import)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new ImportLine(new ImportId(import), slot, item, n) : null;
    }

    /// <summary>The id of the reversal by which an import takes back a line of an earlier one.</summary>
    public static EntryId Correcting(ImportId import, EntryId target) => new($"{import}.r.{Digest.OfText(target.Value).ToString()[..24]}");

    /// <summary>The id of the reversal by which an import is taken back.</summary>
    public static EntryId Undoing(ImportId import, EntryId target) => new($"{import}.u.{Digest.OfText(target.Value).ToString()[..24]}");

    public static bool IsCorrecting(ImportId import, EntryId id) => id.Value.StartsWith($"{import}.r.", StringComparison.Ordinal);
}
