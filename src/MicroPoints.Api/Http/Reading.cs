namespace MicroPoints.Api;

/// <summary>Reads members that many bodies have.</summary>
internal static class Reading
{
    public static Period Period(string text, string path) => MicroPoints.Period.TryParse(text, out var period) ? period
        : throw new ProblemException(Fault.FieldInvalid, $"'{text}' is not a period such as 2026, 2026Q3 or 2025-2026", path);

    /// <summary>A region that the key reaches; another is as unknown as one that is nowhere.</summary>
    public static RegionCode RegionReached(this Call call, string text, string path) => call.Region(text, _ =>
        new ProblemException(Fault.FieldInvalid, $"'{text}' is not a region: 2, 4, 6 or 9 digits", path));

    /// <summary>A chamber that the key reaches; another is as unknown as one that is nowhere.</summary>
    public static async ValueTask<ChamberId> ChamberReached(this Call call, string text, string path) =>
        ChamberId.IsValid(text) && new ChamberId(text) is var chamber
        && await call.Workspace.Seats.Of(chamber, call.Cancel) is { } seat && call.Actor.Scope.Contains(seat) ? chamber
        : throw new ProblemException(ProblemAnswer.Of(
            Refusal.ChamberUnknown, $"'{text}' is not on the register that this key reaches", path));

    /// <summary>A list that was sent, empty where it was left out; a null in it is no item.</summary>
    public static IReadOnlyList<T> Items<T>(IReadOnlyList<T>? sent, string path) where T : class
    {
        for (var i = 0; i < sent?.Count; i++)
            if (sent[i] is null) throw new ProblemException(
                Fault.JsonInvalid, "null is no item of this list: leave it out", $"{path}[{i}]");
        return sent ?? [];
    }

    /// <summary>Refuses a body where nothing is read from one: its sender meant something by it.</summary>
    public static void WithoutBody(this Call call)
    {
        if (call.Http.Request is { ContentLength: > 0 } or { Headers.TransferEncoding.Count: > 0 })
            throw new ProblemException(Fault.RequestInvalid, "this takes no body: leave it out");
    }
}
