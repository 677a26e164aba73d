using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>A calendar is in force whole, from its import until the next.</summary>
public sealed class CalendarLibraryTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly WorkingCalendar First = Of(2025), Second = Of(2026);

    private static WorkingCalendar Of(int year) => WorkingCalendar.Of([new CalendarDay(new DateOnly(year, 10, 1), false, "国庆节")]);

    private static async Task<Answer> Import(RoundDesk desk, WorkingCalendar calendar) =>
        await desk.Workspace.Calendars.Import(calendar, Sample.Country, Never);

    [Fact]
    public async Task A_new_deployment_has_no_calendar() => Assert.Null((await RoundDesk.Open()).Workspace.Calendar);

    [Fact]
    public async Task A_later_import_replaces_it_whole_and_the_same_again_exists()
    {
        var desk = await RoundDesk.Open();
        Assert.IsType<Answer.Recorded>(await Import(desk, First));
        Assert.IsType<Answer.Exists>(await Import(desk, First));
        Assert.IsType<Answer.Recorded>(await Import(desk, Second));
        Assert.Equal([2026], desk.Workspace.Calendar!.Years);
    }

    [Fact]
    public async Task An_earlier_calendar_that_comes_again_is_in_force_again()
    {
        var desk = await RoundDesk.Open();
        foreach (var calendar in (WorkingCalendar[])[First, Second, First])
        {
            Assert.IsType<Answer.Recorded>(await Import(desk, calendar));
            Assert.Equal(calendar.Hash, desk.Workspace.Calendar!.Hash);
        }
    }

    [Fact]
    public async Task It_is_known_after_a_restart()
    {
        var desk = await RoundDesk.Open();
        await Import(desk, Second);
        Assert.Equal(Second.Hash, (await CalendarLibrary.Open(desk.Workspace.Streams, Never)).Current?.Hash);
    }

    [Fact]
    public async Task Only_an_approver_for_the_whole_country_imports_one()
    {
        var desk = await RoundDesk.Open();
        foreach (var by in (Actor[])[Sample.Clerk, Sample.Approver, Sample.Province])
            Assert.Equal(Refusal.NotAnAuthority,
                Assert.IsType<Answer.Refused>(await desk.Workspace.Calendars.Import(First, by, Never)).Reason);
        Assert.Null(desk.Workspace.Calendar);
    }

    [Fact]
    public async Task Bytes_that_are_no_calendar_stop_the_reading_and_name_the_place()
    {
        var desk = await RoundDesk.Open();
        await desk.Workspace.Streams.Run(StreamId.OfRuleset(RulesetState.Calendar), RegionCode.Nation, Sample.Country,
            new PublishRuleset(Sample.Id("x"), "1", "no calendar"u8.ToArray()), Never);
        var failed = await Assert.ThrowsAsync<StoreException>(async () => await desk.Workspace.Calendars.Reload(Never));
        Assert.Contains("ruleset:calendar", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_freezes_the_digest_of_the_calendar_in_force_and_its_proof_replays()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await Import(desk, Second);
        Assert.IsNotType<Answer.Refused>(await desk.Lock());
        Assert.Equal(Second.Hash, (await desk.State()).Locked!.Snapshot.Calendar);
        Assert.IsNotType<Answer.Refused>(await desk.Decide());
        var proof = await desk.Seal();
        Assert.Equal(proof.Digest, MicroPoints.Rounds.Replay.Run(proof.Bytes, desk).Proof);
    }
}
