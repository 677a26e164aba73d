using MicroPoints.Conformance;
using MicroPoints.Rounds;
using static MicroPoints.Runtime.Tests.Rounds.LightDesk;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>Uses of what an annual round gave: the proof stays, and each list finds them.</summary>
public sealed class UseTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<(LightDesk Desk, SealedProof Proof)> Sealed()
    {
        var desk = (await Noticed()).On("2026-12-10");
        Recorded(await desk.Decide());
        return (desk, await desk.Seal());
    }

    /// <summary>Relies on the lowest grade, which both chambers have.</summary>
    private static ValueTask<Answer> Use(LightDesk desk, ChamberId chamber, string on = "2026-12-10") => desk.Rounds.Use(
        Round, Sample.Id($"use-{chamber}"), new RoundResultUsed(chamber, null, "D", "县政协办", "评先评优", Day(on), null),
        "经办人备注", Sample.Clerk, Never);

    [Fact]
    public async Task A_use_of_the_result_and_its_withdrawal_leave_the_proof_as_it_was_byte_for_byte()
    {
        var (desk, proof) = await Sealed();
        Recorded(await Use(desk, Sample.East));
        Recorded(await desk.Rounds.Withdraw(Round, Sample.Id("use-east"), "误登记", Sample.Clerk, Never));
        Assert.IsType<Answer.Exists>(await desk.Rounds.Withdraw(Round, Sample.Id("use-east"), "误登记", Sample.Clerk, Never));
        var (answer, again) = await desk.Rounds.Seal(Round, Sample.Approver, _ => ValueTask.CompletedTask, null, Never);
        Assert.IsType<Answer.Exists>(answer);
        Assert.Equal(proof.Bytes, again!.Bytes);
        Assert.Equal(proof.Digest, Replay.Run(again.Bytes, desk.Desk).Proof);
    }

    [Fact]
    public async Task Uses_are_found_by_the_county_and_by_the_chamber_whose_result_was_relied_on()
    {
        var desk = (await Sealed()).Desk.On("2026-12-11");
        Recorded(await Use(desk, Sample.East));
        Recorded(await Use(desk, Sample.West, "2026-12-11"));
        Assert.Equal([Sample.West, Sample.East], (await desk.Rounds.Uses(Sample.County, null, Never)).Select(l => l.Use.Used.Chamber));
        Assert.Equal([Sample.East], (await desk.Rounds.Uses(Sample.County, Sample.East, Never)).Select(l => l.Use.Used.Chamber));
        Assert.Empty(await desk.Rounds.Uses(new RegionCode("990299"), null, Never));
        var line = (await desk.Rounds.Uses(await desk.State(), Sample.East, Never)).Single();
        var east = await desk.Desk.Workspace.Chambers.View(Sample.East, Sample.Year2026, AsOf.On(Day("2026-12-11")), Never);
        Assert.Equal(("待提升", east.Register!.Name), (line.Result.Zh, line.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notes_and_reasons_are_exported_only_to_those_who_may_read_them(bool withWords)
    {
        var (desk, _) = await Sealed();
        Recorded(await Use(desk, Sample.East));
        Recorded(await desk.Rounds.Withdraw(Round, Sample.Id("use-east"), "误登记", Sample.Clerk, Never));
        var table = await new ExportService(desk.Desk.Workspace).Uses(Sample.County, withWords, Never);
        var row = table.Rows.Single().Select(c => $"{c}").ToList();
        Assert.Equal(table.Columns.Count, row.Count);
        Assert.Contains(row, c => c.Contains("县政协办", StringComparison.Ordinal));
        Assert.Contains(row, c => c.Contains("已撤回", StringComparison.Ordinal));
        foreach (var word in (string[])["经办人备注", "误登记"])
            Assert.Equal(withWords, row.Any(c => c.Contains(word, StringComparison.Ordinal)));
    }
}
