namespace MicroPoints.Store.Embedded.Tests;

/// <summary>A power cut after every single effect that the store has on its disk, keeping and losing what a disk may.</summary>
public sealed class PowerCutTests
{
    private static readonly JournalOptions Small = new() { SegmentBytes = 8 << 10, CheckpointEveryBytes = 12 << 10 };

    private static readonly (Keeps, KeepsNames)[] Ways =
    [
        (Keeps.Nothing, KeepsNames.None), (Keeps.Nothing, KeepsNames.All), (Keeps.All, KeepsNames.None),
        (Keeps.All, KeepsNames.All), (Keeps.Prefix, KeepsNames.Some), (Keeps.Sectors, KeepsNames.All),
        (Keeps.Sectors, KeepsNames.Some), (Keeps.SectorsWithinTheOldLength, KeepsNames.All),
        (Keeps.AllButOneSector, KeepsNames.All),
    ];

    [Fact]
    public async Task Whatever_was_acknowledged_survives_a_power_cut_after_any_effect()
    {
        using var store = new TempStore();
        var (disk, sent) = (new FaultDisk(store.Root), new Acknowledged());
        await Script(store, disk, sent);
        Assert.True(SegmentsIn(disk) >= 3, "the script writes several segments");
        await CutEverywhere(disk, sent);
    }

    [Fact]
    public async Task A_power_cut_while_opening_after_a_power_cut_loses_nothing_either()
    {
        using var store = new TempStore();
        var (first, sent) = (new FaultDisk(store.Root), new Acknowledged());
        await Script(store, first, sent);
        var random = new Random(20261122);
        for (var round = 0; round < 8; round++)
        {
            using var torn = new TempStore();
            var effects = random.Next(first.Effects.Count / 2, first.Effects.Count);
            new PowerCut(first, effects, Keeps.Sectors, KeepsNames.All, random).Leave(torn.Root);
            var second = new FaultDisk(torn.Root);
            await using (var log = torn.Open(Small with { Disk = second })) await sent.AllThereIn(log, effects, "opened");
            for (var again = 0; again <= second.Effects.Count; again++)
                await CheckCut(second, again, sent, effects, random);
        }
    }

    [Fact]
    public async Task A_power_cut_while_a_journal_of_format_1_is_converted_loses_nothing()
    {
        using var store = new TempStore();
        var sent = new Acknowledged();
        var (east, west) = (new Chain(Sample.East, Sample.County), new Chain(Sample.West, Sample.County));
        SealedEntry[][] old = [[east.Registration()], [west.Registration()],
            .. Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 9).Select(n => east.Visit($"east-{i}-{n}")).ToArray())];
        foreach (var entries in old) sent.Given(entries);
        store.PutFormat1(old);
        var disk = new FaultDisk(store.Root);
        await using (var log = store.Open(Small with { Disk = disk })) await sent.Send(log, disk, west.Visit("west-new"));
        Assert.True(SegmentsIn(disk) >= 3, "the old journal becomes several segments");
        await CutEverywhere(disk, sent);
    }

    [Fact]
    public async Task A_power_cut_while_a_backup_is_restored_leaves_all_of_it_or_nothing_that_opens()
    {
        using var store = new TempStore();
        var heads = await store.Write([.. TempStore.Frames(Sample.East, visits: 3), .. TempStore.Frames(Sample.West, visits: 2)]);
        var (backup, target) = (Path.Combine(store.Root, "backup.zip"), new TempStore());
        JournalBackup.Run(store.Root, backup, Sample.Now);
        var disk = new FaultDisk(target.Root);
        JournalRestore.Run(backup, target.Root, new RestoreOptions { Disk = disk });
        target.Dispose();
        var random = new Random(20261123);
        for (var effects = 0; effects <= disk.Effects.Count; effects++)
            foreach (var (keeps, names) in Ways)
            {
                using var cut = new TempStore();
                new PowerCut(disk, effects, keeps, names, random).Leave(cut.Root);
                var isEmpty = Directory.EnumerateFileSystemEntries(cut.Root)
                    .All(f => f.EndsWith("restoring.new", StringComparison.Ordinal));
                if (!File.Exists(cut.Places.Format) && !isEmpty) Assert.Throws<StoreException>(() => cut.Open());
                if (!File.Exists(cut.Places.Format)) JournalRestore.Run(backup, cut.Root);
                Assert.Equal(heads, await cut.Reopened());
            }
    }

    private static async Task Script(TempStore store, FaultDisk disk, Acknowledged sent)
    {
        var (east, west) = (new Chain(Sample.East, Sample.County), new Chain(Sample.West, Sample.County));
        await using (var log = store.Open(Small with { Disk = disk }))
        {
            await Task.WhenAll(sent.Send(log, disk, east.Registration()), sent.Send(log, disk, west.Registration()));
            for (var i = 0; i < 6; i++)
            {
                var batch = Enumerable.Range(0, 7).Select(n => east.Visit($"east-{i}-{n}", "走访会员企业")).ToArray();
                await Task.WhenAll(sent.Send(log, disk, batch), sent.Send(log, disk, west.Visit($"west-{i}")));
                await sent.Send(log, disk, west.Visit($"west-alone-{i}"));
            }
        }
        await using (var log = store.Open(Small with { Disk = disk }))
            for (var i = 0; i < 6; i++) await sent.Send(log, disk, west.Visit($"west-later-{i}"));
    }

    private static async Task CutEverywhere(FaultDisk disk, Acknowledged sent)
    {
        var random = new Random(20261121);
        for (var effects = 0; effects <= disk.Effects.Count; effects++)
            foreach (var (keeps, names) in Ways)
                await CheckCut(disk, effects, sent, effects, random, keeps, names);
    }

    private static async Task CheckCut(FaultDisk disk, int effects, Acknowledged sent, int acknowledged, Random random,
        Keeps? keeps = null, KeepsNames? names = null)
    {
        using var store = new TempStore();
        var (way, named) = Ways[random.Next(Ways.Length)];
        (way, named) = (keeps ?? way, names ?? named);
        new PowerCut(disk, effects, way, named, random).Leave(store.Root);
        var where = $"cut after effect {effects} of {disk.Effects.Count} keeping {way}, names {named}";
        var options = Small with { Disk = new QuickDisk() };
        try
        {
            await using (var log = store.Open(options))
            {
                await sent.AllThereIn(log, acknowledged, where);
                await sent.GoOn(log);
            }
            var report = JournalVerify.Run(store.Root);
            Assert.True(report.IsSound, $"{where}: {report.Broken}");
            Assert.Equal(sent.All, report.Heads);
            await using var again = store.Open(options);
            Assert.Equal(sent.All, await again.Cut(RegionCode.Nation, CancellationToken.None));
        }
        catch (StoreException e) { Assert.Fail($"{where}: {e.Message}"); }
    }

    private static int SegmentsIn(FaultDisk disk) =>
        disk.Effects.OfType<Effect.Created>().Count(c => c.Path.StartsWith("journal-", StringComparison.Ordinal));
}
