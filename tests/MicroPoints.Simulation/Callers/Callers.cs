namespace MicroPoints.Simulation;

/// <summary>Draws from the seed what callers do next.</summary>
internal sealed class Callers(Random random, SimulatedClock clock, County county)
{
    private static readonly string[] Reasons = ["走访记录", "台账补录", "entered twice"];

    /// <summary>A few deeds that are under way at the same time, some of them twice.</summary>
    public IReadOnlyList<Deed> Draw()
    {
        var deeds = new List<Deed>();
        for (var count = 1 + random.Next(6); count > 0; count--)
        {
            var deed = DrawOne();
            deeds.Add(deed);
            if (deed is not (LookDeed or PreviewDeed)) county.Past.Add(deed);
            if (random.Next(12) == 0) deeds.Add(deed);
        }
        return deeds;
    }

    private Deed DrawOne()
    {
        if (county.Chambers.Count < 3) return Registering();
        return random.Next(100) switch
        {
            < 38 => new LedgerDeed(Chamber(), Somebody(), [Recording()]),
            < 48 => Reversing(),
            < 60 => Batch(),
            < 70 => Again(),
            < 77 => Conflict(),
            < 81 => new PreviewDeed(Chamber(), Somebody(), [Recording(), Recording()]),
            < 86 => county.Chambers.Count < 16 ? Registering() : Again(),
            86 => Merging(),
            87 when random.Next(2) == 0 => Splitting(),
            < 90 => new RoundDeed(new RoundId(county.NewId("r").Value), Period.Year(2024 + random.Next(2)), random.Next(2) == 0),
            < 93 => county.HasSecondVersion ? Adopting() : new PublishDeed(),
            _ => new LookDeed(Chamber(), Period.Year(2025 + random.Next(2)), Day(future: false)),
        };
    }

    private LedgerDeed Registering() => new(county.NewChamber("c"), County.Clerk, [new ChangeChamber(Register(county.Chambers[^1]))]);

    private static RegisterChamber Register(ChamberId chamber) =>
        new(new EntryId("register"), $"{chamber} 商会", "township", County.Region, [], null);

    private LedgerDeed Reversing()
    {
        var chamber = Chamber();
        return new LedgerDeed(chamber, Somebody(), [Reversal(chamber)]);
    }

    private LedgerDeed Batch()
    {
        var chamber = Chamber();
        var commands = new List<LedgerCommand>();
        for (var count = 2 + random.Next(5); count > 0; count--)
            commands.Add(random.Next(5) == 0 ? Reversal(chamber) : Recording(mayBeWrong: random.Next(8) == 0));
        if (random.Next(3) == 0 && county.Past.OfType<LedgerDeed>().LastOrDefault(d => IsHeard(d, chamber)) is { } earlier)
            commands.Add(earlier.Commands[0]);
        return new LedgerDeed(chamber, County.Clerk, commands);
    }

    /// <summary>Something that was sent before, whatever came of it: mostly something recent.</summary>
    private Deed Again() => county.Past[random.Next(2) == 0 ? random.Next(county.Past.Count)
        : Math.Max(0, county.Past.Count - 1 - random.Next(8))];

    /// <summary>The id of an earlier sending with other content.</summary>
    private LedgerDeed Conflict()
    {
        var past = county.Past.OfType<LedgerDeed>().Where(d => d.Commands is [RecordActivity]).ToList();
        if (past.Count == 0) return new LedgerDeed(Chamber(), County.Clerk, [Recording()]);
        var earlier = past[random.Next(past.Count)];
        return earlier with { Commands = [Recording() with { Id = earlier.Commands[0].Id }] };
    }

    private LineageDeed Merging()
    {
        var predecessors = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Chamber()).Distinct().ToList();
        var isNew = random.Next(2) == 0;
        var successor = isNew ? county.NewChamber("m") : Chamber();
        return new LineageDeed(new MergeChambers(county.NewId("merge"), predecessors, successor, clock.Today,
            isNew ? Register(successor) : null, Restated()), null);
    }

    private LineageDeed Splitting()
    {
        var predecessor = Chamber();
        var (first, second, left) = (county.NewChamber("s"), county.NewChamber("s"), new List<EntryId>[] { [], [], [] });
        foreach (var activity in county.ActivitiesOf(predecessor))
            if (county.Past.OfType<LedgerDeed>().All(d => !d.Commands.OfType<ReverseActivity>().Any(r => r.Target == activity))
                && IsEvent(activity)) left[random.Next(3)].Add(activity);
        return new LineageDeed(null, new SplitChamber(county.NewId("split"), predecessor, clock.Today,
        [
            new SplitShare(first, Register(first), left[0].ToHashSet(), Restated()),
            new SplitShare(second, Register(second), left[1].ToHashSet(), []),
        ]));
    }

    private AdoptDeed Adopting() => new(county.NewId("adopt"), random.Next(2) == 0, clock.Today.AddDays(random.Next(-300, 20)));

    private RecordActivity Recording(bool? mayBeWrong = null)
    {
        var isWrong = mayBeWrong ?? random.Next(12) == 0;
        var (kind, measured, key) = Measure(isWrong);
        return new RecordActivity(county.NewId("a"), new KindId(kind), On.Day(Day(future: isWrong && random.Next(2) == 0)), measured,
            Key: key, Reason: random.Next(3) == 0 ? Reasons[random.Next(Reasons.Length)] : null);
    }

    private (string Kind, Measured Measured, string? Key) Measure(bool isWrong) => random.Next(8) switch
    {
        < 3 => ("member.visited", new Measured.Count(isWrong ? 0 : 1 + random.Next(5)), null),
        < 5 => ("request.resolved", new Measured.Count(1 + random.Next(3)), null),
        5 => ("investment.brought", new Measured.Quantity(1 + random.Next(100_000)), null),
        6 => ("project.progressed", new Measured.Option(random.Next(2) == 0 ? "signed" : "landed"), isWrong ? null : $"p{random.Next(4)}"),
        _ => ("abnormal.listed", new Measured.Option(isWrong ? "unheard-of" : random.Next(2) == 0 ? "listed" : "none"), null),
    };

    private ReverseActivity Reversal(ChamberId chamber)
    {
        var known = county.ActivitiesOf(chamber);
        var target = known.Count > 0 && random.Next(10) > 0 ? known[random.Next(known.Count)] : new EntryId("nothing");
        return new ReverseActivity(county.NewId("u"), target, Reasons[random.Next(Reasons.Length)]);
    }

    private IReadOnlyList<RecordActivity> Restated() => random.Next(2) == 0 ? [] :
        [new(new EntryId("state"), new KindId("abnormal.listed"), On.Day(clock.Today), new Measured.Option("listed"))];

    private bool IsHeard(LedgerDeed deed, ChamberId chamber) =>
        deed.Chamber == chamber && deed.Commands is [RecordActivity only] && county.ActivitiesOf(chamber).Contains(only.Id);

    private bool IsEvent(EntryId activity) => county.Past.OfType<LedgerDeed>().SelectMany(d => d.Commands).OfType<RecordActivity>()
        .Where(r => r.Id == activity).All(r => r.Kind.Value != "abnormal.listed");

    private ChamberId Chamber() => county.Chambers[random.Next(county.Chambers.Count)];

    private Actor Somebody() => random.Next(20) switch { 0 => County.Reader, < 4 => County.Approver, _ => County.Clerk };

    private DateOnly Day(bool future) => clock.Today.AddDays(future ? 1 + random.Next(30) : -random.Next(700));
}
