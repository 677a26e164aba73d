using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>What goes wrong with one or two records in a hundred each: late, sent twice, taken back.</summary>
internal static class Mishaps
{
    /// <summary>Bounds of a draw from a thousand: below the first a fact is late, below the next sent twice.</summary>
    private const int Late = 28, Twice = 46, Erroneous = 64;

    private static readonly DateOnly LateBefore = new(2026, 9, 1), OthersBefore = new(2026, 11, 20);

    private static readonly string[] Reasons =
    [
        "与纸质台账核对，系重复录入，予以撤销", "该事项由邻近商会组织，误记至本会，予以撤销", "佐证材料与填报内容不符，退回后撤销原记录",
        "同一活动分两次填报，保留前一条，撤销本条",
    ];

    public static void Befall(Diary diary, SeededDraws draws)
    {
        foreach (var note in diary.Notes.Where(n => n.Measured is Measured.Count && n.On.Precision == Precision.Day))
        {
            var day = note.On.Last;
            switch (draws.Below(1000))
            {
                case < Late when day < LateBefore:
                    diary.HandInLate(note, day.AddDays(draws.Between(50, 115)));
                    break;
                case >= Late and < Twice when day < OthersBefore:
                    diary.SendAgain(note, day.AddDays(draws.Between(1, 35)));
                    break;
                case >= Twice and < Erroneous when day < OthersBefore:
                    Err(diary, note, draws);
                    break;
            }
        }
    }

    private static void Err(Diary diary, Note note, SeededDraws draws)
    {
        var twin = diary.Add(note.Kind, note.On, note.Measured, note.Reason, note.Key);
        diary.TakeBack(twin, note.On.Last.AddDays(draws.Between(3, 38)), draws.Pick(Reasons));
    }
}
