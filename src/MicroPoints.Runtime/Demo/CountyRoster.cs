namespace MicroPoints.Runtime.Demo;

/// <summary>The invented county: its region codes, its ten towns and five streets, and how each chamber does.</summary>
/// <remarks>
/// No province has the code 99, and no county, town, township or street of the country bears one of these names. The
/// digits are levels in the order of <see cref="Field"/>.
/// </remarks>
internal static class CountyRoster
{
    public static readonly RegionCode County = new("990101");

    public static readonly IReadOnlyList<DemoRegion> Above =
        [new(new RegionCode("99"), "虚构省"), new(new RegionCode("9901"), "霁川市"), new(County, "澜屏县")];

    public const string
        Yunxiu = "990101001", Tingsong = "990101002", Shicui = "990101003", Qinglan = "990101004",
        Xingzhu = "990101005", Zhenxi = "990101101", Luting = "990101102", Hezhu = "990101103", Zhuwu = "990101104",
        Yantian = "990101105", Daoyi = "990101106", Liyin = "990101107", Luyi = "990101108", Chayan = "990101109",
        Fengzhu = "990101110";

    public static readonly IReadOnlyList<CountyLine> Chambers =
    [
        new(Yunxiu, "云岫街道", 2008, 2011, "33333223", "organisation") { FourGood = "province" },
        new(Tingsong, "听松街道", 2009, 2013, "33233232", "organisation"),
        new(Shicui, "拾翠街道", 2012, 2016, "33333333", "due-not-founded"),
        new(Qinglan, "晴岚街道", 2010, 2015, "22222222", "organisation"),
        new(Xingzhu, "星渚街道", 2014, 2018, "22222223", "instructor"),
        new(Zhenxi, "枕溪镇", 2013, null, "22222222", "instructor"),
        new(Luting, "鹭汀镇", 2015, null, "22222222", "instructor"),
        new(Hezhu, "荷渚镇", 2011, 2014, "22222322", "organisation"),
        new(Zhuwu, "竹坞镇", 2012, 2017, "22122122", "instructor"),
        new(Yantian, "砚田镇", 2009, 2012, "22222232", "organisation") { FourGood = "city" },
        new(Daoyi, "稻漪镇", 2016, null, "21221122", "instructor"),
        new(Liyin, "梨隐镇", 2017, null, "12222121", "instructor"),
        new(Luyi, "芦漪镇", 2016, 2020, "22212122", "not-due"),
        new(Chayan, "茶烟镇", 2013, 2018, "22322222", "instructor"),
        new(Fengzhu, "枫渚镇", 2017, null, "00000000", null),
    ];
}

/// <summary>One line of the roster.</summary>
/// <param name="Founded">The year; the seed chooses the day.</param>
/// <param name="Registered">The year of its registration with civil affairs; null where it has none.</param>
internal sealed record CountyLine(
    string Code, string Place, int Founded, int? Registered, string Digits, string? Coverage)
{
    public string? FourGood { get; init; }

    public DemoRegion Region => new(new RegionCode(Code), Place);

    private string Kind =>
        Place.EndsWith("街道", StringComparison.Ordinal) ? DemoChamber.Street : DemoChamber.Township;

    public DemoChamber Chamber(SeededDraws draws) => new(
        new ChamberId(Code), $"澜屏县{Place}商会", Kind, Region.Code, [Region.Code],
        DayOf(Founded, draws), Registered is { } year ? DayOf(year, draws) : null);

    public Profile Profile(DemoChamber chamber) => new(chamber, Levels.Of(Digits), Coverage)
    {
        FourGood = FourGood,
        MediatingSince = Digits[(int)Field.Governance] > '0' ? 2024 : null,
        DisputesBefore = 3 * (Digits[(int)Field.Governance] - '0'),
    };

    private static DateOnly DayOf(int year, SeededDraws draws) => new(year, draws.Between(3, 11), draws.Between(1, 28));
}
