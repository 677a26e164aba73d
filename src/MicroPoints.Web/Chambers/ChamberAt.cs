namespace MicroPoints.Web;

/// <summary>The chamber that an address names.</summary>
internal static class ChamberAt
{
    /// <summary>Null where it is unknown or outside what the account reaches: both look the same.</summary>
    public static async ValueTask<ChamberId?> Find(Desk desk, string? text) =>
        ChamberId.IsValid(text) && new ChamberId(text!) is var chamber
        && await desk.Workspace.Seats.Of(chamber, desk.Cancel) is { } seat && desk.Actor.Scope.Contains(seat) ? chamber : null;

    /// <summary>What it is called, for a file's name.</summary>
    public static async ValueTask<string> NameOf(Desk desk, ChamberId chamber) => (await desk.Workspace.Chambers.View(
        chamber, desk.Period, AsOf.On(desk.Workspace.Today), desk.Cancel)).Register?.Name ?? chamber.Value;
}
