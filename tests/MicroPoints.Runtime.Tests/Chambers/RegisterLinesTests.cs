using System.Globalization;
using MicroPoints.Chambers;
using MicroPoints.Conformance;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Chambers;

/// <summary>Lines of the register are corrected in their words and in their days, all of them or none.</summary>
public sealed class RegisterLinesTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly Task<RoundDesk> _desk = RoundDesk.Open();

    private async Task<Register> Register()
    {
        var register = (await _desk).Workspace.Register;
        await register.Put(Sample.East, new ChamberProfile("青石镇商会", "township", Sample.County), Sample.Clerk, Never);
        return register;
    }

    private static DateOnly Day(string month) => DateOnly.Parse($"2026-{month}-01", CultureInfo.InvariantCulture);

    private static RegisterLine Size(string value, string month) => new("size", value, Day(month));

    private async Task<Chamber> Registered() =>
        (await (await _desk).Workspace.Chambers.View(Sample.East, Sample.Year2026, AsOf.On(Sample.Year2026.LastDay), Never)).Register!;

    /// <summary>What the size is from the first of January, April, July and October on; a dash where nothing is known.</summary>
    private async Task<string> Sizes()
    {
        var chamber = await Registered();
        return string.Join(' ', ((string[])["01", "04", "07", "10"]).Select(m => chamber.AttributeOn("size", Day(m)) ?? "-"));
    }

    [Theory]
    [InlineData("04:120", "07:120", "- - 120 120")]
    [InlineData("04:120", "01:120", "120 120 120 120")]
    [InlineData("01:100 04:120", "07:120", "100 100 120 120")]
    [InlineData("01:100 04:120 07:120", "10:120", "100 100 100 120")]
    [InlineData("01:100 07:120", "04:130", "100 130 130 130")]
    [InlineData("01:100 04:110 07:120", "01:120", "120 120 120 120")]
    [InlineData("01:100 04:120", "04:130", "100 130 130 130")]
    [InlineData("01:100 04:120", "10:100", "100 120 120 100")]
    public async Task A_line_says_its_value_from_its_day_on_and_before_it_what_it_said(string before, string said, string after)
    {
        var register = await Register();
        foreach (var line in before.Split(' ').Append(said))
        {
            RegisterLine[] lines = [Size(line[3..], line[..2])];
            Assert.IsType<Answer.Recorded>(await register.Set(Sample.East, lines, Sample.Clerk, Never));
            Assert.IsType<Answer.Exists>(await register.Set(Sample.East, lines, Sample.Clerk, Never));
        }
        Assert.Equal(after, await Sizes());
    }

    [Fact]
    public async Task Where_one_line_is_refused_none_is_saved()
    {
        var (register, desk) = (await Register(), await _desk);
        var head = (await desk.Heads()).Find(StreamId.Of(Sample.East));
        RegisterLine bad = new("area", "large\u001B", Day("04"));
        var refused = Assert.IsType<Answer.Refused>(await register.Set(Sample.East, [Size("120", "04"), bad], Sample.Clerk, Never));
        Assert.Equal(Refusal.TextNotPlain, refused.Reason);
        Assert.Equal(head, (await desk.Heads()).Find(StreamId.Of(Sample.East)));
        Assert.Equal(2, Assert.IsType<Answer.Recorded>(await register.Set(
            Sample.East, [Size("120", "04"), bad with { Value = "large" }], Sample.Clerk, Never)).Entries.Count);
    }

    [Theory]
    [InlineData("09", "甲 甲 乙")]
    [InlineData("03", "甲 乙 乙")]
    public async Task The_day_of_the_name_it_has_now_is_moved_either_way(string right, string names)
    {
        var register = await Register();
        await register.Rename(Sample.East, "甲商会", Day("01"), Sample.Clerk, Never);
        await register.Rename(Sample.East, "乙商会", Day("06"), Sample.Clerk, Never);
        Assert.IsType<Answer.Recorded>(await register.Rename(Sample.East, "乙商会", Day(right), Sample.Clerk, Never));
        Assert.IsType<Answer.Exists>(await register.Rename(Sample.East, "乙商会", Day(right), Sample.Clerk, Never));
        var chamber = await Registered();
        Assert.Equal(names, string.Join(' ', ((string[])["02", "06", "10"]).Select(m => chamber.NameOn(Day(m))[..1])));
    }

    [Fact]
    public async Task A_name_that_it_always_had_has_no_day_to_move() => Assert.IsType<Answer.Exists>(
        await (await Register()).Rename(Sample.East, "青石镇商会", Day("06"), Sample.Clerk, Never));

    [Fact]
    public async Task Nobody_learns_by_a_line_what_is_registered_of_a_chamber_of_another_county()
    {
        var register = await Register();
        await register.Set(Sample.East, [Size("120", "04")], Sample.Clerk, Never);
        Assert.Equal(Refusal.NotAllowed, Assert.IsType<Answer.Refused>(await register.Set(
            Sample.East, [Size("120", "04")], Sample.Clerk with { Scope = Sample.Elsewhere }, Never)).Reason);
    }
}
