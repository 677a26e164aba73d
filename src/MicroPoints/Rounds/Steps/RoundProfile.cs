namespace MicroPoints.Rounds;

/// <summary>How much ceremony a round has (简易 / 标准 / 完整): what an annual round cannot skip, how long a notice stands.</summary>
/// <param name="Id">As it is sealed when the round is opened.</param>
/// <param name="NoticeDays">Working days of a notice where its caller names none.</param>
/// <param name="IsBuilt">Whether annual rounds can be held in it.</param>
public sealed record RoundProfile(string Id, int NoticeDays, bool IsBuilt)
{
    private const int UsualNoticeDays = 7;

    /// <summary>One clerk, paper as the process: every step once.</summary>
    public static RoundProfile Light { get; } = new("light", Limits.NoticeDaysMin, true);

    /// <summary>What an annual round cannot skip, in order.</summary>
    public IReadOnlyList<RoundStepKind> Required { get; } = Enum.GetValues<RoundStepKind>();

    public static RoundProfile Of(RoundOpened opened) =>
        opened.Profile == Light.Id ? Light : new RoundProfile(opened.Profile, UsualNoticeDays, false);

    /// <summary>What a round cannot skip: of a rehearsal, only what makes a result of it.</summary>
    public static IReadOnlyList<RoundStepKind> RequiredOf(RoundOpened opened) => opened.Purpose == RoundPurpose.Annual
        ? Of(opened).Required
        : [RoundStepKind.Lock, RoundStepKind.Decision, RoundStepKind.Seal];
}
