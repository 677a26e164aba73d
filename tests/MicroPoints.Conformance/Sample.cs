namespace MicroPoints.Conformance;

/// <summary>The few chambers, people, kinds and commands that the suites speak of.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 7, 10, 2, 0, 0, 123, TimeSpan.Zero);
    public static readonly Period Year2026 = Period.Year(2026);

    public static readonly RegionCode County = new("990102");
    public static readonly RegionCode Elsewhere = new("990203");
    public static readonly Actor Clerk = new(new ActorId("clerk-1"), Role.Clerk, County);
    public static readonly Actor Approver = new(new ActorId("approver-1"), Role.Approver, County);
    public static readonly Actor Province = new(new ActorId("province-1"), Role.Approver, new RegionCode("99"));
    public static readonly Actor Country = new(new ActorId("country-1"), Role.Approver, RegionCode.Nation);

    public static readonly ChamberId East = new("east");
    public static readonly ChamberId West = new("west");
    public static readonly ChamberId Union = new("union");

    public static readonly KindId Visited = new("member.visited");
    public static readonly KindId Invested = new("investment.brought");
    public static readonly KindId Satisfaction = new("member.satisfaction");
    public static readonly KindId Signing = new("pledge.signed");
    public static readonly KindId Project = new("project.progressed");
    public static readonly KindId Listed = new("dishonesty.listed");
    public static readonly KindId PartyFounded = new("party.founded");
    public static readonly KindId Awarded = new("federation.awarded");

    public static readonly KindCatalogue Kinds = new("conformance", Digest.OfText("conformance"),
    [
        Kind(Visited, Nature.Event, MeasureType.Count),
        Kind(Invested, Nature.Event, MeasureType.Quantity),
        Kind(Satisfaction, Nature.Event, MeasureType.Rate),
        Kind(Signing, Nature.Event, MeasureType.Share),
        Kind(Project, Nature.Event, MeasureType.Option, keyed: true, "signed", "landed"),
        Kind(Listed, Nature.State, MeasureType.Option, keyed: false, "listed"),
        Kind(PartyFounded, Nature.State, MeasureType.Flag),
        Kind(Awarded, Nature.Event, MeasureType.Points),
    ]);

    public static RegisterChamber Registration(string name, RegionCode seat) =>
        new(Id("register"), name, "township", seat, [], new DateOnly(2020, 1, 1));

    public static RecordActivity Visit(string id, string on = "2026-03-01", long times = 1) =>
        new(Id(id), Visited, On.Parse(on), new Measured.Count(times));

    public static RecordActivity ProjectStep(string id, string option, string key, string on = "2026-03-01") =>
        new(Id(id), Project, On.Parse(on), new Measured.Option(option), Key: key);

    public static RecordActivity Listing(string id, string on, string option = "listed", DateOnly? expires = null) =>
        new(Id(id), Listed, On.Parse(on), new Measured.Option(option), expires);

    public static ReverseActivity Reversal(string id, string target, string reason = "entered twice") =>
        new(Id(id), Id(target), reason);

    public static ClosePeriod Close(int year) =>
        new(Id($"close-{year}"), Period.Year(year), new RoundId($"round-{year}"));

    public static EntryId Id(string id) => new(id);

    /// <summary>The number of visits that a tally holds, whatever their months.</summary>
    public static long Visits(Tally tally) =>
        tally.Sums(Visited).Sum(s => (long)(s.Value.Units / Fraction.UnitsPerOne));

    /// <summary>What the list of dishonesty says on a day.</summary>
    public static StateReading ListingOn(Tally tally, string day) =>
        new TallyReading(tally, Kinds, Year2026, On.Parse(day).Last).State(Listed);

    private static ActivityKind Kind(
        KindId id, Nature nature, MeasureType measure, bool keyed = false, params string[] options) =>
        new(id, new Title(id.Value, id.Value), nature, measure, measure == MeasureType.Quantity ? "CNY 10,000" : null,
            [.. options.Select(o => new KindOption(o, new Title(o, o)))], keyed, null, null, null, []);
}
