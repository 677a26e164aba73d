using MicroPoints.Chambers;
using MicroPoints.Identity;

namespace MicroPoints.Benchmarks;

/// <summary>As many chambers as the country has townships and streets, spread evenly over its regions.</summary>
/// <remarks>Which county, city and province chamber number n belongs to is one division each, which a peer's SQL can say too.</remarks>
public sealed class Country(int chambers)
{
    public const int Counties = 2844, Cities = 333, Provinces = 31;

    public static readonly Actor Clerk = new(new ActorId("clerk-0"), Role.Approver, RegionCode.Nation);

    private readonly ChamberId[] _ids = [.. Enumerable.Range(0, chambers).Select(n => new ChamberId(SeatText(n, chambers)))];

    public int Chambers => chambers;

    public ChamberId this[int number] => _ids[number];

    public RegionCode SeatOf(int number) => new(_ids[number].Value);

    public RegisterChamber Registration(int number) =>
        new(new EntryId("registered"), $"商会{number}", "township", SeatOf(number), [SeatOf(number)], null);

    private static string SeatText(int chamber, int chambers)
    {
        var county = Group(chamber, Counties, chambers);
        var city = Group(county, Cities, Counties);
        var province = Group(city, Provinces, Cities);
        return $"{11 + province:00}{1 + city - First(province, Provinces, Cities):00}"
            + $"{1 + county - First(city, Cities, Counties):00}{1 + chamber - First(county, Counties, chambers):000}";
    }

    private static int Group(int member, int groups, int members) => (int)((long)member * groups / members);

    private static int First(int group, int groups, int members) => (int)(((long)group * members + groups - 1) / groups);
}
