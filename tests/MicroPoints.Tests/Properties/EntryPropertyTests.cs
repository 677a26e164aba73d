using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;
using MicroPoints.Tests.Streams;

namespace MicroPoints.Tests.Properties;

/// <summary>Entries of every type with random content, written and read back.</summary>
public sealed class EntryPropertyTests
{
    private static readonly Dictionary<string, Func<Random, Entry>> Types = new()
    {
        [ChamberRegistered.Type] = r =>
            new ChamberRegistered(Text(r), Text(r), Region(r), Some(r, Region), Maybe(r, D)),
        [ChamberRenamed.Type] = r => new ChamberRenamed(Text(r), r.Day()),
        [ChamberAttributeSet.Type] = r => new ChamberAttributeSet(Text(r), Text(r), r.Day()),
        [ChamberDissolved.Type] = r => new ChamberDissolved(r.Day()),
        [ChamberMerged.Type] = r => new ChamberMerged(Chamber(r), r.Day()),
        [ChamberSplit.Type] = r => new ChamberSplit(Some(r, Chamber), r.Day()),
        [ChamberSucceeded.Type] = r =>
            new ChamberSucceeded(Chamber(r), r.Day(), Head(r), Some(r, x => new EntryId(Id(x)))),
        [ActivityRecorded.Type] = r => new ActivityRecorded(Fact(r), Maybe(r, D), Some(r, Digest), Some(r, Period)),
        [ActivityReversed.Type] = r => new ActivityReversed(new EntryId(Id(r)), Some(r, Period)),
        [ActivityCarried.Type] = r =>
            new ActivityCarried(Chamber(r), new EntryId(Id(r)), Fact(r), Maybe(r, D), Some(r, Digest)),
        [PeriodClosed.Type] = r => new PeriodClosed(Period(r), new RoundId(Id(r))),
        [LateWindowOpened.Type] = r => new LateWindowOpened(Period(r), r.Day()),
        [RulesetPublished.Type] = r => new RulesetPublished(Text(r), Some(r, x => (byte)x.Next(256))),
        [RulesetAdopted.Type] = r => new RulesetAdopted(Text(r), Text(r), Digest(r), r.Day(), Settings(r)),
        [CountyNamed.Type] = r => new CountyNamed(Region(r), Text(r)),
        [NotApplicableDeclared.Type] = r =>
            new NotApplicableDeclared(Text(r), Period(r), Text(r), r.Often() ? Chamber(r) : null),
        [ProfileChosen.Type] = r => new ProfileChosen(Text(r)),
        [ImpactAttached.Type] = r => new ImpactAttached(new EntryId(Id(r)), Digest(r), r.Next()),
        [AnnualRulesetChosen.Type] = r => new AnnualRulesetChosen(Text(r)),
        [AdoptionEnded.Type] = r => new AdoptionEnded(Text(r), r.Day()),
        [RoundOpened.Type] = r =>
            new RoundOpened(Text(r), Period(r), Region(r), Some(r, Text), r.Pick(Enum.GetValues<RoundPurpose>()),
            Text(r), r.Often() ? Text(r) : null),
        [RoundApplied.Type] = r => new RoundApplied(Chamber(r)),
        [RoundLocked.Type] = r => new RoundLocked(Snapshot(r), r.Often()),
        [RoundRecomputed.Type] = r => new RoundRecomputed(Some(r, Admitted)),
        [RoundVettingAsked.Type] = r => new RoundVettingAsked(Text(r), r.Day()),
        [RoundVettingReplied.Type] = r => new RoundVettingReplied(
            Text(r), r.Pick(Enum.GetValues<VettingReply>()), r.Day(), Some(r, Chamber)),
        [RoundHoldReleased.Type] = r => new RoundHoldReleased(Text(r), Chamber(r)),
        [RoundNoticed.Type] = r => new RoundNoticed(
            Text(r), r.Day(), r.Next(5, 1_000), r.Day(), Maybe(r, Digest), r.Often(), Digest(r)),
        [RoundObjectionReceived.Type] = r => new RoundObjectionReceived(r.Often() ? Chamber(r) : null, r.Day()),
        [RoundObjectionAnswered.Type] = r => new RoundObjectionAnswered(new EntryId(Id(r)), r.Often(), Some(r, Admitted)),
        [RoundPaperAttached.Type] = r => new RoundPaperAttached(r.Pick(Enum.GetValues<PaperKind>()), Digest(r)),
        [RoundScanAttached.Type] = r => new RoundScanAttached(
            r.Pick(Enum.GetValues<PaperKind>()), Digest(r), r.Pick(Enum.GetValues<ScanFormat>()), r.Next()),
        [RoundDecided.Type] = r =>
            new RoundDecided(Text(r), r.Day(), Text(r), Text(r),
            Some(r, x => new Departure(Text(x), Chamber(x), x.Often(), Text(x)))),
        [RoundSealed.Type] = r => new RoundSealed(Digest(r), Digest(r), Some(r, Text),
            Some(r, x =>
                new SealedResult(Chamber(x), x.Often() ? Text(x) : null, x.Often() ? Text(x) : null, Some(x, Text)))),
        [RoundResultUsed.Type] = r => new RoundResultUsed(Chamber(r), r.Often() ? Text(r) : null, r.Often() ? Text(r) : null,
            Text(r), Text(r), r.Day(), r.Often() ? Text(r) : null),
        [RoundUseWithdrawn.Type] = r => new RoundUseWithdrawn(new EntryId(Id(r))),
        [RoundAbandoned.Type] = _ => new RoundAbandoned(),
        [KeyIssued.Type] = r => new KeyIssued(
            new KeyId(Id(r)), Digest(r), r.Pick(Enum.GetValues<Role>()), Region(r), Maybe(r, D)),
        [KeyRevoked.Type] = r => new KeyRevoked(new KeyId(Id(r))),
        [ImportBegun.Type] = r => new ImportBegun(Digest(r), r.Pick(Enum.GetValues<TableShape>()), Period(r), Region(r),
            r.Often() ? new KindId(Id(r)) : null, Some(r, Chamber)),
        [ImportFinished.Type] = r => new ImportFinished(r.Next(), r.Next()),
        [ImportUndoBegun.Type] = _ => new ImportUndoBegun(),
        [ImportUndone.Type] = r => new ImportUndone(r.Next(), r.Next()),
        [AccountOpened.Type] = r => new AccountOpened(Account(r), r.Pick(Enum.GetValues<Role>()), Region(r)),
        [AccountLinkIssued.Type] = r => new AccountLinkIssued(Account(r), Digest(r), Contexts.Noon(r.Day()).ToUniversalTime()),
        [PasswordSet.Type] = r => new PasswordSet(Account(r), Maybe(r, Digest)),
        [SessionsEnded.Type] = r => new SessionsEnded(Account(r), Maybe(r, Digest)),
        [RoleChanged.Type] = r => new RoleChanged(Account(r), r.Pick(Enum.GetValues<Role>())),
        [AccountClosed.Type] = r => new AccountClosed(Account(r)),
        [AccountReopened.Type] = r => new AccountReopened(Account(r)),
        [ChamberLinkIssued.Type] = r => new ChamberLinkIssued(
            new ChamberLinkId(Id(r)), Chamber(r), Region(r), Digest(r), Maybe(r, D)),
        [ChamberLinkRevoked.Type] = r => new ChamberLinkRevoked(new ChamberLinkId(Id(r))),
    };

    private static T[] Some<T>(Random random, Func<Random, T> one) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => one(random))];
    private static T? Maybe<T>(Random random, Func<Random, T> one) where T : struct =>
        random.Often() ? one(random) : null;
    private static DateOnly D(Random random) => random.Day();
    private static AdmittedEntry Admitted(Random random) =>
        new(Chamber(random), new EntryId(Id(random)), random.NextInt64(), Digest(random));
    private static Digest Digest(Random random) => MicroPoints.Digest.OfText($"{random.Next()}");
    private static Head Head(Random random) => new(random.NextInt64(), Digest(random));
    private static string Id(Random random) => random.Pick("a", "7", "A.b_c:d-9") + random.Next(1000);
    private static AccountId Account(Random random) => new(Id(random));
    private static ChamberId Chamber(Random random) => new(Id(random));
    private static RegionCode Region(Random random) => new(random.Pick("45", "4501", "450123", "450123001"));
    private static Period Period(Random random) =>
        MicroPoints.Period.Parse(random.Pick("2026", "2025-2026", "2026Q1", "1999Q4"));

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(5))
        .Select(_ => random.Pick("a", "一", "😀", "\0", "\n", " ", "\"", "é")));

    private static Dictionary<string, SettingValue> Settings(Random random) =>
        Some(random, Text).Distinct().ToDictionary(t => t, _ => random.Next(3) switch
    {
        0 => SettingValue.Of(random.Often()),
        1 => SettingValue.Of(new Points(random.NextInt64(-99, 99))),
        _ => SettingValue.Of(Some(random, Text)),
    });

    private static Fact Fact(Random random) => new(new KindId(Id(random)), random.Pick(Enum.GetValues<Nature>()),
        On.Parse(random.Pick(Calendar.Text(random.Day()), "2026-02", "2026Q2", "2026")), Maybe(random, D),
            Measured(random),
        random.Often() ? Text(random) : null, random.Often() ? new Part(random.Next(1, 5), random.Next(5, 13)) : null);

    private static Measured Measured(Random random) => random.Next(7) switch
    {
        0 => new Measured.Count(random.NextInt64()),
        1 => new Measured.Quantity(random.NextInt64()),
        2 => new Measured.Rate(random.Next(), random.Next(), random.Next()),
        3 => new Measured.Share(random.Next(), random.Next()),
        4 => new Measured.Option(Text(random)),
        5 => new Measured.Flag(random.Often()),
        _ => new Measured.Awarded(new Points(random.Next())),
    };

    private static RoundSnapshot Snapshot(Random random) =>
        new(Text(random), Digest(random), Digest(random), Settings(random),
        new AsOf(random.Day(), Contexts.Noon(random.Day()).ToUniversalTime()), Maybe(random, Digest),
            Some(random, x => new FrozenHead(Chamber(x), Head(x))),
        Some(random, Chamber), Some(random, x => new FrozenNotApplicable(Chamber(x), Text(x))),
            Some(random, x => new FrozenHistory(Chamber(x),
            new EarlierResult(Period(x), x.Often() ? Text(x) : null, x.Often() ? Text(x) : null, Some(x, Text)))));

    /// <summary>A record field by field, lists item by item.</summary>
    private static string Shown(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        Dictionary<string, SettingValue> settings =>
            string.Join(';', settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key + Shown(s.Value))),
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Shown))}]",
        ValueType known => known.ToString()!,
        _ => value.GetType().Name + string.Concat(value.GetType().GetConstructors()[0].GetParameters()
            .Select(p => $" {p.Name}={Shown(value.GetType().GetProperty(p.Name!)!.GetValue(value))}")),
    };

    public static TheoryData<string> Names => [.. EntryTypes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Written_and_read_back_every_field_is_the_same(string name) => Seeds.ForEach(200, random =>
    {
        var entry = Types[name](random);
        var read = Samples.Read(name, Samples.Bytes(entry));
        Assert.Equal(Shown(entry), Shown(read));
        Assert.Equal(Samples.Bytes(entry), Samples.Bytes(read));
    });

    [Fact]
    public void Sealed_entries_are_read_back_with_the_same_hashes() => Seeds.ForEach(100, random =>
    {
        var stream = StreamId.Parse("chamber:a");
        var chain =
            Samples.Seal(stream, Enumerable.Range(0, 9)
            .Select(i => (new EntryId($"e{i}"), Types[random.Pick([.. Types.Keys])](random))));
        Assert.Equal(chain.Select(e => e.Hash), EntryFile.Read(stream, EntryFile.Write(chain)).Select(e => e.Hash));
    });
}
