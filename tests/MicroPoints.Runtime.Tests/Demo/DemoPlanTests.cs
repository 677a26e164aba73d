using MicroPoints.Ledger;
using MicroPoints.Runtime.Demo;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>What holds of every demo.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoPlanTests(DemoRuns runs)
{
    public static TheoryData<string> Demos => ["county", "guangxi"];

    [Theory]
    [MemberData(nameof(Demos))]
    public void Every_command_is_accepted(string demo) => Assert.Empty(Run(demo).Refused);

    [Theory]
    [InlineData("county", "ef8deaf084a9010b")]
    [InlineData("guangxi", "fc87e85f6138f3dd")]
    public void The_same_seed_gives_the_same_commands_on_every_machine(string demo, string digest) =>
        Assert.Equal(digest, CommandText.DigestOf(Plan(demo, null)));

    [Theory]
    [MemberData(nameof(Demos))]
    public void Enumerating_a_plan_twice_gives_the_same_commands(string demo)
    {
        var plan = Run(demo).Plan;
        Assert.Equal(CommandText.DigestOf(plan), CommandText.DigestOf(plan));
    }

    [Theory]
    [MemberData(nameof(Demos))]
    public void Another_seed_gives_other_commands(string demo) =>
        Assert.NotEqual(CommandText.DigestOf(Plan(demo, 1)), CommandText.DigestOf(Plan(demo, 2)));

    [Theory]
    [MemberData(nameof(Demos))]
    public void Steps_are_in_time_and_over_before_the_round_locks(string demo)
    {
        var instants = Run(demo).Plan.Steps.Select(s => s.At).ToList();
        Assert.Equal(instants.Order(), instants);
        Assert.True(Calendar.DayOf(instants[^1]) < DemoPlan.LockFrom);
        Assert.All(instants, i => Assert.Equal(TimeSpan.Zero, i.Offset));
    }

    [Theory]
    [MemberData(nameof(Demos))]
    public void Batches_keep_the_limit(string demo) =>
        Assert.All(Run(demo).Plan.Steps.SelectMany(s => s.Batches),
            b => Assert.InRange(b.Commands.Count, 1, Limits.BatchMax));

    [Theory]
    [MemberData(nameof(Demos))]
    public void Every_ledger_says_that_it_is_invented(string demo) => Assert.All(Run(demo).Tallies, t =>
        Assert.Equal("程序生成，非真实数据", t.Register!.AttributeOn(DemoPlan.StampAttribute, DemoPlan.Year.LastDay)));

    [Theory]
    [MemberData(nameof(Demos))]
    public void Reasons_stand_where_points_are_awarded_or_facts_taken_back(string demo)
    {
        var lines = Run(demo).Lines.Select(l => l.Command).ToList();
        Assert.NotEmpty(lines.OfType<ReverseActivity>());
        Assert.All(lines.OfType<ReverseActivity>(), r => Assert.NotEmpty(r.Reason));
        Assert.Contains(lines.OfType<RecordActivity>(),
            a => a.Kind.Value == "federation.awarded" && a.Reason is not null);
    }

    private DemoRun Run(string demo) => demo == "county" ? runs.County : runs.Guangxi;

    private static DemoPlan Plan(string demo, ulong? seed) => demo == "county"
        ? CountyDemo.Create(seed ?? CountyDemo.Seed)
        : GuangxiDemo.Create(seed ?? GuangxiDemo.Seed);
}
