using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>A version of a ruleset, of the activities file or of the calendar, with its bytes. Publishing freezes it by its hash.</summary>
public sealed record RulesetPublished(string Version, ReadOnlyMemory<byte> Bytes) : Entry
{
    public const string Type = "ruleset-published/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Version).Bytes(Bytes.Span);
    internal static Entry Read(ref CanonicalReader reader) => new RulesetPublished(reader.Text(), reader.Bytes().ToArray());
}

/// <summary>All published versions of one ruleset.</summary>
public sealed class RulesetState(StreamId stream) : StreamState(stream)
{
    /// <summary>The stream of the activities file, beside those of rulesets.</summary>
    public const string Activities = "activities";

    /// <summary>The stream of the working-day calendar, beside those of rulesets.</summary>
    public const string Calendar = "calendar";

    /// <summary>Whether a name is that of a stream beside the rulesets', so that no ruleset may bear it.</summary>
    public static bool IsReserved(string ruleset) => ruleset is Activities or Calendar;

    private readonly List<RulesetPublished> _versions = [];
    private readonly List<SealedEntry> _entries = [];

    /// <summary>Versions in the order they were published.</summary>
    public IReadOnlyList<RulesetPublished> Versions => _versions;

    public RulesetPublished? Find(string version) => _versions.FirstOrDefault(v => v.Version == version);

    /// <summary>The entry that published a version first; null where none did.</summary>
    public SealedEntry? EntryOf(string version) => _entries.FirstOrDefault(e => ((RulesetPublished)e.Body).Version == version);

    public RulesetPublished? Find(Digest hash) => _versions.FirstOrDefault(v => Digest.Of(v.Bytes.Span) == hash);

    protected override void Fold(SealedEntry entry)
    {
        if (entry.Body is not RulesetPublished published)
        {
            Unknown(entry);
            return;
        }
        _versions.Add(published);
        _entries.Add(entry);
    }
}

/// <summary>Publishes a version. A version is frozen: the same version with other bytes is refused.</summary>
/// <remarks>
/// Ids and versions are the same for everybody, and the activities and the calendar published last are in force for everybody.
/// So nobody publishes for a region alone; a region decides by adopting.
/// </remarks>
public sealed record PublishRuleset(EntryId Id, string Version, ReadOnlyMemory<byte> Bytes) : StreamCommand<RulesetState>(Id)
{
    /// <summary>Why it is published without tests; null where its tests pass.</summary>
    public string? Reason { get; init; }

    public override Entry Content => new RulesetPublished(Version, Bytes);
    protected override string? Why => Reason;

    public override Decision Decide(RulesetState state, Context context)
    {
        if (!context.By.IsAuthority(RegionCode.Nation)) return Decision.Refuse(Refusal.NotAnAuthority,
            $"what is published in {state.Stream} is there for everybody: only an approver for the whole country (00) may, "
            + $"not {context.By.Id} ({context.By.Role} of {context.By.Scope}); a region adopts what is published, with its own settings");
        if (Bytes.Length > Limits.RulesetBytesMax)
            return Decision.Refuse(Refusal.RulesetTooLarge, $"{Bytes.Length} bytes: a ruleset has at most {Limits.RulesetBytesMax}");
        if (state.Find(Version) is { } known && !known.Bytes.Span.SequenceEqual(Bytes.Span))
            return Decision.Refuse(Refusal.RulesetVersionExists,
                $"version {Version} is published with other bytes: any change is a new version");
        return (Reason is null ? null : PlainText.RefuseLines("a reason", Reason)) ?? Accept(context, Content, Reason);
    }
}
