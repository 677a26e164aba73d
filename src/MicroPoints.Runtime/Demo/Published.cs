namespace MicroPoints.Runtime.Demo;

/// <summary>Figures printed elsewhere, to stand beside what is computed.</summary>
public static class Published
{
    /// <summary>中华工商时报, 9 November 2022, on Guangxi; by the ids of <see cref="Coverage"/>'s rows.</summary>
    public static IReadOnlyDictionary<string, PublishedFigure> Guangxi { get; } =
        new Dictionary<string, PublishedFigure>
        {
            ["townships"] = new("89.76%", "1123 / 1251", new Title(
            "公布时按1251个乡镇（街道）计，1123÷1251四舍五入为89.77%，89.76%为截尾；本表按区划代码表的1253个计",
            "Printed over 1,251 places: 1,123 of them is 89.77 % rounded, 89.76 % cut off; here over 1,253")),
            ["registered"] = new("47.49%", "445", Of937("445", "39.63")),
            ["party-organisations"] = new("46.21%", "433", Of937("433", "38.56")),
            ["party-instructors"] = new(null, "407"),
            ["star-organisations"] = new(null, "105"),
            ["four-good-province"] = new(null, "249"),
            ["four-good-national"] = new(null, "20"),
            ["integrity-pioneers"] = new(null, "45"),
            ["mediation-bodies"] = new(null, "962"),
            ["disputes"] = new(null, "4万多件"),
        };

    private static Title Of937(string count, string percent) => new(
        $"公布的百分比与分母937相符（{count}÷937），与1123个商会不符；按1123个商会计为{percent}%",
        $"The printed percentage fits 937 ({count} of 937), not 1,123 chambers, of which it is {percent} %");
}
