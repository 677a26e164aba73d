using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>What authorities find at a few chambers of a province, and what staff credit at others.</summary>
internal sealed class Sanctions(Profile profile, Diary diary, SeededDraws draws)
{
    public void Write()
    {
        WriteFindings();
        if (profile.IsRegistered) WriteRegister();
        WriteCredits();
    }

    private void WriteFindings()
    {
        if (draws.PerMille(12)) Once(DemoKinds.FeeViolation);
        if (draws.PerMille(25)) Once(DemoKinds.Complaint);
        if (draws.PerMille(80)) Once(DemoKinds.ReportMissed);
        if (draws.PerMille(5)) Once(DemoKinds.Penalty);
        if (draws.PerMille(5)) Once(DemoKinds.Fabricated, DemoKinds.Visited.Value);
        if (draws.PerMille(3)) Once(DemoKinds.Incident);
        if (draws.PerMille(3)) diary.Add(DemoKinds.Dishonesty, AnyDay(), DemoKinds.Option("listed"));
    }

    /// <summary>Most that are listed as abnormal get off the list again within the year.</summary>
    private void WriteRegister()
    {
        if (draws.PerMille(60))
            diary.Add(DemoKinds.Assessment, draws.Day(new(2022, 3, 1), new(2025, 11, 30)),
                DemoKinds.Option(draws.Pick(["3A", "4A", "5A"])));
        if (!draws.PerMille(20)) return;
        var listed = DemoCalendar.InMonths(2, 7, draws);
        diary.Add(DemoKinds.Abnormal, listed, DemoKinds.Option("listed"));
        if (draws.PerMille(250)) return;
        diary.Add(DemoKinds.Abnormal, listed.AddDays(draws.Between(40, 140)), DemoKinds.Option("not-listed"));
    }

    private void WriteCredits()
    {
        if (profile.Levels[Field.Members] == Level.Strong && draws.PerMille(60))
            Award(DemoKinds.Awarded, draws.Pick([50, 100, 150]), "承担全县商会联合活动，经工商联研究加分");
        if (profile.Levels[Field.Economy] == Level.Strong && draws.PerMille(40))
            Award(DemoKinds.Innovation, draws.Pick([300, 400]), "服务会员做法在全市推广");
        if (profile.Levels[Field.Rural] == Level.Strong && draws.PerMille(40))
            Award(DemoKinds.Breakthrough, draws.Pick([100, 200, 300]), "联合多村打造共富车间，自主申报并经审核认定");
    }

    private void Once(KindId kind, string? key = null) => diary.Add(kind, AnyDay(), DemoKinds.Times(1), key: key);

    private void Award(KindId kind, int hundredths, string reason) =>
        diary.Add(kind, AnyDay(), new Measured.Awarded(new Points(hundredths)), reason);

    private DateOnly AnyDay() => DemoCalendar.InMonths(2, 12, draws);
}
