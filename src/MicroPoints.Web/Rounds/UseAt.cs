namespace MicroPoints.Web;

/// <summary>Where uses of a round's result are, and what a form names as relied on.</summary>
internal static class UseAt
{
    private const char Between = '|';

    public static string Path(RoundId round) => $"/rounds/{round}/uses";

    public static string Withdrawal(RoundId round, EntryId use) => $"{Path(round)}/{use}/withdraw";

    /// <summary>One thing that a chamber was given, as the form sends it: ids have no bar.</summary>
    public static string Choice(ChamberId chamber, string? outcome, string? grade) =>
        string.Join(Between, chamber.Value, outcome is null ? "grade" : "outcome", outcome ?? grade);

    /// <summary>Null where nothing was chosen, or it is nothing that the form offered.</summary>
    public static (ChamberId Chamber, string? Outcome, string? Grade)? Read(string? choice) =>
        choice?.Split(Between) is [var chamber, ("outcome" or "grade") and var what, var given] && ChamberId.IsValid(chamber)
            ? (new ChamberId(chamber), what == "outcome" ? given : null, what == "grade" ? given : null) : null;
}
