using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>What a workspace is composed of.</summary>
public sealed record WorkspaceParts(IEventLog Log, IRuleFormat Format, TimeProvider Clock, ISaltSource Salts);

/// <summary>Everything a host needs over one log: hosts, rules, regions, standings and rounds.</summary>
public sealed class Workspace
{
    private readonly WorkspaceParts _parts;

    private Workspace(WorkspaceParts parts, Regions regions, StreamHost streams, RuleLibrary library,
        (KindCatalogue Kinds, ReadOnlyMemory<byte> Bytes) kinds, Keys keys, CalendarLibrary calendars)
    {
        (_parts, Regions, Streams, Library, Keys, Calendars) = (parts, regions, streams, library, keys, calendars);
        (Kinds, ActivitiesBytes) = kinds;
        Chambers = new ChamberHost(parts.Log, kinds.Kinds, parts.Clock, parts.Salts, regions);
        Lineage = new Lineage(Chambers, parts.Log);
        Register = new Register(Chambers, parts.Clock);
        Standings = new StandingsService(this);
        Coverage = new CoverageService(this);
        Rounds = new RoundService(this);
        Crediting = new Crediting(this);
        Seats = new Seats(parts.Log);
    }

    public IEventLog Log => _parts.Log;
    public IRuleFormat Format => _parts.Format;
    public TimeProvider Clock => _parts.Clock;
    public KindCatalogue Kinds { get; }
    public ReadOnlyMemory<byte> ActivitiesBytes { get; }
    public Regions Regions { get; }
    public StreamHost Streams { get; }
    public RuleLibrary Library { get; }
    public ChamberHost Chambers { get; }
    public Lineage Lineage { get; }
    public Register Register { get; }
    public StandingsService Standings { get; }
    public CoverageService Coverage { get; }
    public Keys Keys { get; }
    public CalendarLibrary Calendars { get; }
    public RoundService Rounds { get; }
    public Crediting Crediting { get; }
    public Seats Seats { get; }

    /// <summary>The chamber's calendar day now.</summary>
    public DateOnly Today => MicroPoints.Calendar.DayOf(Clock.GetUtcNow());

    /// <summary>The working-day calendar in force; null until one is imported.</summary>
    public WorkingCalendar? Calendar => Calendars.Current;

    /// <summary>Opens a log; an empty one first publishes what is shipped and adopts its defaults.</summary>
    public static async ValueTask<Workspace> Open(
        WorkspaceParts parts, ShippedRules shipped, Actor by, CancellationToken cancel)
    {
        var regions = new Regions();
        await regions.Load(parts.Log, cancel);
        var streams = new StreamHost(parts.Log, parts.Clock, parts.Salts, regions);
        var library = new RuleLibrary(streams, parts.Format);
        if (await library.Kinds(cancel) is null) await Publish(parts, shipped, streams, regions, by, cancel);
        return new Workspace(parts, regions, streams, library, (await library.Kinds(cancel))!.Value,
            await Keys.Open(streams, parts.Clock, cancel), await CalendarLibrary.Open(streams, cancel));
    }

    /// <summary>Adopts a published ruleset in a region.</summary>
    public async ValueTask<Answer> Adopt(RegionCode region, AdoptRuleset adopt, Actor by, CancellationToken cancel) =>
        await Applied(region, await Streams.Run(StreamId.Of(region), region, by, adopt, cancel), cancel);

    /// <summary>Declares in a region that an indicator does not apply.</summary>
    public async ValueTask<Answer> Declare(RegionCode region, DeclareNotApplicable declare, Actor by,
        CancellationToken cancel) =>
        await Applied(region, await Streams.Run(StreamId.Of(region), region, by, declare, cancel), cancel);

    private async ValueTask<Answer> Applied(RegionCode region, Answer answer, CancellationToken cancel)
    {
        if (answer is Answer.Recorded) await Regions.Reload(Log, region, cancel);
        return answer;
    }

    private static async ValueTask Publish(
        WorkspaceParts parts, ShippedRules shipped, StreamHost streams, Regions regions, Actor by, CancellationToken cancel)
    {
        // The activities file comes last: until it is there, a start that broke off begins again and repeats nothing.
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
            await regions.Reload(parts.Log, RegionCode.Nation, cancel);
        }
        await Demand(streams.Run(StreamId.OfRuleset(RulesetState.Activities), RegionCode.Nation, by,
            new PublishRuleset(new EntryId($"publish-{kinds.Version}"), kinds.Version, shipped.Activities), cancel));
    }

    private static async ValueTask<Answer> Demand(ValueTask<Answer> running) =>
        await running is var answer && answer is Answer.Refused refused
        ? throw new StoreException($"the shipped rules cannot be published: {refused.Reason}: {refused.Detail}")
        : answer;
}
