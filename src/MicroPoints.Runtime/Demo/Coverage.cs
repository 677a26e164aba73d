using MicroPoints.Activities;
using MicroPoints.Chambers;

namespace MicroPoints.Runtime.Demo;

/// <summary>How far chambers reach and what they have, counted from their tallies, with every denominator.</summary>
public static class Coverage
{
    /// <summary>The rows in fixed order, over the chambers that are alive on their reading day.</summary>
    /// <param name="chambers">Each folded as of its reading day; their order does not matter.</param>
    /// <param name="places">Townships and streets of the scope, with a chamber or without.</param>
    /// <param name="published">Figures printed elsewhere, by row id; null for none.</param>
    public static IReadOnlyList<CoverageRow> Rows(
        IEnumerable<ChamberTallies> chambers, KindCatalogue kinds, int places,
        IReadOnlyDictionary<string, PublishedFigure>? published = null)
    {
        var count = new CoverageCounts(kinds);
        foreach (var chamber in chambers)
            if (chamber.Register is { } register && register.IsAliveOn(chamber.At.Day)) count.Add(register, chamber);
        return
        [
            Row("townships", "乡镇（街道）商会覆盖率", "Townships and streets with a chamber", count.Places, places),
            Row("registered", "注册登记率", "Registered with civil affairs", count.Registered, count.Chambers),
            Row("party-organisations", "党组织覆盖率", "With a Party organisation", count.Organisations, count.Chambers),
            Row("party-instructors", "未建党组织的商会中已选派党建工作指导员（联络员）的",
                "With a Party-building instructor or liaison, of those without an organisation",
                count.Instructors, count.Chambers - count.Organisations),
            Row("star-organisations", "党组织中的星级党组织", "Star Party organisations, of the organisations",
                count.Stars, count.Organisations),
            Row("four-good-province", "省（区）级“四好”商会", "Provincial four-good chambers",
                count.ProvinceTitles, count.Chambers),
            Row("four-good-national", "全国“四好”商会", "National four-good chambers", count.NationalTitles, count.Chambers),
            Row("integrity-pioneers", "诚信建设先行商会", "Pioneers of chamber integrity", count.Pioneers, count.Chambers),
            Row("mediation-bodies", "设立调解组织的商会", "With a mediation body", count.MediationBodies, count.Chambers),
            Row("disputes", "历年成功调解纠纷（件）", "Disputes mediated, all years", count.Disputes, null),
        ];

        CoverageRow Row(string id, string zh, string en, long numerator, long? denominator) => new(
            id, new Title(zh, en), numerator, denominator, PercentOf(numerator, denominator),
            published?.GetValueOrDefault(id));
    }

    /// <summary>Whole hundredths of a percent, halves up, without a binary fraction on the way.</summary>
    private static decimal? PercentOf(long numerator, long? denominator) =>
        denominator is not > 0 ? null : (20_000 * numerator + denominator.Value) / (2 * denominator.Value) / 100m;
}

/// <summary>The counts behind the rows.</summary>
internal sealed class CoverageCounts(KindCatalogue kinds)
{
    private readonly HashSet<RegionCode> _places = [];
    private Fraction _disputes;

    public long Chambers { get; private set; }
    public long Registered { get; private set; }
    public long Organisations { get; private set; }
    public long Instructors { get; private set; }
    public long Stars { get; private set; }
    public long ProvinceTitles { get; private set; }
    public long NationalTitles { get; private set; }
    public long Pioneers { get; private set; }
    public long MediationBodies { get; private set; }

    /// <summary>A place that two chambers serve is covered once.</summary>
    public long Places => _places.Count;

    /// <summary>Whole disputes: halves of a joint one that meet are one.</summary>
    public long Disputes => (long)_disputes.ToWhole(Rounding.Down).Numerator;

    public void Add(Chamber register, ChamberTallies chamber)
    {
        var reading = new TallyReading(chamber.Tally, kinds, chamber.Period, chamber.At.Day);
        Chambers++;
        foreach (var region in register.Serves.Append(register.Seat))
            if (region.Value.Length == (int)RegionLevel.Township) _places.Add(region);
        if (Is(DemoKinds.Registration, "registered")) Registered++;
        if (Is(DemoKinds.Coverage, "organisation")) Organisations++;
        if (Is(DemoKinds.Coverage, "instructor")) Instructors++;
        if (Is(DemoKinds.Star, "true")) Stars++;
        if (Is(DemoKinds.FourGood, "province")) ProvinceTitles++;
        if (Is(DemoKinds.FourGood, "national")) NationalTitles++;
        if (Is(DemoKinds.Pioneer, "true")) Pioneers++;
        if (Is(DemoKinds.Mediation, "true")) MediationBodies++;
        foreach (var (_, sum) in chamber.Tally.Sums(DemoKinds.Dispute)) _disputes += Fraction.OfUnits(sum.Units);

        bool Is(KindId kind, string choice) => reading.State(kind).Choice == choice;
    }
}
