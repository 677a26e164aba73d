namespace MicroPoints.Conformance;

/// <summary>A year of invented work from a seed: every kind of measure, reversals, renamings, a merger and a split.</summary>
public sealed class SeededLedgers(SearchDesk desk, int seed)
{
    private static readonly RegionCode[] Seats =
        [Sample.County, new("990102101"), new("990102102"), Sample.Elsewhere, new("990201"), new("990101")];

    private readonly Random _random = new(seed);
    private readonly ChamberId[] _chambers = [.. Seats.Select((_, i) => new ChamberId($"c-{i}"))];
    private readonly Dictionary<ChamberId, List<string>> _standing = [];
    private int _id;

    public IReadOnlyList<ChamberId> Chambers => _chambers;

    public async Task Write(int steps)
    {
        for (var i = 0; i < _chambers.Length; i++)
        {
            await desk.Register(_chambers[i], Seats[i]);
            _standing[_chambers[i]] = [];
        }
        for (var i = 0; i < steps; i++) await Step();
    }

    /// <summary>The first two go into a new one; the third is divided.</summary>
    public async Task Restructure()
    {
        var day = Calendar.DayOf(desk.Clock.Now);
        Assert.IsType<LineageAnswer.Done>(await desk.Lineage.Merge(new MergeChambers(Sample.Id("merger"), [_chambers[0], _chambers[1]],
            Sample.Union, day, Sample.Registration("联合商会", Sample.County), []), Sample.Province, CancellationToken.None));
        Assert.IsType<LineageAnswer.Done>(await desk.Lineage.Split(new SplitChamber(Sample.Id("split"), _chambers[2], day,
            [Share("north"), Share("south")]), Sample.Province, CancellationToken.None));

        SplitShare Share(string name) => new(new ChamberId(name), Sample.Registration(name, Seats[2]), new HashSet<EntryId>(), []);
    }

    public async Task Step()
    {
        desk.Clock.Now += TimeSpan.FromMilliseconds(_random.Next(0, 40_000_000));
        var chamber = _chambers[_random.Next(_chambers.Length)];
        var standing = _standing[chamber];
        switch (_random.Next(12))
        {
            case 0 or 1 when standing.Count > 0:
                var target = standing[_random.Next(standing.Count)];
                standing.Remove(target);
                await Run(chamber, Sample.Reversal($"undo-{++_id}", target));
                break;
            case 2:
                await Run(chamber, new ChangeChamber(new RenameChamber(
                    Sample.Id($"rename-{++_id}"), $"商会 {_id}", Calendar.DayOf(desk.Clock.Now))));
                break;
            default:
                var record = Record();
                standing.Add(record.Id.Value);
                await Run(chamber, record);
                break;
        }
    }

    private RecordActivity Record()
    {
        var today = Calendar.DayOf(desk.Clock.Now);
        var day = today.AddDays(-_random.Next(0, 300));
        var on = _random.Next(4) switch
        {
            0 => On.Ending(Calendar.MonthEnd(today.AddMonths(-1)), Precision.Month),
            1 => On.Parse("2025Q4"),
            _ => On.Day(day),
        };
        var (kind, measured) = _random.Next(8) switch
        {
            0 => (Sample.Invested, (Measured)new Measured.Quantity(_random.Next(1, 1_000_000))),
            1 => (Sample.Satisfaction, new Measured.Rate(10, _random.Next(11), 20)),
            2 => (Sample.Signing, new Measured.Share(_random.Next(5), 5)),
            3 => (Sample.Project, new Measured.Option("signed")),
            4 => (Sample.Listed, new Measured.Option("listed")),
            5 => (Sample.PartyFounded, new Measured.Flag(_random.Next(2) == 0)),
            6 => (Sample.Awarded, new Measured.Awarded(new Points(_random.Next(-500, 500)))),
            _ => (Sample.Visited, new Measured.Count(_random.Next(1, 9))),
        };
        var keyed = kind == Sample.Project;
        return new RecordActivity(Sample.Id($"a-{++_id}"), kind, on, measured,
            kind == Sample.Listed ? today.AddYears(1) : null, Key: keyed ? $"bridge-{_random.Next(5)}" : null,
            Part: keyed && _random.Next(2) == 0 ? new Part(1, 3) : null, Reason: "as the meeting decided");
    }

    private async Task Run(ChamberId chamber, LedgerCommand command)
    {
        var by = _random.Next(3) == 0 ? Sample.Province : new Actor(new ActorId("city-2"), Role.Approver, new RegionCode("99"));
        var answer = await desk.Host.Run(chamber, by, command, CancellationToken.None);
        Assert.True(answer is Answer.Recorded, (answer as Answer.Refused)?.Detail);
    }
}
