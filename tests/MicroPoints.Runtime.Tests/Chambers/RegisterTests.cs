using System.Globalization;
using MicroPoints.Chambers;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Chambers;

/// <summary>The register says what was put, in as few entries as that takes.</summary>
public sealed class RegisterTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Founded = new(2020, 1, 1);

    private static readonly ChamberProfile Profile = new("青石镇商会", "township", Sample.County, [Sample.County], Founded,
        new Dictionary<string, string> { ["size"] = "120", ["area"] = "large" });

    private readonly Task<RoundDesk> _desk = RoundDesk.Open();

    private async Task<Answer> Put(ChamberProfile profile, Actor? by = null) =>
        await (await _desk).Workspace.Register.Put(Sample.East, profile, by ?? Sample.Clerk, Never);

    private async Task<Chamber> Registered() =>
        (await (await _desk).Workspace.Chambers.View(Sample.East, Sample.Year2026, AsOf.On(Sample.Year2026.LastDay), Never)).Register!;

    private async Task Refuses(Refusal refusal, string saying, ChamberProfile profile, Actor? by = null)
    {
        var head = (await (await _desk).Heads()).Find(StreamId.Of(Sample.East));
        var refused = Assert.IsType<Answer.Refused>(await Put(profile, by));
        Assert.Equal(refusal, refused.Reason);
        Assert.Contains(saying, refused.Detail, StringComparison.Ordinal);
        Assert.Equal(head, (await (await _desk).Heads()).Find(StreamId.Of(Sample.East)));
    }

    [Fact]
    public async Task A_new_chamber_is_registered_with_its_attributes()
    {
        Assert.Equal(3, Assert.IsType<Answer.Recorded>(await Put(Profile)).Entries.Count);
        var chamber = await Registered();
        Assert.Equal(("青石镇商会", "township", Sample.County), (chamber.Name, chamber.Kind, chamber.Seat));
        Assert.Equal("120", chamber.AttributeOn("size", new DateOnly(2026, 12, 1)));
        Assert.Null(chamber.AttributeOn("size", new DateOnly(2026, 11, 30)));
    }

    [Fact]
    public async Task The_same_again_exists_with_the_last_entry_of_the_first_answer()
    {
        var first = Assert.IsType<Answer.Recorded>(await Put(Profile));
        Assert.Equal(first.Entries[^1], Assert.IsType<Answer.Exists>(await Put(Profile)).First);
        Assert.Equal(3, (await (await _desk).Heads()).Find(StreamId.Of(Sample.East)).Sequence);
    }

    [Fact]
    public async Task Another_day_changes_nothing_of_that()
    {
        await Put(Profile);
        (await _desk).Now += TimeSpan.FromDays(20);
        Assert.IsType<Answer.Exists>(await Put(Profile));
    }

    [Fact]
    public async Task What_differs_is_recorded_as_of_today_and_nothing_else()
    {
        await Put(Profile);
        (await _desk).Now += TimeSpan.FromDays(2);
        var changed = Assert.IsType<Answer.Recorded>(await Put(Profile with
        {
            Name = "新青石镇商会",
            Attributes = new Dictionary<string, string> { ["size"] = "130", ["area"] = "large" },
        }));
        Assert.Equal(2, changed.Entries.Count);
        var chamber = await Registered();
        Assert.Equal("青石镇商会", chamber.NameOn(new DateOnly(2026, 12, 2)));
        Assert.Equal("新青石镇商会", chamber.NameOn(new DateOnly(2026, 12, 3)));
        Assert.Equal("130", chamber.AttributeOn("size", new DateOnly(2026, 12, 3)));
    }

    [Fact]
    public async Task A_name_that_comes_back_on_the_same_day_comes_back()
    {
        foreach (var name in (string[])["甲商会", "乙商会", "甲商会", "乙商会"])
        {
            Assert.IsType<Answer.Recorded>(await Put(Profile with { Name = name }));
            Assert.Equal(name, (await Registered()).NameOn(new DateOnly(2026, 12, 1)));
        }
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_recorded_once()
    {
        await Put(Profile);
        var renamed = Profile with { Name = "新青石镇商会" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Put(renamed)));
        Assert.Single(answers.OfType<Answer.Recorded>());
        Assert.Equal(15, answers.OfType<Answer.Exists>().Count());
    }

    [Fact]
    public async Task What_is_not_said_stays()
    {
        await Put(Profile);
        Assert.IsType<Answer.Exists>(await Put(new ChamberProfile("青石镇商会", "township", Sample.County)));
    }

    [Fact]
    public async Task A_kind_a_seat_served_regions_and_a_founding_day_never_change()
    {
        await Put(Profile);
        var never = Refusal.ExistsWithDifferentContent;
        await Refuses(never, "kind 'township', not 'street'", Profile with { Kind = "street" });
        await Refuses(never, "seat '990102', not '990102001'", Profile with { Seat = new RegionCode("990102001") });
        await Refuses(never, "regions served", Profile with { Serves = [] });
        await Refuses(never, "merge east into it", Profile with { Founded = Founded.AddDays(1), Name = "新青石镇商会" });
    }

    [Fact]
    public async Task Refusals_are_the_cores_own()
    {
        await Refuses(Refusal.NotAllowed, "clerk-1", Profile with { Seat = Sample.Elsewhere });
        await Refuses(Refusal.ChamberNameInvalid, "name", Profile with { Name = " 商会" });
        await Refuses(Refusal.ChamberKindInvalid, "kind", Profile with { Kind = "" });
        await Refuses(Refusal.LineageInvalid, "99", Profile with { Seat = new RegionCode("99") }, Sample.Province);
        await Refuses(Refusal.SettingNotOfType, "attribute",
            Profile with { Attributes = new Dictionary<string, string> { ["a b"] = "c" } });
    }

    [Fact]
    public async Task Who_may_not_record_there_is_told_nothing_of_a_registered_chamber()
    {
        await Put(Profile);
        var foreign = Sample.Clerk with { Scope = Sample.Elsewhere };
        await Refuses(Refusal.NotAllowed, "may not record", Profile, foreign);
        await Refuses(Refusal.NotAllowed, "may not record", Profile with { Kind = "street" }, foreign);
    }

    [Fact]
    public async Task A_chamber_that_ended_changes_no_more()
    {
        await Put(Profile);
        await (await _desk).Record(Sample.East, new ChangeChamber(new DissolveChamber(Sample.Id("end"), new DateOnly(2026, 11, 1))));
        Assert.IsType<Answer.Exists>(await Put(Profile));
        await Refuses(Refusal.ChamberDissolved, "dissolved", Profile with { Name = "新青石镇商会" });
        await Refuses(Refusal.ChamberDissolved, "dissolved", Profile with { Kind = "street" });
    }

    [Fact]
    public async Task A_name_is_another_from_its_day_on_and_the_same_again_exists()
    {
        await Put(Profile);
        var (register, day) = ((await _desk).Workspace.Register, new DateOnly(2026, 11, 15));
        Assert.IsType<Answer.Recorded>(await register.Rename(Sample.East, "绿水镇商会", day, Sample.Clerk, Never));
        Assert.IsType<Answer.Exists>(await register.Rename(Sample.East, "绿水镇商会", day, Sample.Clerk, Never));
        var chamber = await Registered();
        Assert.Equal(("青石镇商会", "绿水镇商会"), (chamber.NameOn(new DateOnly(2026, 11, 14)), chamber.NameOn(day)));
        Assert.IsType<Answer.Recorded>(await register.Rename(Sample.East, "青石镇商会", day.AddDays(1), Sample.Clerk, Never));
    }

    [Fact]
    public async Task A_name_that_is_put_in_before_the_last_leaves_the_last_what_it_is()
    {
        await Put(Profile);
        var (register, day) = ((await _desk).Workspace.Register, new DateOnly(2026, 11, 15));
        Assert.IsType<Answer.Recorded>(await register.Rename(Sample.East, "绿水镇商会", day, Sample.Clerk, Never));
        Assert.IsType<Answer.Recorded>(await register.Rename(Sample.East, "蓝溪镇商会", day.AddDays(-9), Sample.Clerk, Never));
        var chamber = await Registered();
        Assert.Equal(("绿水镇商会", "绿水镇商会", "蓝溪镇商会"), (chamber.Name, chamber.NameOn(day), chamber.NameOn(day.AddDays(-1))));
    }

    [Theory]
    [InlineData("2021-03-01", "2020-05-01")]
    [InlineData("2020-05-01", "2021-03-01")]
    public async Task A_wrong_day_of_registration_is_corrected_either_way(string wrong, string right)
    {
        await Put(Profile);
        var register = (await _desk).Workspace.Register;
        foreach (var said in (string[])[wrong, right])
            Assert.IsType<Answer.Recorded>(await register.Set(Sample.East,
                [new(Chamber.RegisteredOn, said, DateOnly.Parse(said, CultureInfo.InvariantCulture))], Sample.Clerk, Never));
        Assert.Equal(right, (await Registered()).AttributeOn(Chamber.RegisteredOn, new DateOnly(2026, 12, 1)));
        Assert.IsType<Answer.Exists>(await Put(Profile with
        {
            Attributes = new Dictionary<string, string> { [Chamber.RegisteredOn] = right },
        }));
    }

    [Fact]
    public async Task A_line_is_another_from_its_day_on_and_the_same_again_exists()
    {
        await Put(Profile);
        var (register, day) = ((await _desk).Workspace.Register, new DateOnly(2026, 12, 1));
        Assert.IsType<Answer.Recorded>(await register.Set(Sample.East, [new("size", "130", day)], Sample.Clerk, Never));
        Assert.IsType<Answer.Exists>(await register.Set(Sample.East, [new("size", "130", day)], Sample.Clerk, Never));
        Assert.Equal("130", (await Registered()).AttributeOn("size", day));
    }

    [Fact]
    public async Task A_chamber_ends_once_with_a_reason_and_by_an_approver()
    {
        await Put(Profile);
        var (register, day) = ((await _desk).Workspace.Register, new DateOnly(2026, 11, 1));
        ValueTask<Answer> End(string why, Actor by) => register.Dissolve(Sample.East, day, why, by, Never);
        Assert.Equal(Refusal.ReasonMissing, Assert.IsType<Answer.Refused>(await End(" ", Sample.Approver)).Reason);
        Assert.Equal(Refusal.NotAnAuthority, Assert.IsType<Answer.Refused>(await End("决议解散", Sample.Clerk)).Reason);
        var ended = Assert.Single(Assert.IsType<Answer.Recorded>(await End("决议解散", Sample.Approver)).Entries);
        Assert.Equal("决议解散", ended.Reason!.Text);
        Assert.IsType<Answer.Exists>(await End("决议解散", Sample.Approver));
        Assert.Equal(Refusal.ChamberDissolved, Assert.IsType<Answer.Refused>(await End("别的", Sample.Approver)).Reason);
    }

    [Fact]
    public async Task Nobody_learns_by_a_rename_what_a_chamber_of_another_county_is_called()
    {
        await Put(Profile);
        var stranger = Sample.Clerk with { Scope = Sample.Elsewhere };
        Assert.Equal(Refusal.NotAllowed, Assert.IsType<Answer.Refused>(await (await _desk).Workspace.Register.Rename(
            Sample.East, "青石镇商会", new DateOnly(2026, 12, 1), stranger, Never)).Reason);
    }
}
