using System.Globalization;

namespace MicroPoints.Rounds;

/// <summary>How much ceremony a round has (简易 / 标准 / 完整): what an annual round cannot skip, how long a notice stands.</summary>
/// <remarks>
/// A county may hold more or less than the light profile says, line by line. The id then names every line that differs, such as
/// <c>light+notice-7+vetting-optional</c>, so that the round seals what it was held by in the one word that it always sealed.
/// </remarks>
/// <param name="Id">As it is sealed when the round is opened.</param>
/// <param name="NoticeDays">Working days of a notice where its caller names none; in the light profile, the fewest too.</param>
/// <param name="IsBuilt">Whether annual rounds can be held in it.</param>
public sealed record RoundProfile(string Id, int NoticeDays, bool IsBuilt)
{
    private const int UsualNoticeDays = 7;
    private const string LightId = "light", Notice = "notice-", VettingOptional = "vetting-optional";

    /// <summary>One clerk, paper as the process: every step once.</summary>
    public static RoundProfile Light { get; } = LightWith(Limits.NoticeDaysMin, isVettingRequired: true);

    /// <summary>Whether every annual round asks other bodies for their opinion. One that asks any waits for all their replies.</summary>
    public bool IsVettingRequired { get; private init; } = true;

    /// <summary>The fewest working days that a notice stands.</summary>
    public int NoticeDaysLeast => IsBuilt ? NoticeDays : Limits.NoticeDaysMin;

    /// <summary>What an annual round cannot skip, in order.</summary>
    public IReadOnlyList<RoundStepKind> Required =>
        [.. Enum.GetValues<RoundStepKind>().Where(s => s != RoundStepKind.Vetting || IsVettingRequired)];

    /// <summary>The light profile with a county's own lines.</summary>
    public static RoundProfile LightWith(int noticeDays, bool isVettingRequired)
    {
        string[] lines =
        [
            LightId,
            .. noticeDays == Limits.NoticeDaysMin ? Array.Empty<string>() : [Notice + noticeDays.ToString(CultureInfo.InvariantCulture)],
            .. isVettingRequired ? Array.Empty<string>() : [VettingOptional],
        ];
        var isBuilt = noticeDays is >= Limits.NoticeDaysMin and <= Limits.NoticeDaysOfProfileMax;
        return new RoundProfile(string.Join('+', lines), noticeDays, isBuilt) { IsVettingRequired = isVettingRequired };
    }

    public static RoundProfile Of(RoundOpened opened) => Of(opened.Profile);

    /// <summary>The profile of an id; one that this version does not know is not built.</summary>
    public static RoundProfile Of(string id)
    {
        var lines = id.Split('+');
        var days = lines.FirstOrDefault(l => l.StartsWith(Notice, StringComparison.Ordinal)) is not { } line ? Limits.NoticeDaysMin
            : int.TryParse(line[Notice.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : 0;
        // Written back it has to be the same id: one profile has one.
        return LightWith(days, !lines.Contains(VettingOptional)) is { IsBuilt: true } known && known.Id == id
            ? known : new RoundProfile(id, UsualNoticeDays, false);
    }

    /// <summary>What a round cannot skip: of a rehearsal, only what makes a result of it.</summary>
    public static IReadOnlyList<RoundStepKind> RequiredOf(RoundOpened opened) => opened.Purpose == RoundPurpose.Annual
        ? Of(opened).Required
        : [RoundStepKind.Lock, RoundStepKind.Decision, RoundStepKind.Seal];

    /// <summary>Whether a round cannot skip a step as it stands: an annual one that asked for opinions waits for them.</summary>
    public static bool IsRequired(RoundState round, RoundStepKind step) => RequiredOf(round.Opened!).Contains(step)
        || step == RoundStepKind.Vetting && round.Opened!.Purpose == RoundPurpose.Annual && round.Vetting.Bodies.Count > 0;
}
