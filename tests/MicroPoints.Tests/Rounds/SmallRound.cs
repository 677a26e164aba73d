using System.Text;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rounds;

/// <summary>A small round with two chambers, locked and decided, and its proof.</summary>
internal sealed class SmallRound : IRuleFormat
{
    public static readonly byte[] RulesetBytes = Encoding.UTF8.GetBytes("ruleset: test\n"),
        KindBytes = Encoding.UTF8.GetBytes("kinds: []\n");
    public static readonly RoundId Id = new("r-2026");

    public static readonly Ruleset Ruleset = Of(Line("M1", new Score.PerCount(N(0.5m)), "visit").Capped(5)) with
    {
        Hash = Digest.Of(RulesetBytes),
        Grades = Grades,
        Attributes = [new("staff", AttributeType.Number, [], Kinds.Title("staff"))],
        Outcomes = [Outcome("award", null, Count(1))],
    };

    public static readonly KindCatalogue Catalogue = new("test", Digest.Of(KindBytes), Kinds.All.Kinds);

    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.SequenceEqual(KindBytes) ? Catalogue : throw new FormatException("line 1: not these kinds");

    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds) =>
        bytes.Span.SequenceEqual(RulesetBytes) ? Ruleset : throw new FormatException("line 1: not this ruleset");

    public static readonly RoundOpened Rehearsal = new(
        "test", Period.Year(2026), new RegionCode("450123"), [], RoundPurpose.Rehearsal, "light", "程序生成，非真实数据");

    public RoundOpened Opened { get; init; } = Rehearsal;

    public static RoundDecided Decided(params Departure[] departures) =>
        new("主席办公会", new DateOnly(2026, 12, 31), "1", "同意", departures);

    public IReadOnlyList<FrozenLedger> Ledgers { get; init; } = [.. new[]
    {
        new Member("a", Visits(8, "2026-04-01").Part(1, 3), Award(1.5m, "2026-05-01")) { Founded = "2020-01-01" },
        new Member("b", Visits(9, "2026-04-01"), Option("dishonesty", "listed", "2026-03-10").Until("2026-09-01")),
    }.Select(m => new FrozenLedger(new ChamberId(m.Id), m.Ledger().Entries))];

    /// <summary>The frozen heads, where the ledgers run on beyond them.</summary>
    public IReadOnlyList<FrozenHead>? Frozen { get; init; }

    public IReadOnlyList<AdmittedEntry> Admitted { get; init; } = [];

    public RoundSnapshot Snapshot => new("1", Ruleset.Hash, Catalogue.Hash, new Dictionary<string, SettingValue>(),
        new AsOf(new DateOnly(2026, 12, 31), Contexts.Noon(new DateOnly(2026, 12, 31))), null,
        [.. Frozen ?? Ledgers.Select(l => new FrozenHead(l.Chamber, l.Entries[^1].Head))], [], [], []);

    public RoundEvaluation Evaluation => RoundEvaluation.Run(Opened, Snapshot, Admitted, Ruleset, Catalogue, Ledgers);

    public static RoundState Empty => new(StreamId.Of(Id));

    public static RoundCommand Open => new OpenRound(new EntryId("open"), Rehearsal);
    public RoundCommand Lock => new LockRound(new EntryId("lock"), Snapshot,
        Opened.Purpose == RoundPurpose.Annual, Ruleset.Adoptable);

    public RoundCommand Admit => new AdmitEntries(new EntryId("admit"), Admitted, "异议成立");

    public RoundCommand Decide(params Departure[] departures) =>
        new DecideRound(new EntryId("decide"), Decided(departures), Evaluation)
        {
            Admitted = Admitted.Count,
        };

    public static RoundCommand Seal => new SealRound(new EntryId("seal"),
        new RoundSealed(Digest.OfText("result"), Digest.OfText("proof"), [Evaluator.Engine], []));

    public static Decision Give(RoundState round, RoundCommand command, Actor? by = null, string on = "2026-12-31")
    {
        var decision = command.Judge(round, Contexts.On(on, by));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) round.Apply(SealedEntry.Seal(round.Stream, round.Head, draft));
        return decision;
    }

    public static RoundState After(params RoundCommand[] commands)
    {
        var round = Empty;
        foreach (var command in commands) Assert.IsType<Decision.Accepted>(Give(round, command));
        return round;
    }

    public ProofContent Content()
    {
        var round = Admitted.Count == 0 ? After(Open, Lock, Decide()) : After(Open, Lock, Admit, Decide());
        return new ProofContent(round.Entries, RulesetBytes, KindBytes, Ledgers,
            ResultWriter.Write(Id, Evaluation, round.Decided, round), [Evaluator.Engine]);
    }

    public byte[] Proof() => MicroPoints.Rounds.Proof.Write(Content());
}
