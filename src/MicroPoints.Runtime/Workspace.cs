using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>What a workspace is composed of.</summary>
public sealed record WorkspaceParts(IEventLog Log, IRuleFormat Format, TimeProvider Clock, ISaltSource Salts)
{
    /// <summary>Where proofs are kept; a workspace without it seals only for callers who keep them themselves.</summary>
    public IProofStore? Proofs { get; init; }

    /// <summary>Where files of scans are kept; a workspace without it takes scans by their digests alone.</summary>
    public IScanStore? Scans { get; init; }

    /// <summary>Engines beside the built-in one. A round is decided and sealed only if every one of them agrees.</summary>
    public IReadOnlyList<IEvaluationEngine> OtherEngines { get; init; } = [];

    /// <summary>Where locked periods are compacted; null where the host keeps no columns.</summary>
    public IPeriodColumns? Columns { get; init; }

    /// <summary>Reads and writes files of tables; a workspace without it imports none.</summary>
    public ITableFiles? Tables { get; init; }

    /// <summary>Makes the host that runs the chambers; null: a host in this process.</summary>
    public Func<HostParts, IChamberHost>? Host { get; init; }

    /// <summary>Makes what takes rounds from draft to sealed; null: this process does it.</summary>
    public Func<Workspace, RoundService>? Rounds { get; init; }
}

/// <summary>What a host of chambers is given by its workspace.</summary>
/// <param name="Log">Counts the appends that go through it; of others the host tells it.</param>
public sealed record HostParts(
    WatchedLog Log, KindsInForce Kinds, TimeProvider Clock, ISaltSource Salts, IRulesInForce Rules, Crediting Crediting);

/// <summary>Everything a host needs over one log: hosts, rules, regions, standings and rounds.</summary>
public sealed class Workspace
{
    private readonly WorkspaceParts _parts;
    private readonly TakingOver? _takingOver;
    private readonly KindsInForce _kinds;

    private Workspace(WorkspaceParts parts, Regions regions, StreamHost streams, RuleLibrary library,
        KindsInForce kinds, IdentityBooks identity, CalendarLibrary calendars, long mark)
    {
        (_parts, Regions, Streams, Library, _kinds, Calendars) = (parts, regions, streams, library, kinds, calendars);
        (Keys, Accounts, ChamberLinks) = identity;
        var host = new HostParts(
            Watched, kinds, parts.Clock, parts.Salts, regions, new Crediting(regions, library, kinds, parts.Clock));
        Chambers = parts.Host?.Invoke(host) ?? new ChamberHost(host.Log, host.Kinds, host.Clock, host.Salts, host.Rules, host.Crediting);
        Lineage = new Lineage(Chambers, parts.Log);
        Register = new Register(Chambers, parts.Clock);
        KeptRounds = new KeptRounds(Watched);
        Standings = new StandingsService(this);
        Lists = new StandingsLists(this);
        Coverage = new CoverageService(this);
        Rounds = parts.Rounds?.Invoke(this) ?? new RoundService(this);
        Seats = new Seats(parts.Log);
        RoundScopes = new RoundScopes(parts.Log);
        _takingOver = Watched.Shared is { } shared ? new TakingOver(this, shared, mark) : null;
    }

    public IEventLog Log => _parts.Log;

    /// <summary>
    /// Grows with every append, and again once a region's or the activities' is in force here: between the two an answer may know the
    /// log's heads and not yet the rules. An answer worked out at a count stays right while the count stays; over a log that others
    /// append to as well, the count grows with every turn of <see cref="Follow"/> too.
    /// </summary>
    public long Changes => Watched.Changes + Regions.Version + _kinds.Version;

    /// <summary>The log as it tells of its appends.</summary>
    public WatchedLog Watched => (WatchedLog)_parts.Log;

    /// <summary>A log that is reached over a network answers many questions in the time of one.</summary>
    internal int AtOnce => Watched.Shared is null ? 1 : 32;

    public IRuleFormat Format => _parts.Format;

    /// <exception cref="StoreException">This workspace was composed without a place for them.</exception>
    public IProofStore Proofs => _parts.Proofs
        ?? throw new StoreException("this workspace has no place for proofs: compose it with one");

    /// <summary>Where files of scans are kept; null where none are.</summary>
    public IScanStore? Scans => _parts.Scans;

    /// <summary>Imports of tables that a county fills.</summary>
    public ImportService Imports => new(this, Tables);

    /// <exception cref="StoreException">This workspace was composed without a reader of tables.</exception>
    public ITableFiles Tables => _parts.Tables
        ?? throw new StoreException("this workspace has no reader of tables: compose it with one");

    public IPeriodColumns? Columns => _parts.Columns;
    public IReadOnlyList<IEvaluationEngine> OtherEngines => _parts.OtherEngines;

    /// <summary>Every engine that has to agree on a round.</summary>
    public IReadOnlyList<string> Engines => [Evaluator.Engine, .. OtherEngines.Select(e => e.Name)];
    public TimeProvider Clock => _parts.Clock;

    /// <summary>The activities in force; a question takes them once, after the adoption that it is about.</summary>
    public KindCatalogue Kinds => _kinds.Now;

    public Regions Regions { get; }
    public StreamHost Streams { get; }
    public RuleLibrary Library { get; }
    public IChamberHost Chambers { get; }
    public Lineage Lineage { get; }
    public Register Register { get; }
    internal KeptRounds KeptRounds { get; }
    public StandingsService Standings { get; }
    public StandingsLists Lists { get; }
    public CoverageService Coverage { get; }

    /// <summary>What another ruleset would have done.</summary>
    public ImpactService Impact => new(this);

    public Keys Keys { get; }
    public Accounts Accounts { get; }
    public ChamberLinks ChamberLinks { get; }
    public CalendarLibrary Calendars { get; }
    public RoundService Rounds { get; }
    public Seats Seats { get; }
    public RoundScopes RoundScopes { get; }

    /// <summary>The chamber's calendar day now.</summary>
    public DateOnly Today => MicroPoints.Calendar.DayOf(Clock.GetUtcNow());

    /// <summary>The working-day calendar in force; null until one is imported.</summary>
    public WorkingCalendar? Calendar => Calendars.Current;

    /// <summary>What the register says of every chamber that has its seat in a scope, those that ended among them.</summary>
    public async ValueTask<IReadOnlyList<Chamber>> ChambersIn(RegionCode scope, CancellationToken cancel)
    {
        var cut = await Log.Cut(scope, StreamType.Chamber, cancel);
        var chambers = new List<Chamber>();
        await foreach (var view in Chambers.Views([.. cut.Select(h => new ChamberId(h.Stream.Name))],
            Period.Year(Today.Year), AsOf.On(Today), cancel))
            if (view.Register is { } chamber) chambers.Add(chamber);
        return chambers;
    }

    /// <summary>What does not apply to a chamber under a question's ruleset, as known at its instant, with reasons.</summary>
    internal IReadOnlyDictionary<string, string> NotApplicable(Question question, Chamber chamber) => Regions.NotApplicable(
        question.Ruleset.Id, question.Period, chamber.Id, chamber.Seat, question.At.KnownAt);

    /// <summary>Opens a log; an empty one first publishes what is shipped and adopts its defaults.</summary>
    public static async ValueTask<Workspace> Open(
        WorkspaceParts parts, ShippedRules shipped, Actor by, CancellationToken cancel)
    {
        // Marked before anything is read: what others append meanwhile then comes with the first turn.
        var mark = parts.Log is ISharedLog shared ? (await shared.ChangesAfter(0, cancel)).Mark : 0;
        parts = parts with { Log = new WatchedLog(parts.Log) };
        var regions = new Regions();
        var streams = new StreamHost(parts.Log, parts.Clock, parts.Salts, regions);
        var library = new RuleLibrary(streams, parts.Format);
        // Looked for before the regions are read: where it is published, so is all that comes before it.
        var isNew = await library.Kinds(cancel) is null;
        await regions.Load(parts.Log, cancel);
        if (isNew) await Publish(parts, shipped, streams, regions, by, cancel);
        return new Workspace(parts, regions, streams, library, new KindsInForce((await library.Kinds(cancel))!),
            await IdentityBooks.Open(streams, parts.Clock, cancel), await CalendarLibrary.Open(streams, cancel), mark);
    }

    /// <summary>
    /// Follows what other processes record until the follower is disposed; null where none can. What another process acknowledged
    /// then counts here within a second, what this one acknowledged at once.
    /// </summary>
    public Follower? Follow(FollowOptions options) => _takingOver is null ? null : new Follower(this, options);

    /// <summary>Everything that was acknowledged before the call, by whatever process, is in force here after it.</summary>
    public ValueTask CatchUp(CancellationToken cancel) => _takingOver?.Turn(cancel) ?? default;

    /// <summary>Puts in force here the activities that were published last, by whatever process.</summary>
    internal ValueTask TakeOverKinds(CancellationToken cancel) => Library.TakeOver(_kinds, cancel);

    /// <summary>Puts in force here what a region's stream holds by now; first the kinds that its adoptions may count.</summary>
    internal ValueTask TakeOver(RegionCode region, CancellationToken cancel) => Regions.TakeOver(region, Log, cancel, TakeOverKinds);

    /// <summary>Adopts a published ruleset in a region.</summary>
    public ValueTask<Answer> Adopt(RegionCode region, AdoptRuleset adopt, Actor by, CancellationToken cancel) =>
        Change(region, adopt, by, cancel);

    /// <summary>Ends a region's own adoption: from a day on what a region above it adopted counts again, or nothing does.</summary>
    public async ValueTask<Answer> End(RegionCode region, EndAdoption end, Actor by, CancellationToken cancel)
    {
        // Rounds that another process opened stand in its way too.
        await CatchUp(cancel);
        var rounds = (await KeptRounds.Under(end.Ruleset, cancel)).Where(r => IsBy(Today, r.Scope) || IsBy(end.From, r.Scope));
        return await Change(region, end with
        {
            OwnRounds = [.. rounds.Select(r => r.Round)],
            IsInherited = Regions.Inherited(end.Ruleset, region, AsOf.On(end.From)) is not null,
        }, by, cancel);

        // A region below that adopted for itself goes on by that.
        bool IsBy(DateOnly day, RegionCode scope) => Regions.InForce(end.Ruleset, scope, AsOf.On(day))?.By == region;
    }

    /// <summary>Chooses by which ruleset that counts in a region its annual rounds are held.</summary>
    public async ValueTask<Answer> Choose(RegionCode region, ChooseAnnualRuleset choose, Actor by, CancellationToken cancel)
    {
        if (Regions.AdoptionOf(choose.Ruleset.Id, region, AsOf.On(Today)) is null) return new Answer.Refused(Refusal.NothingAdopted,
            $"'{choose.Ruleset.Id}' does not count for {region} today: adopt it first");
        // Regions above a county choose for the counties that inherit it, by whose rounds it is then held.
        return region.Value.Length == (int)RegionLevel.County && choose.Ruleset.Authority != OpenRound.AuthorityOf(region)
            ? new Answer.Refused(Refusal.RulesetOfAnotherAuthority, $"the decision under {choose.Ruleset.Name} is for "
                + $"'{choose.Ruleset.Authority}': no annual round of {region} can be held by it; choose a ruleset whose authority is "
                + $"'{OpenRound.AuthorityOf(region)}'")
            : await Change(region, choose, by, cancel);
    }

    /// <summary>Keeps a statement of impact and attaches it to an adoption of a region.</summary>
    public async ValueTask<Answer> Attach(
        RegionCode region, EntryId adoption, ReadOnlyMemory<byte> statement, Actor by, CancellationToken cancel)
    {
        if (Scans is not { } files) return new Answer.Refused(Refusal.ScansNotKept,
            "this workspace has no place for files: keep the statement beside the minutes of the meeting");
        var digest = Digest.Of(statement.Span);
        var attach = new AttachImpact(new EntryId($"impact-{digest.ToString()[..16]}-{Digest.OfText(adoption.Value).ToString()[..8]}"),
            adoption, digest, statement.Length);
        // Kept first, so that what an entry names is there; and only where the entry will be.
        if (by.IsAuthority(region) && Regions.OwnAdoptions(region).Any(a => a.Entry.Id == adoption))
            await files.Keep(digest, statement, cancel);
        return await Change(region, attach, by, cancel);
    }

    /// <summary>Says which county this installation is for.</summary>
    public ValueTask<Answer> Name(NameCounty county, Actor by, CancellationToken cancel) => Change(RegionCode.Nation, county, by, cancel);

    /// <summary>Declares in a region that an indicator does not apply, for all its chambers or for one of them.</summary>
    public async ValueTask<Answer> Declare(RegionCode region, DeclareNotApplicable declare, Actor by, CancellationToken cancel)
    {
        if (declare.Chamber is { } chamber && !(await Seats.Of(chamber, cancel) is { } seat && region.Contains(seat)))
            return new Answer.Refused(Refusal.ChamberUnknown,
                $"{chamber} has no seat in {region}: declare it in a region that holds the chamber");
        return await Change(region, declare, by, cancel);
    }

    /// <summary>Chooses how rounds are held that are opened in a region from now on.</summary>
    public ValueTask<Answer> Choose(RegionCode region, ChooseProfile choose, Actor by, CancellationToken cancel) =>
        Change(region, choose, by, cancel);

    private async ValueTask<Answer> Change(
        RegionCode region, StreamCommand<RegionState> change, Actor by, CancellationToken cancel)
    {
        var answer = await Streams.Run(StreamId.Of(region), region, by, change, cancel);
        // Read back, and also for a replay: others may have appended before it, and the first sending may have been to another process.
        if (answer is not Answer.Refused) await TakeOver(region, cancel);
        return answer;
    }

    private static async ValueTask Publish(
        WorkspaceParts parts, ShippedRules shipped, StreamHost streams, Regions regions, Actor by, CancellationToken cancel)
    {
        // The activities file comes last: until it is there, a start that broke off begins again and repeats nothing. Processes that
        // start at once find each other's entries under the same ids.
        var kinds = parts.Format.ReadKinds(shipped.Activities);
        foreach (var bytes in shipped.Rulesets)
        {
            var ruleset = parts.Format.ReadRuleset(bytes, kinds);
            await Demand(streams.Run(StreamId.OfRuleset(ruleset.Id), RegionCode.Nation, by,
                new PublishRuleset(new EntryId($"publish-{ruleset.Version}"), ruleset.Version, bytes), cancel));
            if (!shipped.Adopted.Contains(ruleset.Id)) continue;
            await Demand(streams.Run(StreamId.Of(RegionCode.Nation), RegionCode.Nation, by, new AdoptRuleset(
                new EntryId($"adopt-{ruleset.Id}-{ruleset.Version}"), ruleset, ruleset.Adoptable.From,
                    new Dictionary<string, SettingValue>()), cancel));
            await regions.TakeOver(RegionCode.Nation, parts.Log, cancel);
        }
        await Demand(streams.Run(StreamId.OfRuleset(RulesetState.Activities), RegionCode.Nation, by,
            new PublishRuleset(new EntryId($"publish-{kinds.Version}"), kinds.Version, shipped.Activities), cancel));
    }

    private static async ValueTask<Answer> Demand(ValueTask<Answer> running) =>
        await running is var answer && answer is Answer.Refused refused
        ? throw new StoreException($"the shipped rules cannot be published: {refused.Reason}: {refused.Detail}")
        : answer;

    /// <summary>Who may come in, and how.</summary>
    private sealed record IdentityBooks(Keys Keys, Accounts Accounts, ChamberLinks ChamberLinks)
    {
        public static async ValueTask<IdentityBooks> Open(StreamHost streams, TimeProvider clock, CancellationToken cancel) => new(
            await Keys.Open(streams, clock, cancel), await Accounts.Open(streams, clock, cancel),
            await ChamberLinks.Open(streams, clock, cancel));
    }
}
