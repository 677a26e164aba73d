using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>The fictional county's annual round, taken from the draft to the seal without a browser.</summary>
internal static class SealedYear
{
    public static readonly RoundId Round = new("2026-annual");
    public static readonly EntryId Objection = new("o-1");

    public static readonly Actor By = new(new ActorId("clerk"), Role.Approver, RegionCode.Nation);
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Locked on 5 January 2027, sealed on the 13th.</summary>
    public static async Task In(DeskServer server)
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var (workspace, rounds) = (server.Workspace, server.Workspace.Rounds);
        var scope = (await workspace.Log.Cut(RegionCode.Nation, StreamType.Chamber, Never)).First();
        var county = (await workspace.Seats.Of(new ChamberId(scope.Stream.Name), Never))!.Value.Enclosing(RegionLevel.County);
        var opened = new RoundOpened("micro-points", Period.Year(2026), county, [], RoundPurpose.Annual, "light",
            await new RoundOpening(workspace).StampOf(county, Never));
        var today = workspace.Today;
        Recorded(await rounds.Open(Round, opened, By, Never));
        Recorded(await rounds.Lock(Round, null, true, By, null, Never));
        Recorded(await rounds.Ask(Round, new EntryId("ask"), new RoundVettingAsked("县税务局", today), By, Never));
        Recorded(await rounds.Reply(Round, new EntryId("reply"),
            new RoundVettingReplied("县税务局", VettingReply.NoObjection, today, []), null, By, Never));
        Recorded(await rounds.PostNotice(Round, new EntryId("notice"),
            new NoticeToPost("公告栏", today, null, today.AddDays(7)), By, null, Never));
        Recorded(await rounds.Receive(Round, Objection, new ObjectionToReceive(null, today, "来信人", "名单有误"), By, Never));
        Recorded((await rounds.AnswerObjection(Round, Objection, new AnswerToGive(false, "核对无误", []), By, null, Never)).Answer);
        server.Now = new DateTimeOffset(2027, 1, 13, 2, 0, 0, TimeSpan.Zero);
        Recorded(await rounds.Decide(Round,
            new RoundDecided("主席办公会", workspace.Today, "〔2027〕1号", "同意", []), By, null, Never));
        Recorded((await rounds.Seal(Round, By, p => workspace.Proofs.Keep(p, Never), null, Never)).Answer);
    }

    private static void Recorded(Answer answer) => Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
}
