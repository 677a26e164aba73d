namespace MicroPoints.Simulation;

/// <summary>Reads everything that is there, as its callers and from its bytes, and has the auditor look at it.</summary>
internal sealed class Inspection
{
    private static readonly Period[] Years = [Period.Year(2025), Period.Year(2026)];

    private readonly Deployment _deployment;
    private readonly Auditor _auditor;
    private readonly SimulatedClock _clock;
    private readonly Dictionary<StreamId, IReadOnlyList<SealedEntry>> _there = [];

    private Inspection(Deployment deployment, Auditor auditor, SimulatedClock clock) =>
        (_deployment, _auditor, _clock) = (deployment, auditor, clock);

    public static async Task<Inspection> Run(Deployment deployment, Auditor auditor, SimulatedClock clock)
    {
        var inspection = new Inspection(deployment, auditor, clock);
        await inspection.Run();
        return inspection;
    }

    private async Task Run()
    {
        var log = _deployment.Served;
        var heads = await log.Cut(RegionCode.Nation, CancellationToken.None);
        foreach (var (stream, head) in heads)
        {
            var entries = new List<SealedEntry>();
            await foreach (var entry in log.Read(stream, 0, CancellationToken.None)) entries.Add(entry);
            Auditor.Demand(entries is [.., var last] && last.Head == head, $"{stream} ends elsewhere than its head {head}");
            _there[stream] = entries;
        }
        _auditor.Compare(_there);
        var books = _there.Where(s => s.Key.Type == StreamType.Chamber)
            .ToDictionary(s => new ChamberId(s.Key.Name), s => Book.Of(s.Key, s.Value));
        Lineages.Check(books);
        Locks.Check(_there, books);
        await CheckFind(log);
        await CheckSums(books);
        CheckBytes(heads);
        Auditor.Demand(heads.Equals(await log.Cut(RegionCode.Nation, CancellationToken.None)), "looking at it changed a head");
    }

    private async Task CheckFind(IEventLog log)
    {
        foreach (var (stream, entries) in _there)
        {
            var found = await log.Find(stream, [entries[0].Id, entries[^1].Id, new EntryId("nobody")], CancellationToken.None);
            Auditor.Demand(found.All(f => entries[(int)f.Sequence - 1].Hash == f.Hash) && found.Count == (entries.Count > 1 ? 2 : 1),
                $"{stream} finds other entries by id");
        }
    }

    private async Task CheckSums(Dictionary<ChamberId, Book> books)
    {
        var (sums, now) = (new OwnSums(books), new AsOf(_clock.Today, _clock.Now));
        foreach (var year in Years)
        {
            foreach (var chamber in books.Keys)
                sums.Check(await _deployment.Workspace.Chambers.View(chamber, year, now, CancellationToken.None), now);
            sums.Check(await _deployment.Workspace.Standings.Ask(
                new StandingsQuery(TinyRules.Id, year, County.Region, null, null, []), null, CancellationToken.None), VisitHundredths());
        }
    }

    /// <summary>What a visit is worth under the version that the county adopted last, as far as it has begun.</summary>
    private long VisitHundredths()
    {
        var adopted = (_there.GetValueOrDefault(StreamId.Of(County.Region)) ?? []).Select(e => e.Body).OfType<RulesetAdopted>()
            .Where(a => a.From <= _clock.Today).OrderBy(a => a.From).LastOrDefault();
        return adopted?.Version == "2" ? 80 : 50;
    }

    /// <summary>The bytes alone say the same as the open log.</summary>
    private void CheckBytes(Heads heads)
    {
        var report = JournalVerify.Run(_deployment.Root);
        Auditor.Demand(report.IsSound, $"verify finds {report.Broken}");
        Auditor.Demand(report.BytesTorn == 0, $"{report.BytesTorn} torn bytes lie behind an open log");
        Auditor.Demand(report.Heads.Equals(heads), "verify sees other heads");
    }
}
